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
    byte[] SignHash(ReadOnlySpan<byte> hash);
}
