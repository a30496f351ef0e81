using PairSettle.Hal;
using PairSettle.Hal.ControlPilot;

namespace PairSettle.Testing.Devices;

/// <summary>
/// A control pilot with a vehicle at its other end that does as it is told, and a watchdog that runs on the given clock from the first
/// <see cref="SetAsync"/> on.
/// </summary>
public sealed class ScriptedControlPilot : IControlPilot
{
    private readonly Level<ControlPilotReading> _level;
    private readonly TimeProvider _clock;
    private readonly ScriptedContactor? _contactor;
    private readonly ITimer _watchdog;
    private volatile ControlPilotState _vehicle;

    /// <summary>Creates a pilot without a vehicle.</summary>
    /// <param name="clock">The clock of its readings and of the watchdog.</param>
    /// <param name="contactor">The contactor that the watchdog and faults of the pilot open.</param>
    /// <param name="watchdogTimeout">The time without <see cref="SetAsync"/> that the device bears; two seconds unless told.</param>
    public ScriptedControlPilot(TimeProvider clock, ScriptedContactor? contactor = null, TimeSpan? watchdogTimeout = null)
    {
        ArgumentNullException.ThrowIfNull(clock);
        WatchdogTimeout = watchdogTimeout ?? TimeSpan.FromSeconds(2);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(WatchdogTimeout, TimeSpan.Zero, nameof(watchdogTimeout));
        _clock = clock;
        _contactor = contactor;
        _level = new(new(ControlPilotState.A, PilotOutput.Steady, HalFault.None, 0, clock.GetMonotonicTime()));
        _watchdog = clock.CreateTimer(_ => Fail(HalFault.HostSilent), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public TimeSpan WatchdogTimeout { get; }

    /// <inheritdoc/>
    public ControlPilotReading Reading => _level.Value;

    /// <inheritdoc/>
    public ValueTask SetAsync(PilotOutput output, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Update(r => r with { Output = output, Fault = r.Fault == HalFault.HostSilent ? HalFault.None : r.Fault });
        _watchdog.Change(WatchdogTimeout, Timeout.InfiniteTimeSpan);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<ControlPilotReading> WaitForChangeAsync(long afterSequence, CancellationToken cancellationToken) =>
        _level.WaitAsync(afterSequence, cancellationToken);

    /// <summary>Sets the state that the vehicle's resistors ask for: A (none), B, C or D.</summary>
    /// <param name="state">The state.</param>
    public void SetVehicle(ControlPilotState state)
    {
        if (state is not (>= ControlPilotState.A and <= ControlPilotState.D))
        {
            throw new ArgumentOutOfRangeException(nameof(state), state, "A vehicle shows A, B, C or D.");
        }

        _vehicle = state;
        Update(r => r);
    }

    /// <summary>Lets the circuit fail: the pilot shows the fault, holds a steady output and opens the contactor.</summary>
    /// <param name="fault">The fault, for example <see cref="HalFault.PilotDiodeFault"/>.</param>
    public void Fail(HalFault fault)
    {
        Update(r => r with { Output = PilotOutput.Steady, Fault = fault });

        // A host that comes back may close the contactor again; a fault of the circuit stays latched.
        _contactor?.Trip(fault == HalFault.HostSilent ? HalFault.None : fault);
    }

    /// <summary>Ends a fault of the circuit.</summary>
    public void Repair() => Update(r => r with { Fault = HalFault.None });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _watchdog.DisposeAsync();

    private void Update(Func<ControlPilotReading, ControlPilotReading> change) => _level.Change((present, sequence) =>
    {
        var next = change(present);
        next = next with
        {
            // What the charger drives hard wins over the vehicle's resistors.
            State = next.Output.Signal switch
            {
                PilotSignal.StateE => ControlPilotState.E,
                PilotSignal.StateF => ControlPilotState.F,
                _ when next.Fault == HalFault.PilotLevelFault => ControlPilotState.E,
                _ => _vehicle,
            },
        };
        return next == present ? (present, false) : (next with { Sequence = sequence, Monotonic = _clock.GetMonotonicTime() }, true);
    });
}
