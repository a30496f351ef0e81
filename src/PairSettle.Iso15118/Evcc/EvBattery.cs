using PairSettle.Iso15118.Iso2;

namespace PairSettle.Iso15118.Evcc;

/// <summary>What the battery management wants, and how the battery is.</summary>
public sealed record EvBattery
{
    /// <summary>The state of charge, 0 to 100.</summary>
    public required sbyte StateOfChargePercent { get; init; }

    /// <summary>Whether the vehicle is ready to charge.</summary>
    public bool Ready { get; init; } = true;

    /// <summary>The vehicle's error, if any.</summary>
    public DC_EVErrorCodeType Error { get; init; } = DC_EVErrorCodeType.NO_ERROR;

    /// <summary>The voltage that the battery asks for (DC).</summary>
    public decimal TargetVoltageV { get; init; }

    /// <summary>The current that it asks for (DC).</summary>
    public decimal TargetCurrentA { get; init; }

    /// <summary>Whether the bulk of the charge is in.</summary>
    public bool BulkChargingComplete { get; init; }

    /// <summary>Whether charging is complete: the vehicle then stops.</summary>
    public bool ChargingComplete { get; init; }
}
