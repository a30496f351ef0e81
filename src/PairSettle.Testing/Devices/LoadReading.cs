namespace PairSettle.Testing.Devices;

/// <summary>The counters of a <see cref="SimulatedLoad"/>.</summary>
/// <param name="ImportWh">The energy that flowed to the vehicle, in complete watt-hours.</param>
/// <param name="ExportWh">The energy that flowed back, in complete watt-hours.</param>
/// <param name="PowerW">The present power in watts.</param>
public readonly record struct LoadReading(long ImportWh, long ExportWh, long PowerW);
