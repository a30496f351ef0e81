using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Testing.Simulation;

namespace PairSettle.Records.Tests.Settlement;

public sealed class CrashTests
{
    private static readonly SettlementWorld World = SettlementWorld.Create(TestSession.SharedKeys);
    private static readonly SimulationOptions Short = new() { Seed = 5, ChargeFor = TimeSpan.FromSeconds(45) };

    [Theory]
    [InlineData(PartyRole.Charger)]
    [InlineData(PartyRole.Vehicle)]
    public void Run_CrashBeforeEveryOutput_SettlesEveryAgreementOnBothSides(PartyRole role)
    {
        var outputs = SettlementSimulation.Run(World, Short).Outputs[role];
        for (var output = 0; output < outputs; output++)
        {
            var report = SettlementSimulation.Run(World, Short with { Seed = 5, CrashAt = (role, output) });
            Assert.Equal(1, report.Crashes);
            SettlementSimulationTests.AssertSettled(report);
        }
    }

    [Theory]
    [InlineData(PartyRole.Charger)]
    [InlineData(PartyRole.Vehicle)]
    public void Run_VanishAfterEveryMessage_LeavesTheOtherWithAValidRecordOrNothingToSettle(PartyRole role)
    {
        var messages = SettlementSimulation.Run(World, Short).Messages[role];
        var unilateral = 0;
        for (var sent = 1; sent <= messages; sent++)
        {
            var report = SettlementSimulation.Run(World, Short with { VanishAfter = (role, sent), Horizon = TimeSpan.FromMinutes(30) });
            var records = role == PartyRole.Charger ? report.VehicleRecords : report.ChargerRecords;
            var agreed = report.Journals[role == PartyRole.Charger ? PartyRole.Vehicle : PartyRole.Charger]
                .Any(entry => entry.Kind == JournalEntryKind.Acceptance);
            if (!agreed)
            {
                Assert.Empty(records);
                continue;
            }

            var settled = records[^1];
            var lastKnown = settled.Record.LastCheckpoint?.Content.ImportWh ?? 0;
            unilateral += settled.Outcome == SettlementOutcome.Unilateral ? 1 : 0;
            Assert.True(settled.Outcome is SettlementOutcome.Unilateral or SettlementOutcome.Matched, $"{settled.Outcome} after {sent} messages");
            SettlementSimulationTests.AssertValid(report, settled.Record);
            if (settled is { Outcome: SettlementOutcome.Unilateral, Record.ChargerHalf.Content: { } half })
            {
                // A vehicle that stopped and acknowledged everything owes nothing but its half.
                Assert.Equal(half.ImportWh == lastKnown && half.EndReason == EndReason.VehicleStopped ? half.EndReason : EndReason.PeerLost, half.EndReason);
                Assert.True(half.ImportWh - lastKnown <= World.Charger.Slice.EnergyWh + report.LargestStepWh, $"{half.ImportWh} after {lastKnown}");
            }
        }

        Assert.True(unilateral > 3, $"only {unilateral} unilateral records");
    }

    [Fact]
    public void Recover_EveryPrefixOfTheChargersJournal_ResumesOrSettlesWithTheSameOctets()
    {
        var duel = GoldenSessionTests.Play();
        var journal = duel.Journals[PartyRole.Charger];
        for (var length = 0; length <= journal.Count; length++)
        {
            var state = ChargerSettlement.Recover(World.Charger, journal.Take(length));
            var step = ChargerSettlement.Step(state, new SettlementInput.Started(duel.Time));
            step = ChargerSettlement.Step(step.State, new SettlementInput.Linked(duel.Time, ChannelBinding.None));
            AssertOnlyJournaled(step.Outputs, journal.Take(length));
            Assert.Equal(
                journal.Take(length).Any(entry => entry.Kind == JournalEntryKind.Acceptance),
                step.State.Session is not null);
            Assert.False(step.State.Session?.PowerPermitted ?? false);
        }
    }

    [Fact]
    public void Recover_EveryPrefixOfTheVehiclesJournal_ResumesOrSettlesWithTheSameOctets()
    {
        var duel = GoldenSessionTests.Play();
        var journal = duel.Journals[PartyRole.Vehicle];
        for (var length = 0; length <= journal.Count; length++)
        {
            var state = VehicleSettlement.Recover(World.Vehicle, journal.Take(length));
            var step = VehicleSettlement.Step(state, new SettlementInput.Started(duel.Time));
            step = VehicleSettlement.Step(step.State, new SettlementInput.Linked(duel.Time, ChannelBinding.None));
            AssertOnlyJournaled(step.Outputs, journal.Take(length));
            Assert.False(step.State.Session?.PowerPermitted ?? false);
        }
    }

    [Fact]
    public void Recover_FinishedJournal_KeepsCountersHeadsAndClock()
    {
        var duel = GoldenSessionTests.Play();
        var recovered = ChargerSettlement.Recover(World.Charger, duel.Journals[PartyRole.Charger]).History;

        Assert.Equal(1, recovered.RecordCounter);
        Assert.Equal(duel.Charger.History.Head, recovered.Head);
        Assert.Equal(210, recovered.CumulativeImportWh);
        Assert.Equal(duel.Charger.History.Peers.Single(), recovered.Peers.Single());
        Assert.Equal(duel.Charger.History.Offline.Single(), recovered.Offline.Single());
        Assert.True(recovered.Floor >= World.Pki.Now);
    }

    [Fact]
    public void Recover_JournalOfNoise_IsADeviceWithoutAPast()
    {
        var noise = Enum.GetValues<JournalEntryKind>().Select(kind => new JournalEntry(kind, new byte[] { 1, 2, 3 })).ToArray();

        Assert.Equal(ChargerPhase.Idle, ChargerSettlement.Recover(World.Charger, noise).Phase);
        Assert.Equal(VehiclePhase.Idle, VehicleSettlement.Recover(World.Vehicle, noise).Phase);
    }

    private static void AssertOnlyJournaled(IEnumerable<SettlementOutput> outputs, IEnumerable<JournalEntry> journal)
    {
        foreach (var send in outputs.OfType<SettlementOutput.Send>().Where(send => send.Kind is not (PairMessageKind.Stop or PairMessageKind.Abort)))
        {
            Assert.Contains(journal, entry => entry.Content.Span.SequenceEqual(send.Message.Span));
        }

        Assert.DoesNotContain(outputs, output => output is SettlementOutput.Sign);
    }
}
