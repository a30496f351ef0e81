using System.Security.Cryptography;
using PairSettle.Credentials;
using PairSettle.Records.Format.Cms;

namespace PairSettle.Records.Format;

/// <summary>Content that waits for its signature.</summary>
/// <typeparam name="T">The content.</typeparam>
public sealed class PartSigningRequest<T>
    where T : class, IPartContent<T>
{
    private readonly Certificate _certificate;
    private readonly ReadOnlyMemory<byte> _der;

    internal PartSigningRequest(T content, Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(certificate);
        _certificate = certificate;
        _der = content.ToDer();
        var named = new Digest(certificate.Sha256.Span);
        if (!T.TryDecode(_der, out _, out var error))
        {
            throw new ArgumentException($"The content cannot be signed: {error}.", nameof(content));
        }

        if (content.SignerCertificate != named)
        {
            throw new ArgumentException("The content names another certificate.", nameof(certificate));
        }

        if (certificate.SubjectKeyIdentifier.IsEmpty)
        {
            throw new ArgumentException("The certificate has no subject key identifier.", nameof(certificate));
        }

        Content = content;
        Algorithm = certificate.KeyAlgorithm.Signature()
            ?? throw new ArgumentException("The certificate's key cannot sign.", nameof(certificate));
        Hash = CryptographicOperations.HashData(
            Algorithm.Hash(), CmsWriter.SignedAttributes(T.ContentType, _der.Span, named, Algorithm));
    }

    /// <summary>What is to be signed.</summary>
    public T Content { get; }

    /// <summary>The algorithm of the certificate's key.</summary>
    public SignatureAlgorithm Algorithm { get; }

    /// <summary>The hash that the key signs.</summary>
    public ReadOnlyMemory<byte> Hash { get; }

    /// <summary>Puts content and signature together.</summary>
    /// <param name="signature">The signature as r and s of equal length (IEEE P1363).</param>
    /// <returns>The signed part.</returns>
    /// <exception cref="ArgumentException">The certificate's key did not make the signature.</exception>
    public SignedPart<T> Complete(ReadOnlySpan<byte> signature)
    {
        if (signature.Length != Algorithm.SignatureLength() || !_certificate.VerifyHash(Hash.Span, signature))
        {
            throw new ArgumentException("The signature does not belong to the certificate.", nameof(signature));
        }

        var fields = new CmsFields(
            T.ContentType, _der, _certificate.SubjectKeyIdentifier, new(_certificate.Sha256.Span), Algorithm, signature.ToArray());
        return new(Content, fields, CmsWriter.Encode(fields));
    }
}
