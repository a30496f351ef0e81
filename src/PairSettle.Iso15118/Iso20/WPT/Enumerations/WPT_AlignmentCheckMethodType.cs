namespace PairSettle.Iso15118.Iso20.WPT;

/// <summary>A method of checking the alignment.</summary>
public enum WPT_AlignmentCheckMethodType
{
    /// <summary>By the power that comes over.</summary>
    PowerCheck,

    /// <summary>By excitation at low power.</summary>
    LPE,

    /// <summary>By a method of the maker.</summary>
    Proprietary,
}
