using PairSettle.Hal;

namespace PairSettle.Testing.Devices;

/// <summary>What a <see cref="ScriptedMeter"/> does wrong with one read.</summary>
public abstract record ScriptedMeterFault
{
    private ScriptedMeterFault()
    {
    }

    /// <summary>The read fails.</summary>
    /// <param name="Fault">The fault of the exception.</param>
    public sealed record Failure(HalFault Fault) : ScriptedMeterFault;

    /// <summary>The answer takes its time; the sample is as old as the question.</summary>
    /// <param name="Duration">How long, on the meter's clock.</param>
    public sealed record Delay(TimeSpan Duration) : ScriptedMeterFault;

    /// <summary>The answer never comes; only cancellation ends the read.</summary>
    public sealed record Silence : ScriptedMeterFault;

    /// <summary>The last sample comes again, with its old time.</summary>
    public sealed record Repeat : ScriptedMeterFault;

    /// <summary>The counters are wrong by some amount, in this read only.</summary>
    /// <param name="ImportWh">Added to the import counter, in watt-hours.</param>
    /// <param name="ExportWh">Added to the export counter, in watt-hours.</param>
    public sealed record Offset(long ImportWh, long ExportWh) : ScriptedMeterFault;
}
