namespace PairSettle.Hal.Metering;

/// <summary>
/// One reading of a meter. <i>Import</i> is energy that flows from the supply to the vehicle, <i>export</i> flows from the vehicle back.
/// </summary>
/// <param name="ImportWh">The cumulative import counter, in watt-hours.</param>
/// <param name="ExportWh">The cumulative export counter, in watt-hours; zero for a meter that has none.</param>
/// <param name="PowerW">The present active power, in watts; negative while the vehicle feeds back.</param>
/// <param name="Monotonic">
/// The monotonic time (<see cref="MonotonicTime"/>) just before the meter was asked: transport delay makes a sample look older, never younger.
/// </param>
public readonly record struct MeterSample(long ImportWh, long ExportWh, long PowerW, TimeSpan Monotonic)
{
    /// <summary>
    /// The smallest step that the counters can show at their present value, in watt-hours, at least 1 when known and 0 when unknown.
    /// A float32 kilowatt-hour counter resolves 1 Wh only up to 16,384 kWh and 16 Wh at 200,000 kWh.
    /// </summary>
    public long ResolutionWh { get; init; }

    /// <summary>The phase voltages in millivolts, where the meter reports them.</summary>
    public PhaseValues VoltageMv { get; init; }

    /// <summary>The phase currents in milliamperes, where the meter reports them.</summary>
    public PhaseValues CurrentMa { get; init; }

    /// <summary>How old the sample is.</summary>
    /// <param name="now">The present monotonic time of the same clock.</param>
    /// <returns>The age.</returns>
    public TimeSpan AgeAt(TimeSpan now) => now - Monotonic;

    /// <summary>Whether the sample is too old to decide on: a stale value must never trip a limit or keep power on.</summary>
    /// <param name="now">The present monotonic time of the same clock.</param>
    /// <param name="limit">The greatest age that is acceptable.</param>
    /// <returns>True when the sample is older than the limit.</returns>
    public bool IsStaleAt(TimeSpan now, TimeSpan limit) => AgeAt(now) > limit;
}
