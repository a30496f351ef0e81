using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>A method of pairing.</summary>
public enum WPT_PairingMethodType
{
    /// <summary>By a confirmation from outside.</summary>
    [ExiEnumValue("External confirmation")]
    External_confirmation,

    /// <summary>By excitation at low power.</summary>
    LPE,

    /// <summary>By low-frequency antennas that transmit at the vehicle.</summary>
    LF_TxEV,

    /// <summary>By low-frequency antennas that transmit at the charger.</summary>
    LF_TxPrimaryDevice,

    /// <summary>By light.</summary>
    Optical,

    /// <summary>By a method of the maker.</summary>
    Proprietary,
}
