using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.ACDP;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Tests.Iso20;

public sealed class AcdpDocumentTests
{
    // EXIficient's stream of a response with State_A and Home, and what libcbv2g makes of the same message.
    private const string ConnectRes = "8004040416A93BCE60F3058002000000";
    private const string ConnectResByTypeName = "8008040416A93BCE60F3058002000000";

    public static TheoryData<string> Messages => [.. Samples().Select(message => message.GetType().Name)];

    [Fact]
    public void TryDecode_EitherOrder_GivesTheSameMessage()
    {
        foreach (var (hex, order) in new[] { (ConnectRes, AcdpElementOrder.ElementName), (ConnectResByTypeName, AcdpElementOrder.TypeName) })
        {
            Assert.True(AcdpDocument.TryDecode(Convert.FromHexString(hex), order, out var message, out var error), error.ToString());

            var response = Assert.IsType<ACDP_ConnectRes>(message);
            Assert.Equal(ResponseCodeType.OK, response.ResponseCode);
            Assert.Equal(hex, Convert.ToHexString(AcdpDocument.Encode(response, order)));
        }
    }

    [Fact]
    public void TryDecode_OrderThatTheSenderDoesNotUse_TakesOneMessageForTheOther()
    {
        var request = new ACDP_DisconnectReq { Header = Part20.Header, EVElectricalChargingDeviceStatus = ElectricalChargingDeviceStatusType.State_B };
        var octets = AcdpDocument.Encode(request, AcdpElementOrder.TypeName);

        Assert.False(AcdpSchema.TryDecode(octets, out _, out var error));
        Assert.StartsWith("ACDP_ConnectRes", error.Path, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Encode_EveryMessage_DecodesInEitherOrder(string name)
    {
        var message = Samples().Single(sample => sample.GetType().Name == name);
        foreach (var order in Enum.GetValues<AcdpElementOrder>())
        {
            Assert.True(AcdpDocument.TryDecode(AcdpDocument.Encode(message, order), order, out var decoded, out var error), error.ToString());
            Assert.Equal(message, decoded);
        }

        var isAffected = message is ACDP_ConnectRes or ACDP_DisconnectReq;
        Assert.Equal(
            isAffected,
            !AcdpDocument.Encode(message, AcdpElementOrder.ElementName).SequenceEqual(AcdpDocument.Encode(message, AcdpElementOrder.TypeName)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("80")]
    [InlineData("8004")]
    [InlineData("8008")]
    [InlineData("81040404")]
    public void TryDecode_OctetsThatAreNoMessage_AreRefused(string hex)
    {
        foreach (var order in Enum.GetValues<AcdpElementOrder>())
        {
            Assert.False(AcdpDocument.TryDecode(Convert.FromHexString(hex), order, out _, out var error));
            Assert.NotEqual(default, error);
        }
    }

    [Fact]
    public void Encode_MessageOfAnotherSet_IsRefused() => Assert.Throws<ArgumentException>(
        () => AcdpDocument.Encode(Part20.CableCheck, AcdpElementOrder.TypeName));

    [Fact]
    public void TryDecode_OrderThatIsNotKnown_IsTheCallersFault() => Assert.Throws<ArgumentOutOfRangeException>(
        () => AcdpDocument.TryDecode(Convert.FromHexString(ConnectRes), (AcdpElementOrder)2, out _, out _));

    private static IEnumerable<V2GMessageType> Samples()
    {
        var (a, home) = (ElectricalChargingDeviceStatusType.State_C, MechanicalChargingDeviceStatusType.EndPosition);
        yield return new ACDP_ConnectReq { Header = Part20.Header, EVElectricalChargingDeviceStatus = a };
        yield return new ACDP_ConnectRes
        {
            Header = Part20.Header, ResponseCode = ResponseCodeType.OK, EVSEProcessing = ProcessingType.Ongoing,
            EVSEElectricalChargingDeviceStatus = a, EVSEMechanicalChargingDeviceStatus = home,
        };
        yield return new ACDP_DisconnectReq { Header = Part20.Header, EVElectricalChargingDeviceStatus = a };
        yield return new ACDP_DisconnectRes
        {
            Header = Part20.Header, ResponseCode = ResponseCodeType.OK, EVSEProcessing = ProcessingType.Ongoing,
            EVSEElectricalChargingDeviceStatus = a, EVSEMechanicalChargingDeviceStatus = home,
        };
        yield return new ACDP_VehiclePositioningReq { Header = Part20.Header, EVMobilityStatus = true, EVPositioningSupport = false };
        yield return new ACDP_SystemStatusReq
        {
            Header = Part20.Header,
            EVTechnicalStatus = new() { EVReadyToCharge = true, EVImmobilizationRequest = false, EVSOC = 80, EVErrorCode = ErrorCodeType.OK_NoEVError },
        };
    }
}
