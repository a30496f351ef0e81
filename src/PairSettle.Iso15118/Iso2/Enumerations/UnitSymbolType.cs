namespace PairSettle.Iso15118.Iso2;

/// <summary>The unit of a <see cref="PhysicalValueType"/>.</summary>
public enum UnitSymbolType
{
    /// <summary>Hours.</summary>
    h,

    /// <summary>Minutes.</summary>
    m,

    /// <summary>Seconds.</summary>
    s,

    /// <summary>Amperes.</summary>
    A,

    /// <summary>Volts.</summary>
    V,

    /// <summary>Watts.</summary>
    W,

    /// <summary>Watt-hours.</summary>
    Wh,
}
