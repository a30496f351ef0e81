namespace PairSettle.Credentials;

/// <summary>One extension as it stands in a certificate, a revocation list or an OCSP response.</summary>
/// <param name="Oid">The object identifier.</param>
/// <param name="Critical">Whether an unknown extension must lead to refusal.</param>
/// <param name="Value">The DER octets inside the octet string.</param>
public readonly record struct CertificateExtension(string Oid, bool Critical, ReadOnlyMemory<byte> Value);
