namespace PairSettle.Credentials;

/// <summary>
/// The narrow door to a private key for key agreement, which may live in a secure element: agree with this peer. It is the counterpart of
/// <see cref="ICredentialSigner"/>; <see cref="ECDiffieHellmanAgreement"/> serves every key that the platform shows as
/// <see cref="System.Security.Cryptography.ECDiffieHellman"/>.
/// </summary>
public interface ICredentialAgreement
{
    /// <summary>The kind of the key.</summary>
    KeyAlgorithm Algorithm { get; }

    /// <summary>The octets of the public key alone, as a certificate holds them; of a NIST curve the uncompressed point.</summary>
    ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>Agrees on a secret.</summary>
    /// <param name="peerPublicKey">The peer's public key, of the same kind and encoding as <see cref="PublicKey"/>.</param>
    /// <returns>
    /// The shared secret without any derivation; of a NIST curve the x coordinate. It is the caller's, who overwrites it after use.
    /// </returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The peer's key is not of this kind.</exception>
    byte[] Agree(ReadOnlySpan<byte> peerPublicKey);
}
