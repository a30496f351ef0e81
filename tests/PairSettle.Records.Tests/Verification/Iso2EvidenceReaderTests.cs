using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.XmlSignature;
using PairSettle.Records.Format;
using PairSettle.Records.Verification;

namespace PairSettle.Records.Tests.Verification;

public sealed class Iso2EvidenceReaderTests
{
    private static readonly ExiBytes Session = ExiBytes.FromHex("0102030405060708");

    private static Credential Contract => TestSession.SharedKeys.Contract;

    [Fact]
    public void Verify_RecordWithRealMessages_IsReceipted()
    {
        var offer = IsoSession([]).Build().Offer;
        var challenge = ExiBytes.Copy(offer.ContentHash.ToArray().AsSpan(0, 16));
        var record = Record(Authorisation(challenge), Receipt(TestSession.StartWh + 4_000), Receipt(TestSession.StartWh + TestSession.ChargerWh));
        var report = Verify(record);

        Assert.True(report.Verdict == RecordVerdict.Valid, string.Join("\n", report.Doubts));
        Assert.Equal(EvidenceGrade.Receipted, report.Grade);
        Assert.True(report.Has(RecordCheck.IsoAuthorisationBound, FindingOutcome.Passed));
        Assert.Equal(TestSession.ChargerWh, report.Amounts!.SettledWh);
    }

    [Fact]
    public void Verify_MessageSignedByAnotherKey_IsInvalid()
    {
        var report = Verify(Record(Message(Body(5_000), TestSession.SharedKeys.OemProvisioning.Signer)));
        Assert.Equal(RecordVerdict.Invalid, report.Verdict);
        Assert.True(report.Has(RecordCheck.IsoSignature, FindingOutcome.Failed));
        Assert.Equal(EvidenceGrade.Asserted, report.Grade);
    }

    [Fact]
    public void Read_EveryByteChanged_IsUnreadableOrUnsignedOrSaysTheSame()
    {
        var reader = new Iso2EvidenceReader();
        var octets = Receipt(5_000);
        var honest = reader.Read(octets, Contract.Leaf, null)!;
        Assert.True(honest.SignatureValid);
        for (var i = 0; i < octets.Length; i++)
        {
            octets[i] ^= 0x10;
            if (reader.Read(octets, Contract.Leaf, null) is { SignatureValid: true } evidence)
            {
                // The header's session identifier is not signed; all that is read here is.
                Assert.Equal(honest.MeterReadingWh, evidence.MeterReadingWh);
                Assert.Equal(honest.MeterId, evidence.MeterId);
                Assert.Equal(honest.SessionId.ToArray(), evidence.SessionId.ToArray());
            }

            octets[i] ^= 0x10;
        }
    }

    [Fact]
    public void Read_SalesTariff_IsCheckedUnderTheIssuer()
    {
        var issuer = TestSession.SharedKeys.MoDeclarationSigner;
        var tariff = new SalesTariffType
        {
            SalesTariffID = 1,
            Id = "t1",
            SalesTariffEntry = [new() { TimeInterval = new RelativeTimeIntervalType { start = 0 } }],
        };
        var body = new ChargeParameterDiscoveryRes
        {
            ResponseCode = ResponseCodeType.OK,
            EVSEProcessing = EVSEProcessingType.Finished,
            SASchedules = Schedules.Flat(11_000, tariff),
            EVSEChargeParameter = new AC_EVSEChargeParameterType
            {
                AC_EVSEStatus = new() { NotificationMaxDelay = 0, EVSENotification = EVSENotificationType.None, RCD = false },
                EVSENominalVoltage = PhysicalValueType.FromVolts(230, MidpointRounding.ToZero),
                EVSEMaxCurrent = PhysicalValueType.FromAmperes(16, MidpointRounding.ToZero),
            },
        };
        var exi = V2G_Message.Create(Session, body, XmlSignatureBuilder.Sign(SignedElement.Of(tariff), issuer.Signer)).ToExi();
        var reader = new Iso2EvidenceReader();

        Assert.True(reader.Read(exi, Contract.Leaf, issuer.Leaf)!.SignatureValid);
        Assert.False(reader.Read(exi, Contract.Leaf, Contract.Leaf)!.SignatureValid);
        Assert.Null(reader.Read(exi, Contract.Leaf, null)!.SignatureValid);
    }

    [Fact]
    public void Read_OtherMessages_AreNotEvidence()
    {
        var reader = new Iso2EvidenceReader();
        Assert.Null(reader.Read(V2G_Message.Create(Session, new SessionStopReq { ChargingSession = ChargingSessionType.Terminate }).ToExi(), Contract.Leaf, null));
        Assert.Null(reader.Read(new byte[] { 1, 2, 3 }, Contract.Leaf, null));
        Assert.Null(reader.Read(ReadOnlyMemory<byte>.Empty, Contract.Leaf, null));
    }

    private static byte[] Authorisation(ExiBytes challenge) => Message(new AuthorizationReq { Id = "a1", GenChallenge = challenge }, Contract.Signer);

    private static byte[] Receipt(long registerWh) => Message(Body(registerWh), Contract.Signer);

    private static MeteringReceiptReq Body(long registerWh) => new()
    {
        Id = "r1",
        SessionID = Session,
        SAScheduleTupleID = 1,
        MeterInfo = new() { MeterID = TestSession.MeterSerial, MeterReading = (ulong)registerWh },
    };

    private static byte[] Message(BodyBaseType body, ICredentialSigner signer) => V2G_Message.Create(
        Session,
        body,
        XmlSignatureBuilder.Sign(body is AuthorizationReq authorization ? SignedElement.Of(authorization) : SignedElement.Of((MeteringReceiptReq)body), signer)).ToExi();

    private static PairRecord Record(params byte[][] messages) => IsoSession(messages).Build() with
    {
        Acceptance = null, VehicleHalf = null, LastCheckpoint = null, LastAck = null,
    };

    private static TestSession IsoSession(byte[][] messages)
    {
        var attachments = messages.Select(static message => new Attachment(AttachmentKind.IsoMessage, ExiBytes.Copy(message))).ToArray();
        return new()
        {
            Unaccepted = true,
            Disclose = false,
            OnOffer = static offer => offer with
            {
                Hello = null, VehicleNonce = default, Commitments = [], StartMeter = TestSession.Meter(TestSession.StartWh, 0, TestSession.At(5)),
            },
            OnChargerHalf = half => half with { LastCheckpoint = null, IsoEvidence = ExiList.Create<Digest>([.. attachments.Select(static item => item.Hash)]) },
            OnAttachments = list => [.. list, .. attachments],
        };
    }

    private static RecordReport Verify(PairRecord record) => RecordVerifier.Verify(record, TestSession.SharedKeys.Anchors, RecordPolicy.Default);
}
