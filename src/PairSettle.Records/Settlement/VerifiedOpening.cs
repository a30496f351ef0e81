using System.Collections.Immutable;
using PairSettle.Credentials;
using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>What both sides of an opening have in common once chains and declarations are verified.</summary>
public abstract record VerifiedOpening : VerifiedPart
{
    private protected VerifiedOpening(PairMessage message)
        : base(message)
    {
    }

    /// <summary>The contract's chain.</summary>
    /// <exception cref="ChainUseException">The chain was verified for another use.</exception>
    public required VerifiedChain Contract
    {
        get;
        init => field = value.For(CertificateUse.Contract, nameof(Contract));
    }

    /// <summary>The charger's chain.</summary>
    /// <exception cref="ChainUseException">The chain was verified for another use.</exception>
    public required VerifiedChain Charger
    {
        get;
        init => field = value.For(CertificateUse.Secc, nameof(Charger));
    }

    /// <summary>The declarations that both sides brought, whose signatures, issuers and validity are right at this time.</summary>
    public required ImmutableArray<VerifiedDeclaration> Declarations { get; init; }

    /// <summary>The worst freshness of the evidence about the two parties.</summary>
    public EvidenceFreshness Freshness => Contract.Freshness > Charger.Freshness ? Contract.Freshness : Charger.Freshness;

    /// <summary>The latest instant that evidence about the two parties proves to have passed.</summary>
    internal DateTimeOffset? ProvenInstant => PartyEvidence.Max(static item => (DateTimeOffset?)item.ThisUpdate);

    private IEnumerable<EvidenceItem> PartyEvidence =>
        Contract.Evidence.Concat(Charger.Evidence).Select(static use => use.Item).OfType<EvidenceItem>();

    /// <summary>The age of the oldest evidence about the two parties.</summary>
    internal TimeSpan OldestEvidence(DateTimeOffset at)
    {
        var oldest = PartyEvidence.Min(static item => (DateTimeOffset?)item.ThisUpdate);
        return oldest is { } instant && at > instant ? at - instant : TimeSpan.Zero;
    }

    /// <summary>The evidence that decided about the parties and about the issuers of declarations, each item only once.</summary>
    internal ImmutableArray<EvidenceItem> EvidenceFor(IEnumerable<VerifiedDeclaration> declarations) =>
        [.. PartyEvidence.Concat(declarations.SelectMany(static item => item.Issuer.Evidence).Select(static use => use.Item).OfType<EvidenceItem>())
            .Distinct()];
}
