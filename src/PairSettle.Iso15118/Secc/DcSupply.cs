namespace PairSettle.Iso15118.Secc;

/// <summary>What a DC outlet gives.</summary>
public sealed record DcSupply
{
    /// <summary>The lowest voltage.</summary>
    public required decimal MinVoltageV { get; init; }

    /// <summary>The highest voltage.</summary>
    public required decimal MaxVoltageV { get; init; }

    /// <summary>The lowest current.</summary>
    public decimal MinCurrentA { get; init; }

    /// <summary>The highest current.</summary>
    public required decimal MaxCurrentA { get; init; }

    /// <summary>The highest power.</summary>
    public required decimal MaxPowerW { get; init; }

    /// <summary>The peak-to-peak ripple of the current.</summary>
    public decimal PeakCurrentRippleA { get; init; } = 5;
}
