namespace PairSettle.Testing.Devices;

/// <summary>
/// The electrical side of a simulated charge: it integrates power over the time of a clock, exactly and in integers, and counts import and
/// export apart. Several meters may look at one load. Safe for concurrent use.
/// </summary>
public sealed class SimulatedLoad
{
    private static readonly Int128 WattTicksPerWattHour = TimeSpan.TicksPerHour;

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly int _speedup;
    private Int128 _importWattTicks;
    private Int128 _exportWattTicks;
    private long _lastTimestamp;
    private PowerScript _script = PowerScript.Constant(0);
    private int _step;
    private TimeSpan _intoStep;
    private bool _isConnected = true;

    /// <summary>Creates a load that takes no power.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="speedup">How many seconds of the load pass in one second of the clock.</param>
    /// <param name="importWh">What the import counter shows at the start.</param>
    /// <param name="exportWh">What the export counter shows at the start.</param>
    public SimulatedLoad(TimeProvider clock, int speedup = 1, long importWh = 0, long exportWh = 0)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(speedup, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(importWh);
        ArgumentOutOfRangeException.ThrowIfNegative(exportWh);
        _clock = clock;
        _speedup = speedup;
        _importWattTicks = importWh * WattTicksPerWattHour;
        _exportWattTicks = exportWh * WattTicksPerWattHour;
        _lastTimestamp = clock.GetTimestamp();
    }

    /// <summary>Whether the contactor feeds the load. While it does not, no power flows and the script waits.</summary>
    public bool IsConnected
    {
        get
        {
            lock (_gate)
            {
                return _isConnected;
            }
        }

        set
        {
            lock (_gate)
            {
                CatchUp();
                _isConnected = value;
            }
        }
    }

    /// <summary>Takes a constant power from now on.</summary>
    /// <param name="powerW">The power in watts; negative to feed back.</param>
    public void SetPower(long powerW) => Run(PowerScript.Constant(powerW));

    /// <summary>Follows a script from now on.</summary>
    /// <param name="script">The script.</param>
    public void Run(PowerScript script)
    {
        ArgumentNullException.ThrowIfNull(script);
        lock (_gate)
        {
            CatchUp();
            _script = script;
            _step = 0;
            _intoStep = TimeSpan.Zero;
        }
    }

    /// <summary>The counters now.</summary>
    /// <returns>The reading.</returns>
    public LoadReading Read()
    {
        lock (_gate)
        {
            CatchUp();
            return new(
                (long)(_importWattTicks / WattTicksPerWattHour),
                (long)(_exportWattTicks / WattTicksPerWattHour),
                _isConnected ? _script.Steps[_step].PowerW : 0);
        }
    }

    private void CatchUp()
    {
        var timestamp = _clock.GetTimestamp();
        var remaining = _clock.GetElapsedTime(_lastTimestamp, timestamp) * _speedup;
        _lastTimestamp = timestamp;
        while (_isConnected && remaining > TimeSpan.Zero)
        {
            var step = _script.Steps[_step];
            var isLast = _step == _script.Steps.Length - 1;
            var part = isLast || remaining < step.Duration - _intoStep ? remaining : step.Duration - _intoStep;
            Count(step.PowerW, part);
            remaining -= part;
            _intoStep += isLast ? TimeSpan.Zero : part;
            if (!isLast && _intoStep == step.Duration)
            {
                _step++;
                _intoStep = TimeSpan.Zero;
            }
        }
    }

    private void Count(long powerW, TimeSpan duration)
    {
        var wattTicks = (Int128)powerW * duration.Ticks;
        if (wattTicks > 0)
        {
            _importWattTicks += wattTicks;
        }
        else
        {
            _exportWattTicks -= wattTicks;
        }
    }
}
