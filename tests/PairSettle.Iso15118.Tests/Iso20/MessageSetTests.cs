using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.AC;
using PairSettle.Iso15118.Iso20.CommonMessages;
using PairSettle.Iso15118.Iso20.CommonTypes;
using PairSettle.Iso15118.Iso20.DC;
using PairSettle.Iso15118.Iso20.WPT;

namespace PairSettle.Iso15118.Tests.Iso20;

public sealed class MessageSetTests
{
    private delegate bool Decoder(ReadOnlySpan<byte> source, out V2GMessageType? message, out ExiError error, ExiLimits? limits);

    [Fact]
    public void TryDecode_AnyMessageOfTheSet_GivesItsRecord()
    {
        foreach (var (message, decode) in Samples())
        {
            var octets = ((IExiDocument)message).ToExi();

            Assert.True(decode(octets, out var decoded, out var error, null), $"{message.GetType().Name}: {error}");
            Assert.Equal(message, decoded);
        }
    }

    [Fact]
    public void TryDecode_TruncatedAnywhereOrWithAnOctetTooMany_IsRefused()
    {
        foreach (var (message, decode) in Samples())
        {
            var octets = ((IExiDocument)message).ToExi();
            for (var length = 0; length < octets.Length; length++)
            {
                Assert.False(decode(octets.AsSpan(0, length), out var partial, out _, null), $"{message.GetType().Name} of {length} octets");
                Assert.Null(partial);
            }

            Assert.False(decode([.. octets, 0], out _, out var surplus, null));
            Assert.Equal(ExiFault.TrailingOctets, surplus.Fault);
        }
    }

    [Theory]
    [InlineData("80B4")] // SignedInstallationData has a number of its own and is no message.
    [InlineData("80D4")]
    public void TryDecode_RootThatIsNoMessage_IsRefused(string hex)
    {
        Assert.False(CommonMessagesSchema.TryDecode(Convert.FromHexString(hex), out _, out var error));
        Assert.Equal(ExiFault.UnexpectedRoot, error.Fault);
    }

    [Fact]
    public void Encode_ControlModeOfAnotherSet_IsRefused()
    {
        var loop = new DC_ChargeLoopReq
        {
            Header = Part20.Header,
            MeterInfoRequested = false,
            EVPresentVoltage = Part20.Number(400),
            CLReqControlMode = new Scheduled_AC_CLReqControlModeType { EVPresentActivePower = Part20.Number(0) },
        };

        Assert.Equal(ExiFault.UnexpectedType, Assert.Throws<ExiContentException>(() => loop.ToExi()).Error.Fault);
    }

    [Fact]
    public void EncodeFragment_ElementsThatAreSigned_DecodeAgain()
    {
        var chain = new ContractCertificateChainType { Certificate = ExiBytes.FromHex("3000"), SubCertificates = new() { Certificate = [ExiBytes.FromHex("3001")] } };
        var authorization = new PnC_AReqAuthorizationModeType { GenChallenge = ExiBytes.Copy(new byte[16]), ContractCertificateChain = chain, Id = "id1" };
        var metering = new SignedMeteringDataType
        {
            SessionID = Part20.Header.SessionID,
            MeterInfo = new() { MeterID = "meter", ChargedEnergyReadingWh = ulong.MaxValue },
            Dynamic_SMDTControlMode = new(),
            Id = "id2",
        };
        var installation = new SignedInstallationDataType
        {
            ContractCertificateChain = chain,
            ECDHCurve = EcdhCurveType.SECP521,
            DHPublicKey = ExiBytes.Copy(new byte[133]),
            SECP521_EncryptedPrivateKey = ExiBytes.Copy(new byte[94]),
            Id = "id3",
        };
        var provisioning = new SignedCertificateChainType { Certificate = ExiBytes.FromHex("3002"), Id = "id4" };

        Assert.True(CommonMessagesSchema.TryDecodeFragment(CommonMessagesSchema.EncodeFragment(authorization), out PnC_AReqAuthorizationModeType? a, out _));
        Assert.True(CommonMessagesSchema.TryDecodeFragment(CommonMessagesSchema.EncodeFragment(metering), out SignedMeteringDataType? b, out _));
        Assert.True(CommonMessagesSchema.TryDecodeFragment(CommonMessagesSchema.EncodeFragment(installation), out SignedInstallationDataType? c, out _));
        Assert.True(CommonMessagesSchema.TryDecodeFragment(CommonMessagesSchema.EncodeFragment(provisioning), out SignedCertificateChainType? d, out _));
        Assert.Equal((authorization, metering, installation, provisioning), (a, b, c, d));
    }

    [Theory]
    [InlineData(ResponseCodeType.OK, false, false)]
    [InlineData(ResponseCodeType.OK_PowerToleranceConfirmed, false, false)]
    [InlineData(ResponseCodeType.WARNING_AuthorizationSelectionInvalid, true, false)]
    [InlineData(ResponseCodeType.WARNING_WPT, true, false)]
    [InlineData(ResponseCodeType.FAILED, false, true)]
    [InlineData(ResponseCodeType.FAILED_WrongChargeParameter, false, true)]
    public void ResponseCode_Kind_FollowsItsName(ResponseCodeType code, bool isWarning, bool isFailure) =>
        Assert.Equal((isWarning, isFailure), (code.IsWarning(), code.IsFailure()));

    private static IEnumerable<(V2GMessageType Message, Decoder Decode)> Samples()
    {
        yield return (new SessionSetupReq { Header = Part20.Header, EVCCID = "WMIV1234567890ABCDEX" }, CommonMessagesSchema.TryDecode);
        yield return (new AuthorizationReq
        {
            Header = Part20.Header,
            SelectedAuthorizationService = AuthorizationType.EIM,
            EIM_AReqAuthorizationMode = new(),
        }, CommonMessagesSchema.TryDecode);
        yield return (new ServiceDiscoveryRes
        {
            Header = Part20.Header,
            ResponseCode = ResponseCodeType.OK,
            ServiceRenegotiationSupported = true,
            EnergyTransferServiceList = new() { Service = [new ServiceType { ServiceID = 1, FreeService = false }, new ServiceType { ServiceID = 6, FreeService = true }] },
        }, CommonMessagesSchema.TryDecode);
        yield return (new AC_ChargeLoopReq
        {
            Header = Part20.Header,
            MeterInfoRequested = true,
            DisplayParameters = new() { PresentSOC = 42, ChargingComplete = false },
            CLReqControlMode = new BPT_Scheduled_AC_CLReqControlModeType { EVPresentActivePower = Part20.Number(-11_000.5m), EVMaximumDischargePower = Part20.Number(11_000) },
        }, AcSchema.TryDecode);
        yield return (new DC_ChargeLoopRes
        {
            Header = Part20.Header,
            ResponseCode = ResponseCodeType.OK,
            EVSEStatus = new EVSEStatusType { NotificationMaxDelay = 60, EVSENotification = EvseNotificationType.Pause },
            EVSEPresentCurrent = Part20.Number(125),
            EVSEPresentVoltage = Part20.Number(400),
            EVSEPowerLimitAchieved = false,
            EVSECurrentLimitAchieved = true,
            EVSEVoltageLimitAchieved = false,
            CLResControlMode = new Scheduled_DC_CLResControlModeType { EVSEMaximumVoltage = Part20.Number(920) },
        }, DcSchema.TryDecode);
        yield return (new WPT_FinePositioningSetupReq
        {
            Header = Part20.Header,
            EVProcessing = ProcessingType.Ongoing,
            EVDeviceFinePositioningMethodList = new() { WPT_FinePositioningMethod = [WPT_FinePositioningMethodType.LF_TxEV] },
            EVDevicePairingMethodList = new() { WPT_PairingMethod = [WPT_PairingMethodType.External_confirmation] },
            EVDeviceAlignmentCheckMethodList = new() { WPT_AlignmentCheckMethod = [WPT_AlignmentCheckMethodType.LPE] },
            NaturalOffset = 40,
            VendorSpecificDataContainer = [ExiBytes.FromHex("01"), ExiBytes.FromHex("02"), ExiBytes.FromHex("03")],
            LF_SystemSetupData = new()
            {
                LF_ReceiverSetupData = new() { NumberOfReceivers = 2, RxSpecData = [Antenna(1), Antenna(2)] },
            },
        }, WptSchema.TryDecode);
    }

    private static WPT_TxRxSpecDataType Antenna(uint number) => new()
    {
        TxRxIdentifier = number,
        TxRxPosition = new() { Coord_X = -1, Coord_Y = 0, Coord_Z = 1 },
        TxRxOrientation = new() { Coord_X = 0, Coord_Y = 0, Coord_Z = -1 },
    };
}
