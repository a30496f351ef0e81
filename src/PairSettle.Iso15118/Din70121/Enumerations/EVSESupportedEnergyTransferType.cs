namespace PairSettle.Iso15118.Din70121;

/// <summary>The ways of energy transfer that a charger has: current, phases and pins of its connector.</summary>
public enum EVSESupportedEnergyTransferType
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

    /// <summary>DC over the core pins or the extended pins.</summary>
    DC_dual,

    /// <summary>AC with one phase, or DC over the extended pins.</summary>
    AC_core1p_DC_extended,

    /// <summary>AC with one phase, or DC over the core pins.</summary>
    AC_single_DC_core,

    /// <summary>AC with one phase or three, or DC over the extended pins.</summary>
    AC_single_phase_three_phase_core_DC_extended,

    /// <summary>AC with three phases, or DC over the extended pins.</summary>
    AC_core3p_DC_extended,
}
