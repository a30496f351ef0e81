namespace PairSettle.Testing.Devices;

/// <summary>A stretch of time with one power.</summary>
/// <param name="Duration">How long it lasts.</param>
/// <param name="PowerW">The power in watts; negative for energy that the vehicle feeds back.</param>
public readonly record struct PowerStep(TimeSpan Duration, long PowerW);
