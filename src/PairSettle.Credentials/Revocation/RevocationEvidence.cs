using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PairSettle.Credentials;

/// <summary>
/// An immutable bag of revocation lists and OCSP responses. Anybody may have handed them over, because only the issuers' signatures count,
/// and among valid ones the freshest. The bag is bounded, so that a peer cannot fill the memory with it.
/// </summary>
public sealed class RevocationEvidence
{
    /// <summary>The most items that a bag holds.</summary>
    public const int MaxItems = 256;

    /// <summary>The most octets that the items of a bag have together.</summary>
    public const int MaxTotalLength = 16 << 20;

    private RevocationEvidence(ImmutableArray<EvidenceItem> items) => Items = items;

    /// <summary>No evidence.</summary>
    public static RevocationEvidence Empty { get; } = new([]);

    /// <summary>All items, without duplicates.</summary>
    public ImmutableArray<EvidenceItem> Items { get; }

    /// <summary>The revocation lists among the items.</summary>
    public IEnumerable<CertificateRevocationList> Lists => Items.OfType<CertificateRevocationList>();

    /// <summary>The OCSP responses among the items.</summary>
    public IEnumerable<OcspResponse> Responses => Items.OfType<OcspResponse>();

    /// <summary>Parses items of either kind.</summary>
    /// <param name="items">The DER octets of each item.</param>
    /// <param name="evidence">The bag on success.</param>
    /// <param name="error">The reason on failure; its path tells which item.</param>
    /// <returns>False when an item is not strictly encoded, or when they exceed <see cref="MaxItems"/> or <see cref="MaxTotalLength"/>.</returns>
    public static bool TryCreate(
        IEnumerable<ReadOnlyMemory<byte>> items, [NotNullWhen(true)] out RevocationEvidence? evidence, out CredentialError error)
    {
        ArgumentNullException.ThrowIfNull(items);
        evidence = null;
        error = default;
        var parsed = new List<EvidenceItem>();
        var room = MaxTotalLength;
        foreach (var der in items)
        {
            if (parsed.Count == MaxItems || der.Length > room)
            {
                error = new CredentialError(CredentialFault.TooManyItems, "evidence");
                return false;
            }

            room -= der.Length;

            if (!EvidenceItem.TryParse(der, out var item, out error))
            {
                error = error with { Path = FormattableString.Invariant($"evidence[{parsed.Count}].{error.Path}") };
                return false;
            }

            parsed.Add(item);
        }

        evidence = Create(parsed);
        return true;
    }

    /// <summary>A bag of parsed items.</summary>
    /// <param name="items">The items; duplicates are dropped.</param>
    /// <returns>The bag.</returns>
    /// <exception cref="ArgumentException">They exceed <see cref="MaxItems"/> or <see cref="MaxTotalLength"/>.</exception>
    public static RevocationEvidence Create(IEnumerable<EvidenceItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        ImmutableArray<EvidenceItem> distinct = [.. items.Distinct()];
        if (distinct.Length > MaxItems || distinct.Sum(item => (long)item.RawData.Length) > MaxTotalLength)
        {
            throw new ArgumentException($"at most {MaxItems} items of evidence with {MaxTotalLength} octets together", nameof(items));
        }

        return distinct.IsEmpty ? Empty : new RevocationEvidence(distinct);
    }

    /// <summary>The bag with one more item.</summary>
    /// <param name="item">The item.</param>
    /// <returns>The new bag.</returns>
    public RevocationEvidence With(EvidenceItem item) => Create(Items.Append(item));

    /// <summary>Both bags in one. Of items that say the same thing in two issues both are kept; the verifier takes the freshest.</summary>
    /// <param name="other">The other bag.</param>
    /// <returns>
    /// The new bag. Where it would be too large, the items of this bag stay, and of the other's those with the latest update join them: what a
    /// peer sends, dated as it likes, never pushes out what is held.
    /// </returns>
    public RevocationEvidence Merge(RevocationEvidence other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var kept = new List<EvidenceItem>();
        var room = MaxTotalLength;
        foreach (var item in Items.Concat(other.Items.OrderByDescending(static item => item.ThisUpdate)).Distinct())
        {
            if (kept.Count < MaxItems && item.RawData.Length <= room)
            {
                kept.Add(item);
                room -= item.RawData.Length;
            }
        }

        return Create(kept);
    }
}
