using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>
/// The narrow door to a private key, which may live in a TPM or a secure element: sign this hash. <see cref="ECDsaSigner"/> serves every
/// key that the platform shows as <see cref="System.Security.Cryptography.ECDsa"/>.
/// </summary>
public interface ICredentialSigner
{
    /// <summary>The algorithm of the key.</summary>
    SignatureAlgorithm Algorithm { get; }

    /// <summary>Signs a hash.</summary>
    /// <param name="hash">The hash, of the length that <see cref="Algorithm"/> demands.</param>
    /// <returns>The signature r || s of fixed length (IEEE P1363).</returns>
    /// <exception cref="InvalidOperationException">The algorithm signs data (<see cref="SignatureAlgorithmExtensions.SignsHash"/>).</exception>
    byte[] SignHash(ReadOnlySpan<byte> hash);

    /// <summary>Signs data: with ECDSA its hash. A signer of an Edwards curve implements this itself.</summary>
    /// <param name="data">The data.</param>
    /// <returns>The signature: r || s of fixed length, or as RFC 8032 has it.</returns>
    byte[] SignData(ReadOnlySpan<byte> data) => SignHash(CryptographicOperations.HashData(Algorithm.Hash(), data));
}
