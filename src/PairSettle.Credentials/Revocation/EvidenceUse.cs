namespace PairSettle.Credentials;

/// <summary>Which evidence was relied upon for one certificate of a chain.</summary>
/// <param name="CertificateIndex">The certificate: 0 is the leaf.</param>
/// <param name="Item">The freshest valid evidence; null where there is none.</param>
/// <param name="Freshness">How old it is at the time of verification.</param>
public sealed record EvidenceUse(int CertificateIndex, EvidenceItem? Item, EvidenceFreshness Freshness);
