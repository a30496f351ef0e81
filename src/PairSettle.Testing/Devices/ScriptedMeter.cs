using System.Collections.Concurrent;
using PairSettle.Hal;
using PairSettle.Hal.Metering;

namespace PairSettle.Testing.Devices;

/// <summary>A meter that reads a <see cref="SimulatedLoad"/> and fails as it is told to.</summary>
public sealed class ScriptedMeter : IEnergyMeter
{
    private readonly ConcurrentQueue<ScriptedMeterFault> _faults = new();
    private readonly SimulatedLoad _load;
    private readonly TimeProvider _clock;
    private MeterSample? _last;

    /// <summary>Creates a meter.</summary>
    /// <param name="serialNumber">Its serial number.</param>
    /// <param name="load">The load that it measures.</param>
    /// <param name="clock">The clock of its samples.</param>
    public ScriptedMeter(string serialNumber, SimulatedLoad load, TimeProvider clock)
    {
        ArgumentException.ThrowIfNullOrEmpty(serialNumber);
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(clock);
        SerialNumber = serialNumber;
        _load = load;
        _clock = clock;
    }

    /// <inheritdoc/>
    public string SerialNumber { get; }

    /// <summary>Lets one read go wrong; faults wait for their reads in order.</summary>
    /// <param name="fault">What goes wrong.</param>
    public void Inject(ScriptedMeterFault fault) => _faults.Enqueue(fault);

    /// <inheritdoc/>
    public async ValueTask<MeterSample> ReadSampleAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var asked = _clock.GetMonotonicTime();
        _faults.TryDequeue(out var fault);
        switch (fault)
        {
            case ScriptedMeterFault.Failure failure:
                throw new HalException(failure.Fault, $"scripted meter {SerialNumber}");
            case ScriptedMeterFault.Silence:
                await Task.Delay(Timeout.InfiniteTimeSpan, _clock, cancellationToken).ConfigureAwait(false);
                break;
            case ScriptedMeterFault.Delay delay:
                await Task.Delay(delay.Duration, _clock, cancellationToken).ConfigureAwait(false);
                break;
            case ScriptedMeterFault.Repeat when _last is { } last:
                return last;
        }

        var reading = _load.Read();
        var offset = fault as ScriptedMeterFault.Offset;
        var sample = new MeterSample(
            reading.ImportWh + (offset?.ImportWh ?? 0), reading.ExportWh + (offset?.ExportWh ?? 0), reading.PowerW, asked)
        {
            ResolutionWh = 1,
        };
        _last = sample;
        return sample;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
