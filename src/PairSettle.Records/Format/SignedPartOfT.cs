using PairSettle.Credentials;

namespace PairSettle.Records.Format;

/// <summary>Content with its CMS signature. Parsing checks the form; the signature needs the signer's certificate.</summary>
/// <typeparam name="T">The content.</typeparam>
public sealed class SignedPart<T> : IEquatable<SignedPart<T>>
    where T : class, IPartContent<T>
{
    private readonly CmsSignedData _signed;

    internal SignedPart(T content, CmsSignedData signed)
    {
        _signed = signed;
        Content = content;
        ContentHash = Digest.Of(signed.Content.Span);
    }

    /// <summary>What is signed.</summary>
    public T Content { get; }

    /// <summary>The DER octets of the CMS object, as they were received or made.</summary>
    public ReadOnlyMemory<byte> Encoded => _signed.RawData;

    /// <summary>The SHA-256 of the content: what other objects call this part. Signatures have no part in it.</summary>
    public Digest ContentHash { get; }

    /// <summary>The algorithm of the signature.</summary>
    public SignatureAlgorithm Algorithm => _signed.Algorithm;

    /// <summary>Verifies the signature with a certificate, whose chain is another question.</summary>
    /// <param name="certificate">The signer's certificate.</param>
    /// <returns>The fault, or none.</returns>
    public CmsSignatureFault Verify(Certificate certificate) => _signed.Verify(certificate);

    /// <inheritdoc/>
    public bool Equals(SignedPart<T>? other) => other is not null && Encoded.Span.SequenceEqual(other.Encoded.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SignedPart<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => ContentHash.GetHashCode();
}
