namespace PairSettle.Iso15118.Evcc;

/// <summary>What a DC vehicle takes.</summary>
public sealed record DcVehicle
{
    /// <summary>The highest voltage.</summary>
    public required decimal MaxVoltageV { get; init; }

    /// <summary>The highest current.</summary>
    public required decimal MaxCurrentA { get; init; }

    /// <summary>The highest power.</summary>
    public required decimal MaxPowerW { get; init; }

    /// <summary>The capacity of the battery, if it is told.</summary>
    public decimal? EnergyCapacityWh { get; init; }

    /// <summary>The energy that it wants, if it is told.</summary>
    public decimal? EnergyRequestWh { get; init; }
}
