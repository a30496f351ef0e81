using System.Collections.Immutable;

namespace PairSettle.Credentials;

/// <summary>A chain that <see cref="ChainVerifier"/> found trusted. Nobody else can make one, so the type shows that the check was made.</summary>
public sealed class VerifiedChain
{
    internal VerifiedChain(
        ImmutableArray<Certificate> path, TrustAnchor trust, CertificateUse use, DateTimeOffset at, ImmutableArray<EvidenceUse> evidence,
        ImmutableArray<string> policies)
    {
        Path = path;
        Trust = trust;
        Use = use;
        At = at;
        Evidence = evidence;
        Policies = policies;
    }

    /// <summary>The certificate that the chain is about.</summary>
    public Certificate Leaf => Path[0];

    /// <summary>The leaf, then its issuers in order, without the anchor.</summary>
    public ImmutableArray<Certificate> Path { get; }

    /// <summary>The anchor that decided.</summary>
    public Certificate Anchor => Trust.Certificate;

    /// <summary>The anchor that decided, with its window and the trust list that it came with.</summary>
    public TrustAnchor Trust { get; }

    /// <summary>The use that the chain was verified for.</summary>
    public CertificateUse Use { get; }

    /// <summary>The role of the anchor that decided.</summary>
    public AuthorityRole Role => Trust.Role;

    /// <summary>The time that the chain was verified at.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The evidence that was relied upon, by certificate; a record embeds these items.</summary>
    public ImmutableArray<EvidenceUse> Evidence { get; }

    /// <summary>
    /// The object identifiers of the certificate policies, in the anchor's terms, for which the chain is valid and which the policy accepts;
    /// anyPolicy (2.5.29.32.0) among them where every policy is. Empty where the certificates name none.
    /// </summary>
    public ImmutableArray<string> Policies { get; }

    /// <summary>The worst freshness among the certificates whose revocation the policy asked for; <see cref="EvidenceFreshness.Fresh"/> where it asked for none.</summary>
    public EvidenceFreshness Freshness => Evidence.IsEmpty ? EvidenceFreshness.Fresh : Evidence.Max(use => use.Freshness);

    /// <summary>The chain, where it was verified for a use. Whoever takes a chain asks this first: that it is trusted does not say for what.</summary>
    /// <param name="use">The use that is needed.</param>
    /// <param name="parameter">What the exception calls the chain.</param>
    /// <returns>This chain.</returns>
    /// <exception cref="ChainUseException">It was verified for another use.</exception>
    public VerifiedChain For(CertificateUse use, string parameter) =>
        Use == use ? this : throw new ChainUseException(use, Use, parameter);

    /// <summary>The subject (masked where it may be personal), the use and the anchor.</summary>
    /// <returns>A text that may be logged.</returns>
    public override string ToString() => $"{Leaf} as {Use} under {Role} anchor {Anchor}";
}
