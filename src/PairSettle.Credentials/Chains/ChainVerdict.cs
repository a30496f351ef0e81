namespace PairSettle.Credentials;

/// <summary>The answer to "may this chain be trusted for this use at this time".</summary>
public enum ChainVerdict
{
    /// <summary>Every check that the policy asks for was made and passed.</summary>
    Trusted,

    /// <summary>At least one check failed.</summary>
    Rejected,

    /// <summary>No check failed, but one that the policy asks for could not be made.</summary>
    Undetermined,
}
