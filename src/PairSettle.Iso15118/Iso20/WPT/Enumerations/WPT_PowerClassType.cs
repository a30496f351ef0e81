using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>A class of devices for wireless power transfer, by their power.</summary>
public enum WPT_PowerClassType
{
    /// <summary>Class 1.</summary>
    [ExiEnumValue("MF-WPT1")]
    MF_WPT1,

    /// <summary>Class 2.</summary>
    [ExiEnumValue("MF-WPT2")]
    MF_WPT2,

    /// <summary>Class 3.</summary>
    [ExiEnumValue("MF-WPT3")]
    MF_WPT3,

    /// <summary>Class 4.</summary>
    [ExiEnumValue("MF-WPT4")]
    MF_WPT4,
}
