using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>
/// What a publisher says about anchors: which certificate is trusted in which role and when (docs/formats/trust-list.md). Nobody has verified
/// it; that is <see cref="TrustListVerifier"/>'s.
/// </summary>
public sealed record TrustList
{
    /// <summary>The CMS content type of a list.</summary>
    public const string ContentType = "2.25.241782946360283646201017550624922118407.1.5";

    /// <summary>The longest content in octets.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>The most anchors of a list.</summary>
    public const int MaxAnchors = 512;

    /// <summary>The most withdrawals of a list.</summary>
    public const int MaxWithdrawals = 4_096;

    /// <summary>The most characters of <see cref="ListId"/>.</summary>
    public const int MaxIdLength = 64;

    /// <summary>The name of the list, which all of its issues share: 1 to 64 of the letters, digits and characters <c>-._:/</c>.</summary>
    public required string ListId { get; init; }

    /// <summary>The number of the issue, at least 1 and greater than that of the issue before.</summary>
    public required long SequenceNumber { get; init; }

    /// <summary>The time of issue, in whole seconds.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The time by which the next issue is promised, in whole seconds.</summary>
    public required DateTimeOffset NextUpdate { get; init; }

    /// <summary>The anchors.</summary>
    public ImmutableArray<TrustListEntry> Anchors { get; init; } = [];

    /// <summary>The withdrawals. They stay for as long as somebody may still hold the anchor.</summary>
    public ImmutableArray<TrustListWithdrawal> Withdrawals { get; init; } = [];

    /// <summary>Reads the content of a list.</summary>
    /// <param name="der">Exactly one list. The octets are copied.</param>
    /// <param name="list">The list on success.</param>
    /// <param name="error">The reason on failure.</param>
    /// <returns>Whether the octets are a strictly encoded list within its bounds.</returns>
    public static bool TryDecode(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out TrustList? list, out CredentialError error)
    {
        list = DerFields.Guard(() => TrustListEncoding.Read(der), "trustList", out error);
        return list is not null;
    }

    /// <summary>Writes the content of the list.</summary>
    /// <returns>The DER octets.</returns>
    /// <exception cref="ArgumentException">A value is out of its bounds.</exception>
    public byte[] Encode()
    {
        var der = TrustListEncoding.Write(this);
        return TryDecode(der, out _, out var error) ? der : throw new ArgumentException($"not a list that anybody would read: {error}");
    }

    /// <summary>Names this issue.</summary>
    /// <returns>List, number and hash.</returns>
    /// <exception cref="ArgumentException">A value is out of its bounds.</exception>
    public TrustListReference ToReference() => new(ListId, SequenceNumber, Convert.ToHexStringLower(SHA256.HashData(Encode())));
}
