namespace PairSettle.Records.Format;

/// <summary>How far the two measurements of one session may differ: the larger of the two limits counts.</summary>
/// <param name="AbsoluteWh">Watt-hours, for small sessions.</param>
/// <param name="PartsPerMillion">Parts per million of the charger's measurement.</param>
public sealed record EnergyTolerance(long AbsoluteWh, int PartsPerMillion)
{
    /// <summary>Whether both measurements agree.</summary>
    /// <param name="chargerWh">What the charger's meter counted; it governs the amount.</param>
    /// <param name="vehicleWh">What the vehicle measured.</param>
    /// <returns>True inside the tolerance.</returns>
    public bool Allows(long chargerWh, long vehicleWh)
    {
        var difference = Int128.Abs((Int128)chargerWh - vehicleWh);
        return difference <= AbsoluteWh || difference * 1_000_000 <= Int128.Abs(chargerWh) * PartsPerMillion;
    }
}
