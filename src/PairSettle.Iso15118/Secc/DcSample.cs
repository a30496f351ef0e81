namespace PairSettle.Iso15118.Secc;

/// <summary>What the power supply measured at its output.</summary>
/// <param name="VoltageV">The voltage.</param>
/// <param name="CurrentA">The current towards the vehicle.</param>
public readonly record struct DcSample(decimal VoltageV, decimal CurrentA);
