using System.Collections.Immutable;

namespace PairSettle.Credentials;

/// <summary>Everything that a verification looks at. There is no other input: no clock, no network, no machine store.</summary>
public sealed record ChainRequest
{
    /// <summary>The certificate in question.</summary>
    public required Certificate Leaf { get; init; }

    /// <summary>Certificates that may link it to an anchor, in any order, superfluous ones included.</summary>
    public ImmutableArray<Certificate> Intermediates { get; init; } = [];

    /// <summary>The anchors that the verifier trusts.</summary>
    public required TrustStore Anchors { get; init; }

    /// <summary>What the chain is verified for.</summary>
    public required CertificateUse Use { get; init; }

    /// <summary>For <see cref="CertificateUse.Declaration"/>: the authority that the signer must belong to. Null elsewhere.</summary>
    public AuthorityRole? Role { get; init; }

    /// <summary>For <see cref="CertificateUse.General"/>: whom the leaf must name; null for anybody.</summary>
    public PeerName? PeerName { get; init; }

    /// <summary>
    /// For <see cref="CertificateUse.General"/>: the object identifier that the extended key usage of leaf and intermediates must hold where
    /// they have the extension; null for any.
    /// </summary>
    public string? ExtendedKeyUsage { get; init; }

    /// <summary>The time to verify at: of a session that is past, the time of the session.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Revocation lists and OCSP responses, from anybody.</summary>
    public RevocationEvidence Evidence { get; init; } = RevocationEvidence.Empty;

    /// <summary>What earlier verifications found out about signatures of authorities; null to remember nothing.</summary>
    public VerifiedLinks? Links { get; init; }

    /// <summary>The verifier's choices.</summary>
    public ChainPolicy Policy { get; init; } = ChainPolicy.Default;
}
