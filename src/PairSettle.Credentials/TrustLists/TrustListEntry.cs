namespace PairSettle.Credentials;

/// <summary>An anchor of a trust list.</summary>
/// <param name="Role">The role that it is trusted in.</param>
/// <param name="Certificate">The certificate, an authority's.</param>
/// <param name="ValidFrom">The instant from which it counts.</param>
/// <param name="ValidUntil">The instant from which it does not count any more; null while that is open. Windows of successive anchors overlap for a rollover.</param>
public sealed record TrustListEntry(AuthorityRole Role, Certificate Certificate, DateTimeOffset ValidFrom, DateTimeOffset? ValidUntil = null);
