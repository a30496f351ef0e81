namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>A method of fine positioning.</summary>
public enum WPT_FinePositioningMethodType
{
    /// <summary>By hand.</summary>
    Manual,

    /// <summary>By low-frequency antennas that transmit at the vehicle.</summary>
    LF_TxEV,

    /// <summary>By low-frequency antennas that transmit at the charger.</summary>
    LF_TxPrimaryDevice,

    /// <summary>By excitation at low power.</summary>
    LPE,

    /// <summary>By a method of the maker.</summary>
    Proprietary,
}
