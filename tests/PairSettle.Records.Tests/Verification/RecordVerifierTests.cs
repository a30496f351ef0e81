using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Verification;

namespace PairSettle.Records.Tests.Verification;

public sealed class RecordVerifierTests
{
    public static TheoryData<int, string> Tamperings()
    {
        var rows = new TheoryData<int, string>();
        for (var i = 0; i < Tampering.All.Length; i++)
        {
            rows.Add(i, Tampering.All[i].Name);
        }

        return rows;
    }

    [Fact]
    public void Verify_HonestSession_IsValidAndPaired()
    {
        var report = Verify(new TestSession().Build());

        Assert.True(report.Verdict == RecordVerdict.Valid, string.Join("\n", report.Findings));
        Assert.Equal(EvidenceGrade.Paired, report.Grade);
        Assert.Empty(report.Doubts);
        Assert.Equal(new(TestSession.ChargerWh, new(579, Currency.Euro), 0, new(0, Currency.Euro)), report.Amounts);
        Assert.Equal(5, report.Chains.Length);
    }

    [Theory]
    [MemberData(nameof(Tamperings))]
    public void Verify_TamperedRecord_IsNamedByItsCause(int index, string name)
    {
        var tampering = Tampering.All[index];
        var record = tampering.Build();
        var report = RecordVerifier.Verify(record, tampering.Trust ?? TestSession.SharedKeys.Anchors, tampering.Policy, tampering.Reader);

        Assert.True(report.Verdict == tampering.Verdict, $"{name}: {report.Verdict}\n{string.Join("\n", report.Doubts)}");
        var finding = report.Findings.FirstOrDefault(item => item.Check == tampering.Check && item.Outcome == tampering.Outcome
            && item.Detail.Contains(tampering.Detail, StringComparison.Ordinal));
        Assert.True(finding is not null, $"{name}: no {tampering.Outcome} {tampering.Check}\n{string.Join("\n", report.Findings)}");
        if (tampering.Verdict != RecordVerdict.Valid)
        {
            Assert.Contains(finding.Code, report.Narrative, StringComparison.Ordinal);
            Assert.Null(report.Amounts);
        }
    }

    [Fact]
    public void Tamperings_EveryCheck_IsProvokedByOne()
    {
        var provoked = Tampering.All.Select(static row => row.Check).ToHashSet();
        Assert.All(Enum.GetValues<RecordCheck>(), check => Assert.Contains(check, provoked));
    }

    [Fact]
    public void Verify_HonestSession_MakesEveryCheckThatApplies()
    {
        var session = new TestSession { OnPolicy = static same => same };
        var report = Verify(session.Build());
        var made = report.Findings.Select(static finding => finding.Check).ToHashSet();
        RecordCheck[] inapplicable =
        [
            RecordCheck.UnacknowledgedDelivery, RecordCheck.IsoMessageReadable, RecordCheck.IsoSignature, RecordCheck.IsoAuthorisationBound,
            RecordCheck.IsoSession, RecordCheck.IsoReceipt, RecordCheck.CostOfCheckpoint, RecordCheck.DeviceGap,
            RecordCheck.DisclosureRequired, RecordCheck.PolicyCharger, RecordCheck.PolicyContract,
        ];
        Assert.Equal(RecordVerdict.Valid, report.Verdict);
        Assert.Empty(Enum.GetValues<RecordCheck>().Except(made).Except(inapplicable));
    }

    [Fact]
    public void Verify_VehicleVanished_SettlesUpToTheLastCheckpointAndClaimsTheRest()
    {
        var session = new TestSession
        {
            OnCheckpoint = same => same with
            {
                ImportWh = 10_400,
                Cost = new(542, Currency.Euro),
                Meter = new TestSession().SignMeter(TestSession.Meter(TestSession.StartWh + 10_400, 0, TestSession.At(1_700))),
            },
            OnAck = static same => same with { ImportWh = 10_300 },
        };
        var report = Verify(session.Build() with { VehicleHalf = null });

        Assert.True(report.Verdict == RecordVerdict.Valid, string.Join("\n", report.Doubts));
        Assert.Equal(EvidenceGrade.Receipted, report.Grade);
        Assert.Equal(new(10_400, new(542, Currency.Euro), 800, new(37, Currency.Euro)), report.Amounts);
        Assert.Contains("a further 800 Wh for 0.37 EUR are claimed by one party alone", report.Narrative, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_ChargerVanished_SettlesTheLastCheckpoint()
    {
        var report = Verify(new TestSession().Build() with { ChargerHalf = null });

        Assert.True(report.Verdict == RecordVerdict.Valid, string.Join("\n", report.Doubts));
        Assert.Equal(EvidenceGrade.Receipted, report.Grade);
        Assert.Equal(new(TestSession.ChargerWh, new(579, Currency.Euro), 0, new(0, Currency.Euro)), report.Amounts);
    }

    [Fact]
    public void Verify_UnmodifiedVehicleWithReceipts_IsReceipted()
    {
        var report = VerifyIso(Tampering.Receipt());

        Assert.True(report.Verdict == RecordVerdict.Valid, string.Join("\n", report.Doubts));
        Assert.Equal(EvidenceGrade.Receipted, report.Grade);
        Assert.Equal(TestSession.ChargerWh, report.Amounts!.SettledWh);
    }

    [Fact]
    public void Verify_LastReceiptBeforeTheEnd_SettlesUpToItAndClaimsTheRest()
    {
        var last = Tampering.Receipt() with { MeterReadingWh = TestSession.StartWh + 5_600 };
        var report = VerifyIso(last with { MeterReadingWh = TestSession.StartWh + 1_000 }, last, last with { MeterReadingWh = 3_000 });

        Assert.True(report.Verdict == RecordVerdict.Valid, string.Join("\n", report.Doubts));
        Assert.Equal(EvidenceGrade.Receipted, report.Grade);

        // 0.50 and 5.6 kWh at 0.39, with 19 % tax, are 3.19396.
        Assert.Equal(new(5_600, new(319, Currency.Euro), 5_600, new(260, Currency.Euro)), report.Amounts);
        Assert.Contains(
            "Settled are 5600 Wh for 3.19 EUR, up to the vehicle's last receipt, at the cost that the tariff gives for that part; "
            + "a further 5600 Wh for 2.60 EUR are claimed by one party alone.",
            report.Narrative,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_ReceiptOfNothing_SettlesNothing()
    {
        var report = VerifyIso(Tampering.Receipt() with { MeterReadingWh = 0 });

        Assert.Equal(new(0, new(0, Currency.Euro), TestSession.ChargerWh, new(579, Currency.Euro)), report.Amounts);
    }

    [Fact]
    public void Verify_UnmodifiedVehicleWithAuthorisationAlone_IsAuthorisedAndClaimed()
    {
        var report = VerifyIso(new IsoEvidence { Kind = IsoEvidenceKind.Authorisation, SignatureValid = true });

        Assert.Equal(RecordVerdict.Valid, report.Verdict);
        Assert.Equal(EvidenceGrade.Authorised, report.Grade);
        Assert.Equal(TestSession.ChargerWh, report.Amounts!.ClaimedWh);
    }

    [Fact]
    public void Verify_ChallengeDerivedFromTheOffer_IsBound()
    {
        var record = IsoRecord(1);
        var report = RecordVerifier.Verify(record, TestSession.SharedKeys.Anchors, RecordPolicy.Default, new ScriptedIsoReader(new IsoEvidence
        {
            Kind = IsoEvidenceKind.Authorisation, SignatureValid = true, Challenge = record.Offer.ContentHash.ToArray().AsMemory(0, 16),
        }));
        Assert.True(report.Has(RecordCheck.IsoAuthorisationBound, FindingOutcome.Passed));
    }

    [Fact]
    public void Verify_NobodyIdentified_IsAsserted()
    {
        var session = new TestSession
        {
            Unaccepted = true,
            Disclose = false,
            OnOffer = static offer => offer with
            {
                Hello = null, VehicleNonce = default, ContractChain = [], Roaming = null, Liability = LiabilityClass.External, Commitments = [],
            },
            OnChargerHalf = static half => half with { PeerCertificate = null, LastCheckpoint = null },
        };
        var record = session.Build();
        var contract = session.Pki.Contract;
        var named = TestSession.Certificates(contract).Concat(TestSession.Certificates(session.Pki.MoDeclarationSigner))
            .Select(TestSession.HashOf).ToHashSet();
        record = record with
        {
            Acceptance = null,
            VehicleHalf = null,
            LastCheckpoint = null,
            LastAck = null,
            Attachments = ExiList.Create<Attachment>([.. ((IEnumerable<Attachment>)record.Attachments).Where(item => !named.Contains(item.Hash)
                && !(SignedPart.TryParse<Declaration>(item.Encoded.Memory, out var part, out _)
                    && part.Content.Body is RoamingBody))]),
        };
        var report = Verify(record);

        Assert.True(report.Verdict == RecordVerdict.Valid, string.Join("\n", report.Doubts));
        Assert.Equal(EvidenceGrade.Asserted, report.Grade);
    }

    [Fact]
    public void Narrative_HonestSession_TellsTerms()
    {
        var text = Verify(new TestSession().Build()).Narrative;

        Assert.Contains("This record is Valid, grade Paired.", text, StringComparison.Ordinal);
        Assert.Contains(TestSession.SharedKeys.EMAID, text, StringComparison.Ordinal);
        Assert.Contains("tariff AC-2026 in EUR, declared by the charge point operator", text, StringComparison.Ordinal);
        Assert.Contains("11200 Wh into the vehicle", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_NothingDisclosed_HoldsNothingPersonal()
    {
        var report = Verify(new TestSession { Disclose = false }.Build());
        var said = report.Narrative + string.Join("\n", report.Findings);

        Assert.DoesNotContain(TestSession.SharedKeys.EMAID, said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("52.5200", said, StringComparison.Ordinal);
        Assert.Contains("a contract that is not disclosed", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_PreviousRecordKnown_IsFollowed()
    {
        var before = new TestSession { OnVehicleHalf = static half => half with { EndedAt = TestSession.At(1_811) } }.Build().VehicleHalf!.Content;
        var first = before with
        {
            StartedAt = TestSession.At(-7_200),
            EndedAt = TestSession.At(-3_600),
            Device = before.Device with { RecordCounter = 8, CumulativeImportWh = 400_000, CumulativeCost = new(19_000, Currency.Euro) },
        };
        var session = new TestSession
        {
            OnVehicleHalf = half => half with
            {
                Device = half.Device with
                {
                    PreviousRecord = first.Hash,
                    CumulativeImportWh = 400_000 + half.ImportWh,
                    CumulativeCost = new(19_000 + half.Cost.MinorUnits, Currency.Euro),
                },
            },
        };
        var policy = new RecordPolicy { KnownHalves = System.Collections.Immutable.ImmutableDictionary<Digest, HalfRecord>.Empty.Add(first.Hash, first) };
        var report = RecordVerifier.Verify(session.Build(), TestSession.SharedKeys.Anchors, policy);

        Assert.True(report.Has(RecordCheck.DevicePrevious, FindingOutcome.Passed), string.Join("\n", report.Doubts));
        Assert.Equal(RecordVerdict.Valid, report.Verdict);
    }

    [Fact]
    public void Verify_OneBitFlippedAnywhere_IsNeverValid()
    {
        var octets = new TestSession().Build().ToDer();
        var random = new Random(20261122);
        var refused = 0;
        for (var round = 0; round < 800; round++)
        {
            var bit = random.Next(octets.Length * 8);
            octets[bit / 8] ^= (byte)(1 << (bit % 8));
            if (PairRecord.TryParse(octets, out var record, out var error))
            {
                var report = Verify(record);
                Assert.True(report.Verdict != RecordVerdict.Valid, $"bit {bit} of {octets.Length} octets goes unnoticed");
            }
            else
            {
                Assert.NotEqual(RecordFault.None, error.Fault);
                refused++;
            }

            octets[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.InRange(refused, 1, 799);
    }

    private static RecordReport Verify(PairRecord record) => RecordVerifier.Verify(record, TestSession.SharedKeys.Anchors, RecordPolicy.Default);

    private static RecordReport VerifyIso(params IsoEvidence[] messages) => RecordVerifier.Verify(
        IsoRecord(messages.Length), TestSession.SharedKeys.Anchors, RecordPolicy.Default, new ScriptedIsoReader(messages));

    private static PairRecord IsoRecord(int count)
    {
        var attachments = Enumerable.Range(0, count).Select(static index => new Attachment(AttachmentKind.IsoMessage, ExiBytes.Copy([(byte)index]))).ToArray();
        var session = new TestSession
        {
            Unaccepted = true,
            Disclose = false,
            OnOffer = static offer => offer with { Hello = null, VehicleNonce = default, Commitments = [] },
            OnChargerHalf = half => half with { LastCheckpoint = null, IsoEvidence = ExiList.Create<Digest>([.. attachments.Select(static item => item.Hash)]) },
            OnAttachments = list => [.. list, .. attachments],
        };
        return session.Build() with { Acceptance = null, VehicleHalf = null, LastCheckpoint = null, LastAck = null };
    }
}
