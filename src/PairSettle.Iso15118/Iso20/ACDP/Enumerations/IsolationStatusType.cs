namespace PairSettle.Iso15118.Iso20.ACDP;

/// <summary>The result of insulation monitoring.</summary>
public enum IsolationStatusType
{
    /// <summary>No test has been made yet.</summary>
    Invalid,

    /// <summary>The insulation is sound.</summary>
    Safe,

    /// <summary>The insulation is below the level for a warning.</summary>
    Warning,

    /// <summary>The insulation is below the level for a fault.</summary>
    Fault,
}
