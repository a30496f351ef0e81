namespace PairSettle.Iso15118.Secc;

/// <summary>What an AC outlet gives.</summary>
/// <param name="NominalVoltageV">Line to neutral.</param>
/// <param name="MaxCurrentA">Per phase.</param>
public sealed record AcSupply(decimal NominalVoltageV, decimal MaxCurrentA);
