using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace PairSettle.Credentials.BouncyCastle;

/// <summary>
/// BouncyCastle's curves for the chain verifier: an argument of it (<see cref="ChainPolicy.Provider"/>), registered nowhere. Safe for
/// concurrent use.
/// </summary>
public sealed class BouncyCastleAlgorithms : IAlgorithmProvider
{
    private readonly bool _ecdsa;

    private BouncyCastleAlgorithms(bool ecdsa) => _ecdsa = ecdsa;

    /// <summary>Ed25519 and Ed448, which the platform lacks; ECDSA stays with the platform, which is far quicker.</summary>
    public static BouncyCastleAlgorithms EdwardsCurves { get; } = new(ecdsa: false);

    /// <summary>Ed25519, Ed448, and ECDSA in managed code, where the platform's library is not wanted or not there.</summary>
    public static BouncyCastleAlgorithms AllCurves { get; } = new(ecdsa: true);

    /// <inheritdoc/>
    public bool Offers(KeyAlgorithm algorithm) =>
        algorithm is KeyAlgorithm.Ed25519 or KeyAlgorithm.Ed448 || (_ecdsa && NistCurves.Find(algorithm) is not null);

    /// <inheritdoc/>
    public bool IsKey(KeyAlgorithm algorithm, ReadOnlySpan<byte> publicKey) => algorithm switch
    {
        KeyAlgorithm.Ed25519 => publicKey.Length == Ed25519.PublicKeySize && Ed25519.ValidatePublicKeyFull(publicKey),
        KeyAlgorithm.Ed448 => publicKey.Length == Ed448.PublicKeySize && Ed448.ValidatePublicKeyFull(publicKey),
        _ => NistCurves.ReadPoint(algorithm, publicKey) is not null,
    };

    /// <inheritdoc/>
    public bool VerifyData(KeyAlgorithm algorithm, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => algorithm switch
    {
        KeyAlgorithm.Ed25519 =>
            publicKey.Length == Ed25519.PublicKeySize && signature.Length == Ed25519.SignatureSize && Ed25519.Verify(signature, publicKey, data),
        KeyAlgorithm.Ed448 =>
            publicKey.Length == Ed448.PublicKeySize && signature.Length == Ed448.SignatureSize && Ed448.Verify(signature, publicKey, [], data),
        _ => false,
    };

    /// <inheritdoc/>
    public bool VerifyHash(KeyAlgorithm algorithm, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        if (NistCurves.ReadPoint(algorithm, publicKey) is not { } key || signature.Length != 2 * NistCurves.FieldLength(key.Parameters))
        {
            return false;
        }

        var half = signature.Length / 2;
        var verifier = new Org.BouncyCastle.Crypto.Signers.ECDsaSigner();
        verifier.Init(forSigning: false, key);
        return verifier.VerifySignature(hash.ToArray(), new BigInteger(1, signature[..half]), new BigInteger(1, signature[half..]));
    }
}
