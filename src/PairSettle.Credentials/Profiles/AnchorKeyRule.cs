namespace PairSettle.Credentials;

/// <summary>What a profile asks of the anchor's key. The anchor's own signature is never looked at: the anchor is trusted as it is.</summary>
public enum AnchorKeyRule
{
    /// <summary>Nothing: any key that can verify the signatures of the chain, RSA included.</summary>
    Any,

    /// <summary>What it asks of the keys of the chain.</summary>
    AsChain,
}
