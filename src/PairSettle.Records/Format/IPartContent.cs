using System.Diagnostics.CodeAnalysis;

namespace PairSettle.Records.Format;

/// <summary>Content that is signed as a CMS object: declarations, offers, acceptances and half-records.</summary>
/// <typeparam name="TSelf">The content itself.</typeparam>
public interface IPartContent<TSelf>
    where TSelf : class, IPartContent<TSelf>
{
    /// <summary>The CMS content type, one of <see cref="RecordOids"/>.</summary>
    static abstract string ContentType { get; }

    /// <summary>The hash of the certificate whose key must sign, as the content itself names it.</summary>
    Digest SignerCertificate { get; }

    /// <summary>The DER encoding.</summary>
    /// <returns>The bytes that are signed.</returns>
    byte[] ToDer();

    /// <summary>Reads the content.</summary>
    /// <param name="der">The DER encoding.</param>
    /// <param name="content">The content.</param>
    /// <param name="error">Why the bytes were refused.</param>
    /// <returns>Whether the bytes are such content.</returns>
    static abstract bool TryDecode(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out TSelf? content, out RecordError error);
}
