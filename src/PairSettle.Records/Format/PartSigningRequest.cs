using PairSettle.Credentials;

namespace PairSettle.Records.Format;

/// <summary>Content that waits for its signature.</summary>
/// <typeparam name="T">The content.</typeparam>
public sealed class PartSigningRequest<T>
    where T : class, IPartContent<T>
{
    private readonly CmsSigningRequest _request;

    internal PartSigningRequest(T content, Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(certificate);
        var der = content.ToDer();
        if (!T.TryDecode(der, out _, out var error))
        {
            throw new ArgumentException($"The content cannot be signed: {error}.", nameof(content));
        }

        if (content.SignerCertificate != new Digest(certificate.Sha256.Span))
        {
            throw new ArgumentException("The content names another certificate.", nameof(certificate));
        }

        Content = content;
        _request = new(T.ContentType, der, certificate);
    }

    /// <summary>What is to be signed.</summary>
    public T Content { get; }

    /// <summary>The algorithm of the certificate's key.</summary>
    public SignatureAlgorithm Algorithm => _request.Algorithm;

    /// <summary>The hash that the key signs.</summary>
    public ReadOnlyMemory<byte> Hash => _request.Hash;

    /// <summary>Puts content and signature together.</summary>
    /// <param name="signature">The signature as r and s of equal length (IEEE P1363).</param>
    /// <returns>The signed part.</returns>
    /// <exception cref="ArgumentException">The certificate's key did not make the signature.</exception>
    public SignedPart<T> Complete(ReadOnlySpan<byte> signature) => new(Content, _request.Complete(signature));
}
