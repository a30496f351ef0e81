namespace PairSettle.Iso15118.Din70121;

/// <summary>The result of insulation monitoring.</summary>
public enum IsolationLevelType
{
    /// <summary>No test has been made yet.</summary>
    Invalid,

    /// <summary>The insulation is sound.</summary>
    Valid,

    /// <summary>The insulation is below the level for a warning.</summary>
    Warning,

    /// <summary>The insulation is below the level for a fault.</summary>
    Fault,
}
