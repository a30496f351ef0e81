using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement;
using PairSettle.Records.Verification;
using PairSettle.Testing.Simulation;

namespace PairSettle.Records.Tests.Settlement.Hosts;

public sealed class SettlementHostTests
{
    private const int Steps = 3;

    // Only to end a test that hangs; nothing is measured by it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly SettlementWorld World = SettlementWorld.Create(TestSession.SharedKeys);

    [Fact]
    public async Task SettleAsync_HonestPair_BothHoldTheSameMatchedRecord()
    {
        var pair = new HostPair(World, Steps);
        var (charger, vehicle) = await Both(pair.Start());

        Assert.Equal((SettlementOutcome.Matched, SettlementOutcome.Matched), (charger.Outcome, vehicle.Outcome));
        Assert.Equal(charger.Settled!.Record.Id, vehicle.Settled!.Record.Id);
        Assert.Equal(Steps * HostPair.StepWh, charger.Settled.Record.ChargerHalf!.Content.ImportWh);
        Assert.Equal(charger.Settled, Assert.Single(pair.ChargerListener.Records));
        Assert.Equal(vehicle.Settled, Assert.Single(pair.VehicleListener.Records));
        AssertValid(charger.Settled.Record, EvidenceGrade.Paired);
        AssertValid(vehicle.Settled.Record, EvidenceGrade.Paired);
        Assert.False(pair.ChargerListener.PowerFlows || pair.VehicleListener.PowerFlows);
    }

    [Fact]
    public async Task SettleAsync_AgainOverAnotherLink_IsNotEndedByTheEndOfTheFormerOne()
    {
        var pair = new HostPair(World, Steps);
        var (chargerLink, vehicleLink, channel) = pair.Connect();
        var first = (pair.Charger.SettleAsync(chargerLink, channel, default), pair.Vehicle.SettleAsync(vehicleLink, channel, default));
        await Both(first);
        await chargerLink.DisposeAsync();
        await vehicleLink.DisposeAsync();

        pair.PrepareNextSession();
        var (charger, vehicle) = await Both(pair.Start());
        Assert.Equal((SettlementOutcome.Matched, SettlementOutcome.Matched), (charger.Outcome, vehicle.Outcome));
        Assert.Equal(charger.Settled!.Record.Id, vehicle.Settled!.Record.Id);
        Assert.Equal(2, charger.Settled.Record.ChargerHalf!.Content.Device.RecordCounter);
    }

    [Theory]
    [InlineData(Fate.IsLostWithTheLink)]
    [InlineData(Fate.BecomesNoise)]
    public async Task SettleAsync_AnyMessageSpoiled_EndsWithARecordWhereverThereWasAnAgreement(object fate)
    {
        var messages = await CountMessages();
        for (var spoiled = 0; spoiled < messages; spoiled++)
        {
            var number = spoiled;
            var pair = new HostPair(World, Steps) { FateOf = (sent, _) => sent == number ? (Fate)fate : Fate.Arrives };
            var (charger, vehicle) = pair.Start();
            var both = Task.WhenAll(charger, vehicle);
            await pair.PassTimeUntil(both).WaitAsync(Patience);
            AssertSettled(await charger, pair.ChargerJournal);
            AssertSettled(await vehicle, pair.VehicleJournal);
            Assert.False(pair.ChargerListener.PowerFlows || pair.VehicleListener.PowerFlows);
        }
    }

    [Fact]
    public async Task Reconnect_AfterTheLinkWasCutInTheSession_SettlesAsOne()
    {
        var messages = await CountMessages();
        for (var cut = 4; cut < messages; cut++)
        {
            var number = cut;
            var pair = new HostPair(World, Steps) { FateOf = (sent, _) => sent == number ? Fate.IsLostWithTheLink : Fate.Arrives };
            var (charger, vehicle) = pair.Start();
            await pair.Cut.WaitAsync(Patience);
            var (chargerLink, vehicleLink, channel) = pair.Connect();
            pair.Charger.Reconnect(chargerLink, channel);
            pair.Vehicle.Reconnect(vehicleLink, channel);
            var one = await vehicle.WaitAsync(Patience);
            Assert.Equal(SettlementOutcome.Matched, one.Outcome);
            AssertValid(one.Settled!.Record, EvidenceGrade.Paired);

            // Once the vehicle has its record nothing calls on it to go on: a charger whose last message was lost may have to give it up.
            var other = number < messages - 2 ? await charger.WaitAsync(Patience) : await pair.PassTimeUntil(charger).WaitAsync(Patience);
            AssertSettled(other, pair.ChargerJournal);
            if (number < messages - 2)
            {
                Assert.Equal(one.Settled.Record.Id, other.Settled!.Record.Id);
            }
        }
    }

    [Fact]
    public async Task SettleAsync_BothStartAnewFromTheirJournals_SettleTheOpenSession()
    {
        var (charger, vehicle) = await Interrupted();
        var again = new HostPair(World, Steps, charger.ChargerJournal.Entries, vehicle.VehicleJournal.Entries, before: charger);
        Assert.True(again.Charger.HasOpenSession && again.Vehicle.HasOpenSession);
        again.Vehicle.Push(again.Measure());
        var (one, other) = again.Start();
        var results = await Task.WhenAll(one, other).WaitAsync(Patience);

        Assert.Equal([SettlementOutcome.Matched, SettlementOutcome.Matched], results.Select(result => result.Outcome));
        Assert.Equal(results[0].Settled!.Record.Id, results[1].Settled!.Record.Id);
        AssertValid(results[0].Settled!.Record, EvidenceGrade.Paired);
    }

    [Fact]
    public async Task ResumeAsync_NobodyComesBack_SettlesAlone()
    {
        var (charger, vehicle) = await Interrupted();
        var again = new HostPair(World, Steps, charger.ChargerJournal.Entries, vehicle.VehicleJournal.Entries, before: charger);
        var results = await again.PassTimeUntil(Task.WhenAll(again.Charger.ResumeAsync(default), again.Vehicle.ResumeAsync(default))).WaitAsync(Patience);

        Assert.Equal([SettlementOutcome.Unilateral, SettlementOutcome.Unilateral], results.Select(result => result!.Outcome));
        Assert.All(results, result => AssertValid(result!.Settled!.Record, EvidenceGrade.Receipted));
        Assert.Null(await again.Charger.ResumeAsync(default));
        Assert.Null(await again.Vehicle.ResumeAsync(default));
    }

    [Fact]
    public async Task SettleAsync_Cancelled_EndsAtOnceWithPowerWithdrawn()
    {
        using var stop = new CancellationTokenSource();
        var pair = new HostPair(World, int.MaxValue) { FateOf = (sent, _) => sent > 6 ? Fate.NeverLeaves : Fate.Arrives };
        var (charger, vehicle) = pair.Start(stop.Token);
        await Task.WhenAll(pair.ChargerListener.Permitted, pair.VehicleListener.Permitted).WaitAsync(Patience);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => charger.WaitAsync(Patience));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => vehicle.WaitAsync(Patience));
        Assert.False(pair.ChargerListener.PowerFlows || pair.VehicleListener.PowerFlows);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => pair.Charger.ResumeAsync(default));
    }

    [Fact]
    public async Task SettleAsync_PeerThatStopsReading_CannotHoldPowerBeyondASlice()
    {
        // The charger's messages stay where they are from the second checkpoint on, as when a peer leaves its socket unread.
        var checkpoints = 0;
        var pair = new HostPair(World, int.MaxValue)
        {
            FateOf = (_, sender) => sender == PartyRole.Charger && Interlocked.Increment(ref checkpoints) > 2 ? Fate.NeverLeaves : Fate.Arrives,
        };
        var (charger, vehicle) = pair.Start();
        await Task.WhenAll(pair.ChargerListener.Permitted, pair.VehicleListener.Permitted).WaitAsync(Patience);

        Assert.Equal(EndReason.SliceUnacknowledged, await pair.PassTimeUntil(pair.ChargerListener.Withdrawn).WaitAsync(Patience));
        await pair.PassTimeUntil(Task.WhenAll(charger, vehicle)).WaitAsync(Patience);
        AssertSettled(await charger, pair.ChargerJournal);
        Assert.Equal(SettlementOutcome.Unilateral, (await charger).Outcome);
    }

    [Fact]
    public async Task SettleAsync_JournalThatRefuses_FailsWithPowerWithdrawn()
    {
        var listener = new Listener(static _ => { }, static () => { });
        var pair = new HostPair(World, Steps);
        var host = new ChargerSettlementHost(World.Charger, new()
        {
            Journal = new FullJournal(entries: 4), Anchors = World.Pki.Anchors, Time = pair.Clock, Observer = listener,
        });
        host.Push(pair.ReadMeter());
        var (chargerLink, vehicleLink, channel) = pair.Connect();
        var vehicle = pair.Vehicle.SettleAsync(vehicleLink, channel, default);
        await Assert.ThrowsAsync<IOException>(() => host.SettleAsync(chargerLink, channel, default).WaitAsync(Patience));

        Assert.False(listener.PowerFlows);
        await chargerLink.DisposeAsync();
        await pair.PassTimeUntil(vehicle).WaitAsync(Patience);
    }

    [Fact]
    public async Task SettleAsync_WhileASessionIsServed_IsTheCallersMistake()
    {
        using var stop = new CancellationTokenSource();
        var pair = new HostPair(World, int.MaxValue);
        var (link, _, channel) = pair.Connect();
        var serving = pair.Charger.SettleAsync(link, channel, stop.Token);
        await Assert.ThrowsAsync<InvalidOperationException>(() => pair.Charger.SettleAsync(link, channel, default));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving.WaitAsync(Patience));
    }

    // A session, ended by cancellation once energy is acknowledged: the journals are what a restart finds.
    private static async Task<(HostPair Charger, HostPair Vehicle)> Interrupted()
    {
        using var stop = new CancellationTokenSource();
        var acknowledged = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var pair = new HostPair(World, int.MaxValue)
        {
            FateOf = (sent, _) =>
            {
                if (sent == 8)
                {
                    acknowledged.TrySetResult();
                }

                return sent >= 8 ? Fate.NeverLeaves : Fate.Arrives;
            },
        };
        var (charger, vehicle) = pair.Start(stop.Token);
        await acknowledged.Task.WaitAsync(Patience);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => charger.WaitAsync(Patience));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => vehicle.WaitAsync(Patience));
        return (pair, pair);
    }

    private static async Task<int> CountMessages()
    {
        var pair = new HostPair(World, Steps);
        await Both(pair.Start());
        return pair.Sent;
    }

    private static async Task<(SettlementResult Charger, SettlementResult Vehicle)> Both((Task<SettlementResult> Charger, Task<SettlementResult> Vehicle) running)
    {
        await Task.WhenAll(running.Charger, running.Vehicle).WaitAsync(Patience);
        return (await running.Charger, await running.Vehicle);
    }

    private static void AssertSettled(SettlementResult result, MemoryJournal journal)
    {
        if (!journal.Entries.Any(entry => entry.Kind == JournalEntryKind.Acceptance))
        {
            Assert.Equal(SettlementOutcome.Abandoned, result.Outcome);
            return;
        }

        Assert.NotNull(result.Settled);
        if (result.Outcome != SettlementOutcome.Divergent)
        {
            AssertValid(result.Settled.Record, grade: null);
        }
    }

    private static void AssertValid(PairRecord record, EvidenceGrade? grade)
    {
        var report = RecordVerifier.Verify(record, World.Pki.Anchors, RecordPolicy.Default);
        Assert.True(report.Verdict == RecordVerdict.Valid, string.Join("\n", report.Doubts));
        if (grade is { } expected)
        {
            Assert.Equal(expected, report.Grade);
        }
    }

    /// <summary>A medium that is full after some entries.</summary>
    private sealed class FullJournal(int entries) : IJournal
    {
        private int _left = entries;

        public IReadOnlyList<JournalEntry> Recovered => [];

        public ValueTask AppendAsync(JournalEntry entry, CancellationToken cancellationToken) =>
            _left-- > 0 ? ValueTask.CompletedTask : ValueTask.FromException(new IOException("The medium is full."));
    }
}
