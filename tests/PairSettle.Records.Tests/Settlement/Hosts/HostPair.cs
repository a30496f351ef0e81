using PairSettle.Exi;
using PairSettle.Iso15118.Pairing;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Testing.Clocks;
using PairSettle.Testing.Simulation;

namespace PairSettle.Records.Tests.Settlement.Hosts;

/// <summary>
/// Both hosts over links in memory, with a clock that only the test moves. Energy flows whenever the charger reports that all of it is
/// acknowledged; after some such steps the vehicle stops.
/// </summary>
internal sealed class HostPair
{
    public const long StepWh = 130;

    private readonly SettlementWorld _world;
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _steps;
    private long _countedFrom;
    private int _taken;
    private int _sent;
    private int _connections;
    private TappedConnection? _connection;

    public HostPair(SettlementWorld world, int steps = 3, IEnumerable<JournalEntry>? charger = null, IEnumerable<JournalEntry>? vehicle = null, HostPair? before = null)
    {
        (_world, _steps) = (world, steps);
        Clock = before?.Clock ?? new(world.Pki.Now);
        EnergyWh = before?.EnergyWh ?? 0;
        _countedFrom = before?._countedFrom ?? 0;
        ChargerJournal = new(charger ?? []);
        VehicleJournal = new(vehicle ?? []);
        ChargerListener = new(Deliver, () => Charger!.Push(ReadMeter()));
        VehicleListener = new(static _ => { }, () => Vehicle!.Push(Measure()));
        Charger = new(world.Charger, Services(ChargerJournal, ChargerListener));
        Vehicle = new(world.Vehicle, Services(VehicleJournal, VehicleListener));
        Charger.Push(ReadMeter());
    }

    public ManualTimeProvider Clock { get; }

    public ChargerSettlementHost Charger { get; }

    public VehicleSettlementHost Vehicle { get; }

    public MemoryJournal ChargerJournal { get; }

    public MemoryJournal VehicleJournal { get; }

    public Listener ChargerListener { get; }

    public Listener VehicleListener { get; }

    public long EnergyWh { get; private set; }

    /// <summary>Decides about each message, by its number from 0 on and its sender.</summary>
    public Func<int, PartyRole, Fate> FateOf { get; init; } = static (_, _) => Fate.Arrives;

    /// <summary>The messages that were sent so far.</summary>
    public int Sent => _sent;

    /// <summary>Ends when a message took the link with it.</summary>
    public Task Cut => _cut.Task;

    public (IPairLink Charger, IPairLink Vehicle, ChannelBinding Channel) Connect()
    {
        var (vehicle, charger) = MemoryPairLink.CreatePair();
        var channel = new ChannelBinding("test", ExiBytes.Copy([(byte)++_connections]));
        var connection = new TappedConnection(vehicle, charger, () => _cut.TrySetResult());
        _connection = connection;
        return (Tap(charger, PartyRole.Charger), Tap(vehicle, PartyRole.Vehicle), channel);

        TappedLink Tap(MemoryPairLink end, PartyRole role) => new(
            end, connection, () => FateOf(Interlocked.Increment(ref _sent) - 1, role), message => DealtWith(role, message));
    }

    /// <summary>Starts one session on both sides.</summary>
    public (Task<SettlementResult> Charger, Task<SettlementResult> Vehicle) Start(CancellationToken cancellationToken = default)
    {
        var (charger, vehicle, channel) = Connect();
        return (Charger.SettleAsync(charger, channel, cancellationToken), Vehicle.SettleAsync(vehicle, channel, cancellationToken));
    }

    /// <summary>The vehicle counts from here; the charger shows a meter at rest again, more than once.</summary>
    public void PrepareNextSession()
    {
        (_countedFrom, _taken) = (EnergyWh, 0);
        Charger.Push(ReadMeter());
        Charger.Push(ReadMeter());
    }

    /// <summary>Moves the clock from timer to timer, whenever nothing else is left to do, until a task ends.</summary>
    public async Task<T> PassTimeUntil<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            if (IsQuiet)
            {
                Clock.AdvanceToNextTimer();
            }

            await Task.Yield();
        }

        return await task;
    }

    public MeterReading ReadMeter()
    {
        lock (_gate)
        {
            return _world.Read(
                1_000_000 + EnergyWh, new(Clock.GetUtcNow(), TimeQuality.Informative), powerIsOff: !ChargerListener.PowerFlows);
        }
    }

    public VehicleReading Measure() => new(EnergyWh - _countedFrom, 0, PowerIsOff: !VehicleListener.PowerFlows);

    private bool IsQuiet => Charger.IsIdle && Vehicle.IsIdle && (_connection is { IsCut: true }
        ? (!Charger.IsLooping || Charger.State.Link is null) && (!Vehicle.IsLooping || Vehicle.State.Link is null)
        : _connection is not { IsEmpty: false } || !Charger.IsLooping || !Vehicle.IsLooping);

    // A vehicle acknowledges with a measurement that is not older than the checkpoint.
    private void DealtWith(PartyRole receiver, ReadOnlyMemory<byte> message)
    {
        if (receiver == PartyRole.Vehicle && PairMessage.TryDecode(message, out var decoded, out _) && decoded is PairMessage.Checkpoint)
        {
            Vehicle.Push(Measure());
        }
    }

    private void Deliver(SettlementProgress progress)
    {
        if (!progress.PowerPermitted || progress.UnacknowledgedWh > 0)
        {
            return;
        }

        if (_taken++ == _steps)
        {
            Vehicle.RequestStop(EndReason.VehicleStopped);
            return;
        }

        lock (_gate)
        {
            EnergyWh += StepWh;
        }

        Clock.Advance(TimeSpan.FromSeconds(1));
        Vehicle.Push(Measure());
        Charger.Push(ReadMeter());
    }

    private SettlementServices Services(IJournal journal, ISettlementObserver observer) =>
        new() { Journal = journal, Anchors = _world.Pki.Anchors, Time = Clock, Observer = observer };
}
