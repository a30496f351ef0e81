using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tests.Session;

namespace PairSettle.Iso15118.Tests.Secc;

public class SeccResponsesTests
{
    [Fact]
    public void Failure_EveryKindAndCode_IsAWholeMessage()
    {
        foreach (var options in new[] { Samples.AcCharger, Samples.DcCharger })
        {
            foreach (var kind in Enum.GetValues<MessageKind>().Where(kind => kind is not MessageKind.SupportedAppProtocol))
            {
                foreach (var code in Enum.GetValues<ResponseCodeType>())
                {
                    var message = V2G_Message.Create(SeccDriver.Id, SeccResponses.Failure(SeccState.Initial(options), kind, code));
                    Assert.Equal(message, V2G_Message.Decode(message.ToExi()));
                    Assert.Equal((kind, code), MessageKinds.OfResponse(message.Body.BodyElement));
                }
            }
        }
    }
}
