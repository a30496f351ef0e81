using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement;
using PairSettle.Records.Tariffs;
using PairSettle.Records.Verification;
using PairSettle.Testing.Simulation;

namespace PairSettle.Records.Tests.Settlement;

public sealed class IsoReceiptSessionTests
{
    private static readonly SettlementWorld World = SettlementWorld.Create(TestSession.SharedKeys);

    [Fact]
    public void Assemble_ExternalPayment_IsAnAssertedRecordInTheChargersChain()
    {
        var (record, state) = Settle(contract: null, LiabilityClass.External);
        var report = RecordVerifier.Verify(PairRecord.Parse(record.ToDer()), World.Pki.Anchors, RecordPolicy.Default);

        Assert.Equal((RecordVerdict.Valid, EvidenceGrade.Asserted), (report.Verdict, report.Grade));
        Assert.Equal(1, state.History.RecordCounter);
        Assert.Equal(500, state.History.CumulativeImportWh);
    }

    [Fact]
    public void Assemble_VerifiedContract_NamesPayerAndPromise()
    {
        var (record, _) = Settle(Contract(), LiabilityClass.ChargePointOperator);

        Assert.Equal(LiabilityClass.MobilityOperator, record.Offer.Content.Liability);
        Assert.Equal(World.Charger.Declarations[0].Hash, record.Offer.Content.Roaming);
        Assert.Equal(new Digest(World.Pki.Contract.Leaf.Sha256.Span), record.ChargerHalf!.Content.PeerCertificate);
        Assert.Equal(RecordVerdict.Valid, RecordVerifier.Verify(record, World.Pki.Anchors, RecordPolicy.Default).Verdict);
    }

    [Fact]
    public void Challenge_OfTheOffer_IsTheBeginningOfItsHash()
    {
        var session = Begin(Contract(), LiabilityClass.External);

        Assert.Equal(session.Offer.Hash.ToArray()[..16], session.Challenge.ToArray());
    }

    [Fact]
    public void Begin_MobilityOperatorWithoutAPromise_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Begin(contract: null, LiabilityClass.MobilityOperator));

    [Fact]
    public void Recover_JournalWithAReceiptedRecord_ContinuesTheChain()
    {
        var journal = new List<JournalEntry>();
        var (_, state) = Settle(Contract(), LiabilityClass.External, journal);
        var recovered = ChargerSettlement.Recover(World.Charger, journal);

        Assert.Equal(ChargerPhase.Idle, recovered.Phase);
        Assert.Equal(state.History.Head, recovered.History.Head);
        Assert.Equal(1, recovered.History.RecordCounter);
    }

    [Fact]
    public void Step_RecordThatDoesNotContinueTheChain_IsNotTaken()
    {
        var (record, state) = Settle(Contract(), LiabilityClass.External);
        var step = ChargerSettlement.Step(state, new SettlementInput.Receipted(At(100), record));

        Assert.Empty(step.Outputs);
        Assert.Equal(state, step.State);
    }

    [Fact]
    public void Begin_ChainOfAnotherUse_IsRefusedWithItsCode()
    {
        var charger = ChainVerifier.Verify(World.Pki.Request(World.Pki.Secc, CertificateUse.Secc)).Chain!;
        var refused = Assert.Throws<ChainUseException>(() => Begin(charger, LiabilityClass.External));
        Assert.Equal((CertificateUse.Contract, CertificateUse.Secc, "contract"), (refused.Expected, refused.Found, refused.ParamName));
        Assert.StartsWith("CRED5001", refused.Message, StringComparison.Ordinal);
    }

    private static (PairRecord Record, ChargerState State) Settle(
        VerifiedChain? contract, LiabilityClass liability, List<JournalEntry>? journal = null)
    {
        var session = Begin(contract, liability);
        var offer = SignedPart.Sign(session.Offer, World.Charger.Credential);
        var usage = session.BeginUsage(At(10).Wall).Advance(UsageKind.Charging, TimeSpan.FromMinutes(5), 500, 0);
        var end = World.Read(1_000_500, At(311).Wall, powerIsOff: true);
        var state = ChargerSettlement.Create(World.Charger);
        var half = SignedPart.Sign(
            session.End(usage, end, EndReason.VehicleStopped, [], state.History, TimeQuality.Informative), World.Charger.Credential);
        var record = session.Assemble(offer, half, [], end);
        var step = ChargerSettlement.Step(state, new SettlementInput.Receipted(At(312), record));
        Assert.Equal(SettlementOutcome.Receipted, Assert.Single(step.Outputs.OfType<SettlementOutput.Publish>()).Settled.Outcome);
        journal?.AddRange(step.Outputs.OfType<SettlementOutput.Persist>().Select(output => output.Entry));
        return (record, step.State);
    }

    private static IsoReceiptSession Begin(VerifiedChain? contract, LiabilityClass liability) => IsoReceiptSession.Begin(
        World.Charger,
        contract,
        liability,
        ChannelBinding.None,
        World.Read(1_000_000, At(0).Wall, powerIsOff: true),
        TestSession.Fill(IsoReceiptSession.RandomOctets(World.Charger), 0x33),
        At(1).Wall);

    private static VerifiedChain Contract() =>
        ChainVerifier.Verify(World.Pki.Request(World.Pki.Contract, CertificateUse.Contract)).Chain!;

    private static SettlementTime At(int seconds) =>
        new(new(World.Pki.Now.AddSeconds(seconds), TimeQuality.Informative), TimeSpan.FromSeconds(seconds));
}
