using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>
/// Agrees with any <see cref="ECDiffieHellman"/>: a software key, or a token's key that the platform shows in that shape. The private key is
/// asked for <see cref="ECDiffieHellman.DeriveRawSecretAgreement"/> alone and never exported.
/// </summary>
public sealed class ECDiffieHellmanAgreement : ICredentialAgreement, IDisposable
{
    private readonly ECDiffieHellman _key;
    private readonly bool _leaveOpen;
    private readonly Lock _gate = new();

    /// <summary>Wraps a key.</summary>
    /// <param name="key">The key, on secp256r1, secp384r1 or secp521r1.</param>
    /// <param name="leaveOpen">Whether the key outlives this object.</param>
    /// <exception cref="ArgumentException">The key is on another curve.</exception>
    public ECDiffieHellmanAgreement(ECDiffieHellman key, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(key);
        _key = key;
        _leaveOpen = leaveOpen;
        var parameters = key.ExportParameters(includePrivateParameters: false);
        Algorithm = CurveEncoding.Find(parameters.Curve)
            ?? throw new ArgumentException("the key is not on secp256r1, secp384r1 or secp521r1", nameof(key));
        PublicKey = CurveEncoding.Point(parameters.Q);
    }

    /// <inheritdoc/>
    public KeyAlgorithm Algorithm { get; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> PublicKey { get; }

    /// <inheritdoc/>
    public byte[] Agree(ReadOnlySpan<byte> peerPublicKey)
    {
        if (!CurveEncoding.IsPoint(Algorithm, peerPublicKey))
        {
            throw new CryptographicException("the peer's key is no uncompressed point of this key's curve");
        }

        using var peer = ECDiffieHellman.Create(CurveEncoding.Parameters(Algorithm, peerPublicKey));
        using var peerKey = peer.PublicKey;
        lock (_gate)
        {
            return _key.DeriveRawSecretAgreement(peerKey);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_leaveOpen)
        {
            _key.Dispose();
        }
    }
}
