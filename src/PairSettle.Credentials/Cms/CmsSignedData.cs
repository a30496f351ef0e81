using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>
/// Content with one signature, as CMS SignedData (RFC 5652) in the one encoding of the profile (docs/formats/cms-profile.md). Parsing checks
/// the form; the signature needs the signer's certificate, and whether that is to be trusted is another question.
/// </summary>
public sealed class CmsSignedData
{
    /// <summary>The octets that the object has at most besides its content.</summary>
    public const int MaxOverhead = 1_024;

    private readonly CmsFields _fields;

    internal CmsSignedData(CmsFields fields, ReadOnlyMemory<byte> rawData)
    {
        _fields = fields;
        RawData = rawData;
    }

    /// <summary>The DER octets, as they were received or made.</summary>
    public ReadOnlyMemory<byte> RawData { get; }

    /// <summary>The object identifier of the content type.</summary>
    public string ContentType => _fields.ContentType;

    /// <summary>The octets that are signed.</summary>
    public ReadOnlyMemory<byte> Content => _fields.Content;

    /// <summary>The subject key identifier of the signer's certificate.</summary>
    public ReadOnlyMemory<byte> SignerKeyIdentifier => _fields.KeyIdentifier;

    /// <summary>The SHA-256 of the signer's certificate, 32 octets.</summary>
    public ReadOnlyMemory<byte> SignerCertificate => _fields.Certificate;

    /// <summary>The algorithm of the signature.</summary>
    public SignatureAlgorithm Algorithm => _fields.Algorithm;

    /// <summary>Parses DER octets. The signature is not verified.</summary>
    /// <param name="der">Exactly one object. The octets are copied.</param>
    /// <param name="contentType">The object identifier that the content type must be.</param>
    /// <param name="maxContentLength">The most octets that the content may have.</param>
    /// <param name="signed">The object on success.</param>
    /// <param name="error">The reason on failure.</param>
    /// <returns>Whether the octets are an object of the profile.</returns>
    public static bool TryParse(
        ReadOnlyMemory<byte> der,
        string contentType,
        int maxContentLength,
        [NotNullWhen(true)] out CmsSignedData? signed,
        out CredentialError error)
    {
        signed = DerFields.Guard(() => Parse(der, contentType, maxContentLength), "cms", out error);
        return signed is not null;
    }

    /// <summary>Signs content with a key that is at hand.</summary>
    /// <param name="contentType">The object identifier of the content type.</param>
    /// <param name="content">The content.</param>
    /// <param name="credential">The signer.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ArgumentException">The certificate cannot sign, or the key is not its own.</exception>
    public static CmsSignedData Sign(string contentType, ReadOnlyMemory<byte> content, Credential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        var request = new CmsSigningRequest(contentType, content, credential.Leaf);
        return request.Complete(credential.Signer.SignHash(request.Hash.Span));
    }

    /// <summary>Verifies the signature with a certificate, whose chain is another question.</summary>
    /// <param name="certificate">The signer's certificate.</param>
    /// <returns>The fault, or none.</returns>
    public CmsSignatureFault Verify(Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        if (!certificate.Sha256.Span.SequenceEqual(_fields.Certificate.Span))
        {
            return CmsSignatureFault.OtherCertificate;
        }

        if (!certificate.SubjectKeyIdentifier.Span.SequenceEqual(_fields.KeyIdentifier.Span))
        {
            return CmsSignatureFault.OtherKeyIdentifier;
        }

        if (certificate.KeyAlgorithm.Signature() != _fields.Algorithm)
        {
            return CmsSignatureFault.OtherAlgorithm;
        }

        var attributes = CmsWriter.SignedAttributes(_fields.ContentType, _fields.Content.Span, _fields.Certificate, _fields.Algorithm);
        return certificate.VerifyHash(CryptographicOperations.HashData(_fields.Algorithm.Hash(), attributes), _fields.Signature.Span)
            ? CmsSignatureFault.None
            : CmsSignatureFault.SignatureWrong;
    }

    private static CmsSignedData Parse(ReadOnlyMemory<byte> der, string contentType, int maxContentLength)
    {
        DerFields.DemandLength(der.Length, maxContentLength + MaxOverhead);
        var copy = der.ToArray();
        var fields = CmsParser.Parse(copy, contentType, maxContentLength);

        // What passes every rule is written again, so that no second encoding of the same statement exists.
        return CmsWriter.Encode(fields).AsSpan().SequenceEqual(copy)
            ? new CmsSignedData(fields, copy)
            : throw new CredentialContentException(CredentialFault.MalformedDer, "encoding");
    }
}
