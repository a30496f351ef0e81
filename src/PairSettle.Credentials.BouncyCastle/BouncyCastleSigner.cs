using System.Formats.Asn1;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace PairSettle.Credentials.BouncyCastle;

/// <summary>
/// Signs with a software key in managed code: Ed25519, Ed448 (RFC 8032), and ECDSA on the three NIST curves with numbers that follow from key
/// and hash (RFC 6979). BouncyCastle's arithmetic on the NIST curves is not free of timing differences: sign there where nobody can measure.
/// </summary>
public sealed class BouncyCastleSigner : ICredentialSigner, IDisposable
{
    private readonly byte[] _secret;

    private BouncyCastleSigner(SignatureAlgorithm algorithm, byte[] secret)
    {
        Algorithm = algorithm;
        _secret = secret;
        SubjectPublicKeyInfo = EncodePublicKey();
    }

    /// <inheritdoc/>
    public SignatureAlgorithm Algorithm { get; }

    /// <summary>The DER octets of the public key with its algorithm.</summary>
    public ReadOnlyMemory<byte> SubjectPublicKeyInfo { get; }

    /// <summary>Makes a fresh key.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <returns>A signer that owns the key.</returns>
    public static BouncyCastleSigner Generate(SignatureAlgorithm algorithm)
    {
        if (NistCurves.Find(algorithm.Key()) is not { } curve)
        {
            return new(algorithm, RandomNumberGenerator.GetBytes(SecretLength(algorithm)));
        }

        byte[] secret;
        do
        {
            secret = RandomNumberGenerator.GetBytes(SecretLength(algorithm));
            secret[0] &= (byte)(0xFF >> ((8 * secret.Length) - curve.N.BitLength));
        }
        while (!IsInGroup(curve, secret));
        return new(algorithm, secret);
    }

    /// <summary>Takes a key.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="privateKey">Of an Edwards curve the 32 or 57 octets of RFC 8032, of a NIST curve the number, big-endian in the length of the field. Copied.</param>
    /// <returns>A signer that owns the copy.</returns>
    /// <exception cref="CryptographicException">The octets are no private key of the algorithm.</exception>
    public static BouncyCastleSigner FromPrivateKey(SignatureAlgorithm algorithm, ReadOnlySpan<byte> privateKey)
    {
        if (privateKey.Length != SecretLength(algorithm))
        {
            throw new CryptographicException("the private key does not have the length of its algorithm");
        }

        if (NistCurves.Find(algorithm.Key()) is { } curve && !IsInGroup(curve, privateKey))
        {
            throw new CryptographicException("the private key is not a number of its curve's group");
        }

        return new(algorithm, privateKey.ToArray());
    }

    /// <inheritdoc/>
    public byte[] SignHash(ReadOnlySpan<byte> hash)
    {
        if (NistCurves.Find(Algorithm.Key()) is not { } curve)
        {
            throw new InvalidOperationException("an Edwards curve signs data, not a hash");
        }

        if (hash.Length != Algorithm.HashLength())
        {
            throw new ArgumentException($"the hash must have {Algorithm.HashLength()} octets", nameof(hash));
        }

        var signer = new Org.BouncyCastle.Crypto.Signers.ECDsaSigner(new HMacDsaKCalculator(Algorithm switch
        {
            SignatureAlgorithm.EcdsaP256Sha256 => new Sha256Digest(),
            SignatureAlgorithm.EcdsaP384Sha384 => new Sha384Digest(),
            _ => new Sha512Digest(),
        }));
        signer.Init(forSigning: true, new ECPrivateKeyParameters(new BigInteger(1, _secret), curve));
        var pair = signer.GenerateSignature(hash.ToArray());
        var length = NistCurves.FieldLength(curve);
        return [.. Octets(pair[0], length), .. Octets(pair[1], length)];
    }

    /// <inheritdoc/>
    public byte[] SignData(ReadOnlySpan<byte> data)
    {
        if (Algorithm.SignsHash())
        {
            return SignHash(CryptographicOperations.HashData(Algorithm.Hash(), data));
        }

        var signature = new byte[Algorithm.SignatureLength()];
        if (Algorithm == SignatureAlgorithm.Ed25519)
        {
            Ed25519.Sign(_secret, data, signature);
        }
        else
        {
            Ed448.Sign(_secret, [], data, signature);
        }

        return signature;
    }

    /// <summary>Overwrites the key.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_secret);

    private static int SecretLength(SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.Ed25519 => Ed25519.SecretKeySize,
        SignatureAlgorithm.Ed448 => Ed448.SecretKeySize,
        _ => algorithm.SignatureLength() / 2,
    };

    private static bool IsInGroup(ECDomainParameters curve, ReadOnlySpan<byte> number) =>
        new BigInteger(1, number) is { SignValue: 1 } value && value.CompareTo(curve.N) < 0;

    private static byte[] Octets(BigInteger number, int length)
    {
        var octets = new byte[length];
        var bare = number.ToByteArrayUnsigned();
        bare.CopyTo(octets.AsSpan(length - bare.Length));
        return octets;
    }

    private byte[] EncodePublicKey()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                var curve = Algorithm switch
                {
                    SignatureAlgorithm.EcdsaP256Sha256 => "1.2.840.10045.3.1.7",
                    SignatureAlgorithm.EcdsaP384Sha384 => "1.3.132.0.34",
                    SignatureAlgorithm.EcdsaP521Sha512 => "1.3.132.0.35",
                    _ => null,
                };
                writer.WriteObjectIdentifier(curve is null ? Algorithm.Oid() : "1.2.840.10045.2.1");
                if (curve is not null)
                {
                    writer.WriteObjectIdentifier(curve);
                }
            }

            writer.WriteBitString(PublicKey());
        }

        return writer.Encode();
    }

    private byte[] PublicKey()
    {
        if (NistCurves.Find(Algorithm.Key()) is { } curve)
        {
            return curve.G.Multiply(new BigInteger(1, _secret)).GetEncoded(compressed: false);
        }

        var key = new byte[Algorithm == SignatureAlgorithm.Ed25519 ? Ed25519.PublicKeySize : Ed448.PublicKeySize];
        if (Algorithm == SignatureAlgorithm.Ed25519)
        {
            Ed25519.GeneratePublicKey(_secret, key);
        }
        else
        {
            Ed448.GeneratePublicKey(_secret, key);
        }

        return key;
    }
}
