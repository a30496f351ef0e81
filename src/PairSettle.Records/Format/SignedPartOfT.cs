using System.Security.Cryptography;
using PairSettle.Credentials;
using PairSettle.Records.Format.Cms;

namespace PairSettle.Records.Format;

/// <summary>Content with its CMS signature. Parsing checks the form; the signature needs the signer's certificate.</summary>
/// <typeparam name="T">The content.</typeparam>
public sealed class SignedPart<T> : IEquatable<SignedPart<T>>
    where T : class, IPartContent<T>
{
    private readonly CmsFields _fields;

    internal SignedPart(T content, CmsFields fields, ReadOnlyMemory<byte> encoded)
    {
        _fields = fields;
        Content = content;
        Encoded = encoded;
        ContentHash = Digest.Of(fields.Content.Span);
    }

    /// <summary>What is signed.</summary>
    public T Content { get; }

    /// <summary>The DER octets of the CMS object, as they were received or made.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    /// <summary>The SHA-256 of the content: what other objects call this part. Signatures have no part in it.</summary>
    public Digest ContentHash { get; }

    /// <summary>The algorithm of the signature.</summary>
    public SignatureAlgorithm Algorithm => _fields.Algorithm;

    /// <summary>Verifies the signature with a certificate, whose chain is another question.</summary>
    /// <param name="certificate">The signer's certificate.</param>
    /// <returns>The fault, or none.</returns>
    public PartSignatureFault Verify(Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        if (new Digest(certificate.Sha256.Span) != _fields.Certificate)
        {
            return PartSignatureFault.OtherCertificate;
        }

        if (!certificate.SubjectKeyIdentifier.Span.SequenceEqual(_fields.KeyIdentifier.Span))
        {
            return PartSignatureFault.OtherKeyIdentifier;
        }

        if (certificate.KeyAlgorithm.Signature() != _fields.Algorithm)
        {
            return PartSignatureFault.OtherAlgorithm;
        }

        var attributes = CmsWriter.SignedAttributes(_fields.ContentType, _fields.Content.Span, _fields.Certificate, _fields.Algorithm);
        return certificate.VerifyHash(CryptographicOperations.HashData(_fields.Algorithm.Hash(), attributes), _fields.Signature.Span)
            ? PartSignatureFault.None
            : PartSignatureFault.SignatureWrong;
    }

    /// <inheritdoc/>
    public bool Equals(SignedPart<T>? other) => other is not null && Encoded.Span.SequenceEqual(other.Encoded.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SignedPart<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => ContentHash.GetHashCode();
}
