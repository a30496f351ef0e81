namespace PairSettle.Credentials;

/// <summary>What one item of evidence, or a complete list with the changes to it, says about a certificate.</summary>
/// <param name="Item">The item.</param>
/// <param name="Delta">The list of changes that was taken into account; null where there is none.</param>
/// <param name="IssuedAt">The time at which what the item says was known to be right.</param>
/// <param name="PromisedUntil">The time by which the item promises newer evidence.</param>
/// <param name="Entry">The time of effect and the reason, where the certificate is revoked.</param>
/// <param name="Reasons">The reasons that the item covers.</param>
/// <param name="IsUsable">Whether anything can be concluded from the item once it is verified.</param>
internal readonly record struct RevocationStatement(
    EvidenceItem Item,
    CertificateRevocationList? Delta,
    DateTimeOffset IssuedAt,
    DateTimeOffset? PromisedUntil,
    (DateTimeOffset From, RevocationReason Reason)? Entry,
    int Reasons,
    bool IsUsable)
{
    /// <summary>The time of the newest of the items.</summary>
    public DateTimeOffset ThisUpdate => Delta is { } delta && delta.ThisUpdate > IssuedAt ? delta.ThisUpdate : IssuedAt;

    /// <summary>The end of validity of a responder that the issuer appointed: its word is fresh no longer than its certificate.</summary>
    public DateTimeOffset? SignerEnds { get; init; }

    /// <summary>Whether another key of the issuing authority signed the list.</summary>
    public bool IsOfAnotherKey { get; init; }

    /// <summary>The items that the statement rests on.</summary>
    public IEnumerable<EvidenceItem> Items => Delta is null ? [Item] : [Item, Delta];

    /// <summary>Whether the certificate is revoked at a time.</summary>
    public bool RevokesAt(DateTimeOffset time) => Entry is { } entry && entry.From <= time;
}
