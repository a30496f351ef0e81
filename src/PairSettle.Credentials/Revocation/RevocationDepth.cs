namespace PairSettle.Credentials;

/// <summary>Which certificates of a chain need revocation evidence. Anchors never do.</summary>
public enum RevocationDepth
{
    /// <summary>None.</summary>
    None,

    /// <summary>The leaf alone.</summary>
    Leaf,

    /// <summary>The leaf and every intermediate.</summary>
    LeafAndIntermediates,
}
