using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using Din = PairSettle.Iso15118.Din70121;

namespace PairSettle.Iso15118.Tests.Messages;

public sealed class V2G_MessageTests
{
    [Fact]
    public void Create_SameContent_IsEqual()
    {
        static V2G_Message Make(byte last) => V2G_Message.Create(
            ExiBytes.Copy([1, 2, 3, 4, 5, 6, 7, 8]),
            new PaymentDetailsReq
            {
                eMAID = "DEABC123456789X",
                ContractSignatureCertChain = new()
                {
                    Certificate = ExiBytes.Copy([0x30, last]),
                    SubCertificates = new() { Certificate = [ExiBytes.Copy([1]), ExiBytes.Copy([2])] },
                },
            });

        Assert.Equal(Make(7), Make(7));
        Assert.Equal(Make(7).GetHashCode(), Make(7).GetHashCode());
        Assert.NotEqual(Make(7), Make(8));
        Assert.IsType<PaymentDetailsReq>(Make(7).Body.BodyElement);
        Assert.Null(Make(7).Header.Signature);
    }

    [Fact]
    public void IsFailure_EveryCode_FollowsItsName() =>
        Assert.All(Enum.GetValues<ResponseCodeType>(), code => Assert.Equal(code.ToString().StartsWith("FAILED", StringComparison.Ordinal), code.IsFailure()));

    [Fact]
    public void IsFailure_EveryCodeOfDin_FollowsItsName() => Assert.All(
        Enum.GetValues<Din.ResponseCodeType>(),
        code => Assert.Equal(code.ToString().StartsWith("FAILED", StringComparison.Ordinal), Din.ResponseCodes.IsFailure(code)));

    // The octets are those that a Tesla sent in a public recording.
    [Fact]
    public void Create_DinMessage_IsEncodedAsVehiclesDo()
    {
        var message = Din.V2G_Message.Create(
            ExiBytes.FromHex("0102030405060708"),
            new Din.ContractAuthenticationReq());

        Assert.Equal("809A02004080C1014181C210B8", Convert.ToHexString(message.ToExi()));
        Assert.True(Din.V2G_Message.TryDecode(message.ToExi(), out var again, out var error), error.ToString());
        Assert.Equal(message, again);
    }
}
