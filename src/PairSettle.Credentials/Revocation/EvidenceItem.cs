using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>
/// One piece of revocation evidence: a <see cref="CertificateRevocationList"/> or an <see cref="OcspResponse"/>. It was parsed strictly and
/// is not verified; the verifier does that against the issuer of the certificate in question.
/// </summary>
public abstract class EvidenceItem : IEquatable<EvidenceItem>
{
    private protected EvidenceItem(ReadOnlyMemory<byte> rawData)
    {
        RawData = rawData;
        Sha256 = SHA256.HashData(rawData.Span);
    }

    /// <summary>The DER octets, as a record embeds them.</summary>
    public ReadOnlyMemory<byte> RawData { get; }

    /// <summary>The SHA-256 of <see cref="RawData"/>.</summary>
    public ReadOnlyMemory<byte> Sha256 { get; }

    /// <summary>The time at which what it says was known to be right; of several OCSP answers the earliest.</summary>
    public abstract DateTimeOffset ThisUpdate { get; }

    /// <summary>The time by which newer evidence is promised; of several OCSP answers the earliest; null without a promise.</summary>
    public abstract DateTimeOffset? NextUpdate { get; }

    /// <summary>The time at which an OCSP responder signed; null for a revocation list.</summary>
    public abstract DateTimeOffset? ProducedAt { get; }

    /// <summary>Parses a revocation list or an OCSP response, whichever it is.</summary>
    /// <param name="der">Exactly one item. The octets are copied.</param>
    /// <param name="item">The item on success.</param>
    /// <param name="error">The reason on failure.</param>
    /// <returns>Whether the octets are strictly encoded evidence.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out EvidenceItem? item, out CredentialError error)
    {
        item = OcspResponse.LooksLikeOne(der.Span)
            ? OcspResponse.TryParse(der, out var response, out error) ? response : null
            : CertificateRevocationList.TryParse(der, out var list, out error) ? list : null;
        return item is not null;
    }

    /// <inheritdoc/>
    public bool Equals(EvidenceItem? other) => other is not null && Sha256.Span.SequenceEqual(other.Sha256.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EvidenceItem);

    /// <inheritdoc/>
    public override int GetHashCode() => BitConverter.ToInt32(Sha256.Span);
}
