namespace PairSettle.Iso15118.Iso2;

/// <summary>A way of energy transfer: current, phases and pins of the connector.</summary>
public enum EnergyTransferModeType
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
