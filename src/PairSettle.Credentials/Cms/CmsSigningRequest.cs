using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>Content that waits for its signature: the hash goes to the key, wherever that is.</summary>
public sealed class CmsSigningRequest
{
    private readonly string _contentType;
    private readonly ReadOnlyMemory<byte> _content;
    private readonly Certificate _certificate;

    /// <summary>Begins to sign.</summary>
    /// <param name="contentType">The object identifier of the content type.</param>
    /// <param name="content">The content.</param>
    /// <param name="certificate">The signer's certificate.</param>
    /// <exception cref="ArgumentException">The certificate has no subject key identifier, or its key cannot sign.</exception>
    public CmsSigningRequest(string contentType, ReadOnlyMemory<byte> content, Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(contentType);
        ArgumentNullException.ThrowIfNull(certificate);
        if (certificate.SubjectKeyIdentifier.IsEmpty)
        {
            throw new ArgumentException("The certificate has no subject key identifier.", nameof(certificate));
        }

        _contentType = contentType;
        _content = content;
        _certificate = certificate;
        Algorithm = certificate.KeyAlgorithm.Signature()
            ?? throw new ArgumentException("The certificate's key cannot sign.", nameof(certificate));
        Hash = CryptographicOperations.HashData(
            Algorithm.Hash(), CmsWriter.SignedAttributes(contentType, content.Span, certificate.Sha256, Algorithm));
    }

    /// <summary>The algorithm of the certificate's key.</summary>
    public SignatureAlgorithm Algorithm { get; }

    /// <summary>The hash that the key signs.</summary>
    public ReadOnlyMemory<byte> Hash { get; }

    /// <summary>Puts content and signature together.</summary>
    /// <param name="signature">The signature as r and s of equal length (IEEE P1363).</param>
    /// <returns>The signed object.</returns>
    /// <exception cref="ArgumentException">The certificate's key did not make the signature.</exception>
    public CmsSignedData Complete(ReadOnlySpan<byte> signature)
    {
        if (signature.Length != Algorithm.SignatureLength() || !_certificate.VerifyHash(Hash.Span, signature))
        {
            throw new ArgumentException("The signature does not belong to the certificate.", nameof(signature));
        }

        var fields = new CmsFields(
            _contentType, _content, _certificate.SubjectKeyIdentifier, _certificate.Sha256, Algorithm, signature.ToArray());
        return new CmsSignedData(fields, CmsWriter.Encode(fields));
    }
}
