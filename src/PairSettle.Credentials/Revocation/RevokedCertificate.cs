namespace PairSettle.Credentials;

/// <summary>One entry of a revocation list.</summary>
/// <param name="SerialNumber">The octets of the serial number.</param>
/// <param name="RevokedAt">The time of revocation.</param>
/// <param name="Reason">The reason.</param>
/// <param name="InvalidSince">The time since which the key is suspected, where it is known (RFC 5280, 5.3.2).</param>
public readonly record struct RevokedCertificate(
    ReadOnlyMemory<byte> SerialNumber, DateTimeOffset RevokedAt, RevocationReason Reason, DateTimeOffset? InvalidSince)
{
    /// <summary>The issuer of the certificate, where an indirect list names it; null for the issuer of the list.</summary>
    public DistinguishedName? Issuer { get; init; }

    /// <summary>The place of the issuer among those that the list names: names compare slowly, and lists are long.</summary>
    internal int IssuerNumber { get; init; }

    /// <summary>The earlier of the two times: from here on the certificate must not be relied upon.</summary>
    public DateTimeOffset EffectiveFrom => InvalidSince is { } since && since < RevokedAt ? since : RevokedAt;
}
