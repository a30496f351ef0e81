namespace PairSettle.Credentials;

/// <summary>What a finding does to the verdict.</summary>
public enum FindingEffect
{
    /// <summary>It is reported and changes nothing.</summary>
    Notes,

    /// <summary>It makes the verdict <see cref="ChainVerdict.Undetermined"/> unless another one rejects.</summary>
    Undetermines,

    /// <summary>It makes the verdict <see cref="ChainVerdict.Rejected"/>.</summary>
    Rejects,
}
