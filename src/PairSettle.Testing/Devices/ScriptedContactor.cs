using PairSettle.Hal;
using PairSettle.Hal.ControlPilot;

namespace PairSettle.Testing.Devices;

/// <summary>A contactor that takes its time to move, and welds, sticks or trips as it is told to.</summary>
public sealed class ScriptedContactor : IContactor
{
    private readonly Level<ContactorReading> _level;
    private readonly TimeProvider _clock;
    private readonly ITimer _move;
    private readonly TimeSpan _travelTime;
    private bool _isWelded;
    private bool _isStuckOpen;

    /// <summary>Creates an open contactor.</summary>
    /// <param name="clock">The clock of its readings and movements.</param>
    /// <param name="travelTime">The time from an order to its confirmation; zero confirms at once.</param>
    public ScriptedContactor(TimeProvider clock, TimeSpan travelTime = default)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(travelTime, TimeSpan.Zero);
        _clock = clock;
        _travelTime = travelTime;
        _level = new(new(false, false, HalFault.None, 0, clock.GetMonotonicTime()));
        _move = clock.CreateTimer(_ => Move(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Tells of every confirmed movement, on the thread that caused it; true when the contacts have closed.</summary>
    public event Action<bool>? Moved;

    /// <inheritdoc/>
    public bool IsClosed => _level.Value.IsClosed;

    /// <inheritdoc/>
    public ContactorReading Reading => _level.Value;

    /// <inheritdoc/>
    public ValueTask SetAsync(bool closed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (closed && Reading.Fault != HalFault.None)
        {
            throw new HalException(HalFault.ContactorLockedOut, $"the contactor has a latched fault, {Reading.Fault.ToCode()}");
        }

        Update(r => r with { IsPermitted = closed });
        if (_travelTime == TimeSpan.Zero)
        {
            Move();
        }
        else
        {
            _move.Change(_travelTime, Timeout.InfiniteTimeSpan);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<ContactorReading> WaitForChangeAsync(long afterSequence, CancellationToken cancellationToken) =>
        _level.WaitAsync(afterSequence, cancellationToken);

    /// <summary>Opens without an order and latches a fault, as a residual-current device does.</summary>
    /// <param name="fault">The fault; <see cref="HalFault.None"/> opens and latches nothing.</param>
    public void Trip(HalFault fault)
    {
        Update(r => r with { IsPermitted = false, Fault = fault });
        Move();
    }

    /// <summary>Welds the contacts: once closed they stay closed.</summary>
    public void Weld() => Volatile.Write(ref _isWelded, true);

    /// <summary>Lets the contacts ignore orders to close.</summary>
    public void StickOpen() => Volatile.Write(ref _isStuckOpen, true);

    /// <summary>Repairs the contactor and clears a latched fault. It opens if it was not permitted to be closed.</summary>
    public void Repair()
    {
        Volatile.Write(ref _isWelded, false);
        Volatile.Write(ref _isStuckOpen, false);
        Update(r => r with { Fault = HalFault.None });
        Move();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _move.DisposeAsync();

    private void Move()
    {
        var wasClosed = IsClosed;
        Update(r => (r.IsPermitted, r.IsClosed) switch
        {
            (true, false) when Volatile.Read(ref _isStuckOpen) => r with { Fault = HalFault.ContactorFailedToClose },
            (false, true) when Volatile.Read(ref _isWelded) => r with { Fault = HalFault.ContactorWelded },
            _ => r with { IsClosed = r.IsPermitted },
        });
        if (IsClosed != wasClosed)
        {
            Moved?.Invoke(IsClosed);
        }
    }

    private void Update(Func<ContactorReading, ContactorReading> change) => _level.Change((present, sequence) =>
    {
        var next = change(present);
        return next == present ? (present, false) : (next with { Sequence = sequence, Monotonic = _clock.GetMonotonicTime() }, true);
    });
}
