using System.Globalization;
using System.Text;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement;
using PairSettle.Records.Verification;
using PairSettle.Testing.Simulation;

namespace PairSettle.Records.Tests.Settlement;

public sealed class SettlementSimulationTests
{
    private static readonly SettlementWorld World = SettlementWorld.Create(TestSession.SharedKeys);

    internal static readonly SimulationOptions Storm = new()
    {
        FaultsFor = TimeSpan.FromMinutes(6),
        DropPerMille = 120,
        DuplicatePerMille = 120,
        MaxDelay = TimeSpan.FromMilliseconds(900),
        CrashPerMille = 3,
        BreakPerMille = 20,
        MaxClockOffset = TimeSpan.FromSeconds(100),
        MaxClockDriftPpm = 200,
    };

    [Fact]
    public void Run_WithoutFaults_EndsInOneMatchedPair()
    {
        var report = SettlementSimulation.Run(World, new() { Seed = 1 });

        var charger = Assert.Single(report.ChargerRecords);
        var vehicle = Assert.Single(report.VehicleRecords);
        Assert.Equal(SettlementOutcome.Matched, charger.Outcome);
        Assert.Equal(charger.Record.Id, vehicle.Record.Id);
        AssertVerdict(report, charger.Record, RecordVerdict.Valid, EvidenceGrade.Paired);
        AssertVerdict(report, vehicle.Record, RecordVerdict.Valid, EvidenceGrade.Paired);
    }

    [Fact]
    public void Run_UnderAStormOfFaults_SettlesAndBreaksNoProperty()
    {
        var crashes = 0;
        for (ulong seed = 1; seed <= 100; seed++)
        {
            var report = SettlementSimulation.Run(World, Storm with { Seed = seed });
            crashes += report.Crashes;
            AssertSettled(report);
        }

        Assert.True(crashes > 40, $"only {crashes} crashes: the storm is too weak to show anything");
    }

    [Fact]
    public void Run_WithSeveralSessions_AccountsForEveryWattHour()
    {
        for (ulong seed = 1001; seed <= 1020; seed++)
        {
            var report = SettlementSimulation.Run(World, Storm with { Seed = seed, Sessions = 3, ChargeFor = TimeSpan.FromMinutes(1) });
            AssertSettled(report);
            AssertConservation(report);
        }
    }

    [Fact]
    public void Run_NothingArrivesAroundTheEnd_BothSettleOnTheLastCheckpointThatBothSigned()
    {
        // From some message on, nothing arrives until both have given the other up; then the link is good again.
        const int Hello = 4, Lost = 400;
        var world = World with { Vehicle = World.Vehicle with { Timers = World.Vehicle.Timers with { PeerLost = TimeSpan.FromSeconds(90) } } };
        var undisturbed = new SimulationOptions { Seed = 11, ChargeFor = TimeSpan.FromSeconds(45) };
        var messages = SettlementSimulation.Run(world, undisturbed).Messages.Values.Sum();
        var outcomes = new List<(SettlementOutcome Outcome, bool AckCameLate)>();
        for (var first = Hello; first < messages; first++)
        {
            var sent = 0;
            var report = SettlementSimulation.Run(world, undisturbed with
            {
                OnMessage = (_, message) => ++sent > first && sent <= first + Lost ? [] : [message],
            });

            var (charger, vehicle) = (report.ChargerRecords[^1], report.VehicleRecords[^1]);
            Assert.Equal((ChargerPhase.Settled, VehiclePhase.Settled), (report.Charger.Phase, report.Vehicle.Phase));
            Assert.Equal((charger.Outcome, charger.Record.Id), (vehicle.Outcome, vehicle.Record.Id));
            Assert.Equal(charger.Record.LastCheckpoint, vehicle.Record.LastCheckpoint);
            AssertValid(report, charger.Record);
            AssertValid(report, vehicle.Record);
            var half = charger.Record.ChargerHalf!.Content;
            outcomes.Add((charger.Outcome, half.LastCheckpoint?.Sequence != charger.Record.LastCheckpoint?.Content.Sequence));
            if (charger.Outcome == SettlementOutcome.Apart)
            {
                var verified = RecordVerifier.Verify(charger.Record, World.Pki.Anchors, RecordPolicy.Default);
                Assert.Equal(EvidenceGrade.Receipted, verified.Grade);
                Assert.Equal(charger.Record.LastCheckpoint!.Content.ImportWh, verified.Amounts!.SettledWh);
                Assert.Equal(half.ImportWh, verified.Amounts.SettledWh + verified.Amounts.ClaimedWh);
                Assert.Equal(half.Cost, new(verified.Amounts.SettledCost.MinorUnits + verified.Amounts.ClaimedCost.MinorUnits, half.Cost.Currency));
                Assert.InRange(verified.Amounts.ClaimedWh, 0, world.Charger.Slice.EnergyWh + report.LargestStepWh);
            }
        }

        Assert.All(outcomes, item => Assert.True(item.Outcome is SettlementOutcome.Apart or SettlementOutcome.Matched, $"{item.Outcome}"));
        Assert.Contains((SettlementOutcome.Apart, true), outcomes);
        Assert.Contains((SettlementOutcome.Apart, false), outcomes);
    }

    [Fact]
    public void Run_WithTheSameSeed_IsTheSameRun()
    {
        var first = SettlementSimulation.Run(World, Storm with { Seed = 7 });
        var second = SettlementSimulation.Run(World, Storm with { Seed = 7 });

        Assert.Equal((first.Steps, first.Crashes, first.MeteredWh), (second.Steps, second.Crashes, second.MeteredWh));
    }

    internal static void AssertSettled(SimulationReport report)
    {
        // S6: after the faults both sides hold the same record, of both halves.
        if (report.Charger.Phase != ChargerPhase.Settled || report.Vehicle.Phase != VehiclePhase.Settled)
        {
            throw new SimulationFailedException(report.Seed, "S6", $"the charger is {report.Charger.Phase}, the vehicle {report.Vehicle.Phase}");
        }

        var charger = report.ChargerRecords[^1];
        var vehicle = report.VehicleRecords[^1];
        if (charger.Record.Id != vehicle.Record.Id)
        {
            throw new SimulationFailedException(report.Seed, "S6", "the two sides hold different records");
        }

        AssertVerdict(report, vehicle.Record, RecordVerdict.Valid, EvidenceGrade.Paired);

        // S2: what was delivered without acknowledgement is one slice and one interval between readings.
        if (report.WorstExposureWh > World.Charger.Slice.EnergyWh + report.LargestStepWh)
        {
            throw new SimulationFailedException(report.Seed, "S2", $"{report.WorstExposureWh} Wh were delivered without acknowledgement");
        }

        // Nothing that was published on the way is wrong.
        foreach (var settled in report.ChargerRecords.Concat(report.VehicleRecords).DistinctBy(item => item.Record.Id))
        {
            AssertVerdict(report, settled.Record, RecordVerdict.Valid, null);
        }

        if (report.Contradictions.Length > 0)
        {
            throw new SimulationFailedException(report.Seed, "S3", "an honest side is accused");
        }
    }

    // S4: records and stated gaps together are what the meter counted.
    private static void AssertConservation(SimulationReport report)
    {
        var halves = report.Journals[PartyRole.Charger].Where(entry => entry.Kind == JournalEntryKind.OwnHalf)
            .Select(entry => Assert.IsType<PairSettle.Records.Settlement.Messages.PairMessage.HalfRecord>(
                PairSettle.Records.Settlement.Messages.PairMessage.TryDecode(entry.Content, out var message, out _) ? message : null).Signed.Content)
            .ToArray();
        for (var i = 0; i < halves.Length; i++)
        {
            Assert.Equal(i + 1, halves[i].Device.RecordCounter);
            Assert.Equal(halves[..(i + 1)].Sum(half => half.ImportWh), halves[i].Device.CumulativeImportWh);
        }

        Assert.Equal(report.MeteredWh, halves.Sum(half => half.ImportWh + half.Device.UnaccountedWh));
    }

    internal static void AssertValid(SimulationReport report, PairRecord record) => AssertVerdict(report, record, RecordVerdict.Valid, null);

    private static void AssertVerdict(SimulationReport report, PairRecord record, RecordVerdict verdict, EvidenceGrade? grade)
    {
        var verified = RecordVerifier.Verify(record, World.Pki.Anchors, RecordPolicy.Default);
        if (verified.Verdict != verdict || (grade is { } expected && verified.Grade != expected))
        {
            var doubts = new StringBuilder();
            foreach (var finding in verified.Findings.Where(item => item.Outcome is FindingOutcome.Failed or FindingOutcome.NotChecked))
            {
                doubts.Append(CultureInfo.InvariantCulture, $"{finding.Code} {finding.Detail}; ");
            }

            throw new SimulationFailedException(report.Seed, "S6", $"a record is {verified.Verdict} {verified.Grade}: {doubts}");
        }
    }
}
