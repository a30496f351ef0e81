using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

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

    /// <summary>Ampere-hours.</summary>
    Ah,

    /// <summary>Volts.</summary>
    V,

    /// <summary>Volt-amperes, of apparent power.</summary>
    VA,

    /// <summary>Watts, of active power.</summary>
    W,

    /// <summary>Watts per second.</summary>
    [ExiEnumValue("W/s")]
    W_s,

    /// <summary>Watt-hours.</summary>
    Wh,
}
