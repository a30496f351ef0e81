namespace PairSettle.Iso15118.Evcc;

/// <summary>What an AC vehicle takes.</summary>
public sealed record AcVehicle
{
    /// <summary>The energy that it wants.</summary>
    public required decimal EnergyRequestWh { get; init; }

    /// <summary>The highest voltage.</summary>
    public decimal MaxVoltageV { get; init; } = 400;

    /// <summary>The highest current per phase.</summary>
    public required decimal MaxCurrentA { get; init; }

    /// <summary>The lowest current per phase.</summary>
    public decimal MinCurrentA { get; init; } = 6;

    /// <summary>The highest power of the on-board charger.</summary>
    public required decimal MaxPowerW { get; init; }
}
