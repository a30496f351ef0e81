namespace PairSettle.Credentials;

/// <summary>What a profile asks of the leaf's extended key usage.</summary>
public enum ExtendedKeyUsageRule
{
    /// <summary>The extension must be absent.</summary>
    Absent,

    /// <summary>The extension may be absent; where it is present it must name the usage.</summary>
    NamedIfPresent,

    /// <summary>The extension must be present and name the usage.</summary>
    Named,
}
