namespace PairSettle.Iso15118.Din70121;

/// <summary>The way of energy transfer that a vehicle asks for.</summary>
public enum EVRequestedEnergyTransferType
{
    /// <summary>AC with one phase.</summary>
    AC_single_phase_core,

    /// <summary>AC with three phases.</summary>
    AC_three_phase_core,

    /// <summary>DC over the core pins of the connector.</summary>
    DC_core,

    /// <summary>DC over the extended pins of a combined connector.</summary>
    DC_extended,

    /// <summary>DC over the core pins of a combined connector.</summary>
    DC_combo_core,

    /// <summary>DC over a connector of its own.</summary>
    DC_unique,
}
