using System.Formats.Asn1;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PairSettle.Credentials;

/// <summary>
/// A public key that is imported once and then kept: importing costs more than a verification. The platform's key object is not
/// promised to serve two threads, so each user takes the kept one and puts it back, and a second user at the same moment imports another. Keys
/// are equal when their octets are, whatever certificates they come from.
/// </summary>
internal sealed class VerificationKey(KeyAlgorithm algorithm, ReadOnlyMemory<byte> subjectPublicKeyInfo, SignatureScheme? only = null)
    : IEquatable<VerificationKey>
{
    private AsymmetricAlgorithm? _idle;
    private bool _unusable;

    /// <summary>Whether the key can be verified with: a point that is not on its curve cannot.</summary>
    public bool IsUsable(IAlgorithmProvider? provider)
    {
        if (IsOffered(provider))
        {
            return provider!.IsKey(algorithm, PublicKey);
        }

        if (Take() is not { } key)
        {
            return false;
        }

        Return(key);
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(VerificationKey? other) =>
        ReferenceEquals(this, other) || (other is not null && subjectPublicKeyInfo.Span.SequenceEqual(other.SubjectPublicKeyInfo.Span));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VerificationKey);

    /// <inheritdoc/>
    public override int GetHashCode() => MemoryMarshal.Read<int>(subjectPublicKeyInfo.Span[^sizeof(int)..]);

    /// <summary>The DSA key with the domain parameters of its issuer (RFC 3279, 2.3.2).</summary>
    public VerificationKey WithParametersOf(VerificationKey issuer)
    {
        var from = DerFields.Open(issuer.SubjectPublicKeyInfo).ReadSequence().ReadSequence();
        from.ReadObjectIdentifier();
        var own = DerFields.Open(SubjectPublicKeyInfo).ReadSequence();
        own.ReadSequence();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Oids.Dsa);
                writer.WriteEncodedValue(from.ReadEncodedValue().Span);
            }

            writer.WriteEncodedValue(own.ReadEncodedValue().Span);
        }

        return new VerificationKey(algorithm, writer.Encode());
    }

    /// <summary>Whether the key makes such signatures and there is something to verify them with.</summary>
    public bool CanVerify(SignatureScheme? with, IAlgorithmProvider? provider) => with is { } scheme
        && scheme.Suits(algorithm)
        && (only is null || only == scheme)
        && (scheme.Kind != SignatureKind.Edwards || IsOffered(provider));

    /// <summary>Verifies a signature over data, in the encoding that certificates, lists and responses use.</summary>
    public bool VerifyData(ReadOnlySpan<byte> data, SignatureScheme? with, ReadOnlySpan<byte> signature, IAlgorithmProvider? provider = null)
    {
        if (with is not { } scheme || !CanVerify(with, provider))
        {
            return false;
        }

        if (scheme.Kind == SignatureKind.Edwards)
        {
            return provider!.VerifyData(algorithm, PublicKey, data, signature);
        }

        Span<byte> digest = stackalloc byte[64];
        digest = digest[..CryptographicOperations.HashData(scheme.Hash, data, digest)];
        return IsOffered(provider)
            ? EcdsaSignatureFormat.TryToP1363(signature, algorithm.FieldLength(), out var pair) && provider!.VerifyHash(algorithm, PublicKey, digest, pair)
            : Verify(digest, scheme, signature, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>Verifies an ECDSA signature r || s over a hash.</summary>
    /// <returns>False too where the key is none on a curve, or the signature has another length than its curve's.</returns>
    public bool VerifyHash(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature) =>
        algorithm.Signature() is { } scheme
        && signature.Length == scheme.SignatureLength()
        && Verify(hash, default, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    // The octets of a key on a curve end the encoding, and their number is known.
    private ReadOnlySpan<byte> PublicKey => subjectPublicKeyInfo.Span[^algorithm.PublicKeyLength()..];

    private ReadOnlyMemory<byte> SubjectPublicKeyInfo => subjectPublicKeyInfo;

    private bool IsOffered(IAlgorithmProvider? provider) => provider is not null && algorithm.CertificateSignature() is not null && provider.Offers(algorithm);

    private bool Verify(ReadOnlySpan<byte> hash, SignatureScheme scheme, ReadOnlySpan<byte> signature, DSASignatureFormat format)
    {
        if (Take() is not { } key)
        {
            return false;
        }

        try
        {
            return key switch
            {
                ECDsa curve => curve.VerifyHash(hash, signature, format),
                RSA rsa => rsa.VerifyHash(
                    hash, signature, scheme.Hash, scheme.Kind == SignatureKind.RsaPss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1),
                DSA dsa => dsa.VerifySignature(hash, signature, format),
                _ => false,
            };
        }
        catch (CryptographicException)
        {
            return false;
        }
        finally
        {
            Return(key);
        }
    }

    private AsymmetricAlgorithm? Take()
    {
        if (Interlocked.Exchange(ref _idle, null) is { } kept)
        {
            return kept;
        }

        if (Volatile.Read(ref _unusable))
        {
            return null;
        }

        if (FromCertificate() is { } taken)
        {
            return taken;
        }

        if (Create() is not { } key)
        {
            return null;
        }

        try
        {
            Import(key);
            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();
            Volatile.Write(ref _unusable, true);
            return null;
        }
    }

    // A key that is imported alone is multiplied by the order of its curve, which costs as much as a signature and cannot fail: all points of
    // these curves but one, which has no such encoding, are of that order. Of a key that comes in a certificate the platform only checks that
    // its point is on the curve, so it gets the key in the smallest certificate that there is.
    private ECDsa? FromCertificate()
    {
        if (algorithm.Signature() is null)
        {
            return null;
        }

        try
        {
            using var loaded = X509CertificateLoader.LoadCertificate(BareCertificate.Around(subjectPublicKeyInfo.Span));
            return loaded.GetECDsaPublicKey();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // The platform does not know keys that are for RSA-PSS alone by their own identifier.
    private void Import(AsymmetricAlgorithm key)
    {
        if (algorithm != KeyAlgorithm.RsaPss)
        {
            key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo.Span, out _);
            return;
        }

        var info = DerFields.Open(subjectPublicKeyInfo).ReadSequence();
        info.ReadSequence();
        ((RSA)key).ImportRSAPublicKey(DerFields.BitString(info, "subjectPublicKeyInfo").Span, out _);
    }

    private AsymmetricAlgorithm? Create() => algorithm switch
    {
        KeyAlgorithm.Rsa or KeyAlgorithm.RsaPss => RSA.Create(),
#pragma warning disable CA5384 // Old chains are verified with DSA where the policy says so, and nothing is ever signed with it.
        KeyAlgorithm.Dsa => DSA.Create(),
#pragma warning restore CA5384
        KeyAlgorithm.EcP256 or KeyAlgorithm.EcP384 or KeyAlgorithm.EcP521 => ECDsa.Create(),
        _ => null,
    };

    private void Return(AsymmetricAlgorithm key) => Interlocked.Exchange(ref _idle, key)?.Dispose();
}
