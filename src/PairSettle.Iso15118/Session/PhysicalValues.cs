using PairSettle.Iso15118.Iso2;

namespace PairSettle.Iso15118.Session;

/// <summary>How the machines read and write quantities.</summary>
internal static class PhysicalValues
{
    /// <summary>The value in units of one, or null where the unit is not the one that the member must have.</summary>
    public static decimal? In(this PhysicalValueType value, UnitSymbolType unit) => value.Unit == unit ? value.ToDecimal() : null;

    // Limits are cut off towards zero: what is written never allows more than what was meant.
    public static PhysicalValueType Volts(decimal volts) => PhysicalValueType.FromVolts(volts, MidpointRounding.ToZero);

    public static PhysicalValueType Amperes(decimal amperes) => PhysicalValueType.FromAmperes(amperes, MidpointRounding.ToZero);

    public static PhysicalValueType Watts(decimal watts) => PhysicalValueType.FromWatts(watts, MidpointRounding.ToZero);

    public static PhysicalValueType WattHours(decimal wattHours) => PhysicalValueType.FromWattHours(wattHours, MidpointRounding.ToZero);
}
