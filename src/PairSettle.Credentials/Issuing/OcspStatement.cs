namespace PairSettle.Credentials.Issuing;

/// <summary>What a response is to say about one certificate.</summary>
/// <param name="Id">The certificate, as the request names it.</param>
/// <param name="Status">Its status.</param>
/// <param name="Revocation">The revocation, where it is revoked.</param>
internal readonly record struct OcspStatement(OcspCertificateId Id, OcspStatus Status, RevokedCertificate Revocation);
