using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc7748;

namespace PairSettle.Credentials.BouncyCastle;

/// <summary>Key agreement with X448 (RFC 7748), to which ISO 15118-20 comes where it uses Ed448 ([V2G20-2710], [V2G20-2711]).</summary>
public sealed class X448Agreement : ICredentialAgreement, IDisposable
{
    private readonly byte[] _secret;

    private X448Agreement(byte[] secret)
    {
        _secret = secret;
        var key = new byte[X448.PointSize];
        X448.GeneratePublicKey(secret, key);
        PublicKey = key;
    }

    /// <inheritdoc/>
    public KeyAlgorithm Algorithm => KeyAlgorithm.X448;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>Makes a fresh key.</summary>
    /// <returns>An agreement that owns the key.</returns>
    public static X448Agreement Generate() => new(RandomNumberGenerator.GetBytes(X448.ScalarSize));

    /// <summary>Takes a key.</summary>
    /// <param name="privateKey">The 56 octets of the private key. Copied.</param>
    /// <returns>An agreement that owns the copy.</returns>
    /// <exception cref="CryptographicException">The octets are no private key.</exception>
    public static X448Agreement FromPrivateKey(ReadOnlySpan<byte> privateKey) => privateKey.Length == X448.ScalarSize
        ? new(privateKey.ToArray())
        : throw new CryptographicException("a private key of X448 has 56 octets");

    /// <inheritdoc/>
    /// <remarks>A peer's key of small order, which makes the secret zero, is refused (RFC 7748, 6.2).</remarks>
    public byte[] Agree(ReadOnlySpan<byte> peerPublicKey)
    {
        if (peerPublicKey.Length != X448.PointSize)
        {
            throw new CryptographicException("a public key of X448 has 56 octets");
        }

        var secret = new byte[X448.PointSize];
        return X448.CalculateAgreement(_secret, peerPublicKey, secret)
            ? secret
            : throw new CryptographicException("the peer's key makes the secret zero");
    }

    /// <summary>Overwrites the key.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_secret);
}
