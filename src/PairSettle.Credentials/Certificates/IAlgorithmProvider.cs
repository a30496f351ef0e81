namespace PairSettle.Credentials;

/// <summary>
/// Algorithms from elsewhere than the platform, for verification: those that it lacks, or all. It is an argument
/// (<see cref="ChainPolicy.Provider"/>) and never found by itself. Calls come from several threads at once, and octets may be anything.
/// </summary>
public interface IAlgorithmProvider
{
    /// <summary>Whether keys of a kind are verified with here. What is not offered goes to the platform.</summary>
    /// <param name="algorithm">The kind of key.</param>
    /// <returns>True for the curves that it implements.</returns>
    bool Offers(KeyAlgorithm algorithm);

    /// <summary>Whether a public key is one: its point lies on the curve, and in the subgroup where there is one.</summary>
    /// <param name="algorithm">A kind that is offered.</param>
    /// <param name="publicKey">The octets of the key alone, as a certificate holds them.</param>
    /// <returns>False for any other octets.</returns>
    bool IsKey(KeyAlgorithm algorithm, ReadOnlySpan<byte> publicKey);

    /// <summary>Verifies a signature of an Edwards curve over data (RFC 8032, without context and without hashing beforehand).</summary>
    /// <param name="algorithm"><see cref="KeyAlgorithm.Ed25519"/> or <see cref="KeyAlgorithm.Ed448"/>, where offered.</param>
    /// <param name="publicKey">The octets of the key alone.</param>
    /// <param name="data">The data.</param>
    /// <param name="signature">The signature, of any length.</param>
    /// <returns>False when the signature is wrong or the key is none.</returns>
    bool VerifyData(KeyAlgorithm algorithm, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);

    /// <summary>Verifies an ECDSA signature over a hash.</summary>
    /// <param name="algorithm">A NIST curve, where offered.</param>
    /// <param name="publicKey">The uncompressed point.</param>
    /// <param name="hash">The hash, which may be longer or shorter than the curve's order.</param>
    /// <param name="signature">The signature r || s of fixed length (IEEE P1363).</param>
    /// <returns>False when the signature is wrong or the key is none.</returns>
    bool VerifyHash(KeyAlgorithm algorithm, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature);
}
