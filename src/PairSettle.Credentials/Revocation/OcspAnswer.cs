namespace PairSettle.Credentials;

/// <summary>One single response of an OCSP response.</summary>
public sealed record OcspAnswer
{
    internal OcspAnswer()
    {
    }

    /// <summary>The certificate that the answer is about.</summary>
    public required OcspCertificateId Id { get; init; }

    /// <summary>The status.</summary>
    public required OcspStatus Status { get; init; }

    /// <summary>The time of revocation; null unless revoked.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The reason of revocation.</summary>
    public RevocationReason Reason { get; init; }

    /// <summary>The time at which the status was known to be right.</summary>
    public required DateTimeOffset ThisUpdate { get; init; }

    /// <summary>The time by which newer information is promised.</summary>
    public DateTimeOffset? NextUpdate { get; init; }

    internal bool HasUnknownCriticalExtension { get; init; }
}
