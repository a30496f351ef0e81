namespace PairSettle.Credentials;

/// <summary>An anchor that is not to be trusted any more, whoever brought it into a store.</summary>
/// <param name="Role">The role that it was trusted in.</param>
/// <param name="CertificateSha256">The SHA-256 of the certificate, 32 octets.</param>
/// <param name="WithdrawnAt">The instant from which it does not count; what happened before still does.</param>
public sealed record TrustListWithdrawal(AuthorityRole Role, ReadOnlyMemory<byte> CertificateSha256, DateTimeOffset WithdrawnAt);
