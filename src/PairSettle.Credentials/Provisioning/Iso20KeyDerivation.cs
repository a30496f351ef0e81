namespace PairSettle.Credentials.Provisioning;

/// <summary>
/// How ISO 15118-20 gets the key of AES-256-GCM from the agreed secret Z. The text of the standard was not at hand and public implementations
/// disagree, so the caller names the reading; there is no default. <c>docs/concepts/contract-provisioning.md</c> says who uses which.
/// </summary>
public enum Iso20KeyDerivation
{
    /// <summary>
    /// The leftmost 32 octets of SHA-512(00000001 || Z || 01 55 56): the derivation of ISO 15118-2 with a larger hash, as [V2G20-2535] is
    /// publicly restated.
    /// </summary>
    ConcatenationWithParties = 1,

    /// <summary>The leftmost 32 octets of SHA-512(00000001 || Z), without algorithm and parties.</summary>
    ConcatenationAlone = 2,
}
