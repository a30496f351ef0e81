namespace PairSettle.Records.Verification;

/// <summary>What came out of one check.</summary>
public enum FindingOutcome
{
    /// <summary>The check was made and passed.</summary>
    Passed = 0,

    /// <summary>Something that people should know and that decides nothing.</summary>
    Noted = 1,

    /// <summary>A commitment that nobody opened here: its value is unknown, and that is allowed.</summary>
    Undisclosed = 2,

    /// <summary>The check is required and could not be made.</summary>
    NotChecked = 3,

    /// <summary>The check was made and failed.</summary>
    Failed = 4,
}
