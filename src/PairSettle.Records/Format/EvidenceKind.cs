namespace PairSettle.Records.Format;

/// <summary>The kinds of revocation evidence.</summary>
public enum EvidenceKind
{
    /// <summary>A certificate revocation list (RFC 5280).</summary>
    Crl = 0,

    /// <summary>An OCSP response (RFC 6960).</summary>
    OcspResponse = 1,
}
