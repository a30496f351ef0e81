using System.Collections.Immutable;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>
/// Verifies pair messages: signatures, chains, roles, revocation evidence, declarations. Offline and without a clock; whether a verified
/// message suits the session is decided by the machines.
/// </summary>
public static class PairVerifier
{
    /// <summary>Verifies what a machine asked to be verified.</summary>
    /// <param name="request">The machine's request.</param>
    /// <param name="anchors">The anchors that this side trusts.</param>
    /// <param name="at">The time.</param>
    /// <returns>The machine's next input: <see cref="SettlementInput.Verified"/> or <see cref="SettlementInput.Refused"/>.</returns>
    public static SettlementInput Verify(SettlementOutput.Verify request, TrustStore anchors, SettlementTime at)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (part, fault) = (request.Message, request.Basis) switch
        {
            (PairMessage.Hello hello, VerificationBasis.Opening basis) =>
                VerifyHello(hello, basis.Options, anchors, at.Wall.Instant),
            (PairMessage.Offer offer, VerificationBasis.Offered basis) =>
                VerifyOffer(offer, basis, anchors, at.Wall.Instant),
            (var message, VerificationBasis.Statement basis) => VerifyStatement(message, basis),
            _ => (null, SettlementFault.MessageUnexpected),
        };
        return part is not null
            ? new SettlementInput.Verified(at, part)
            : new SettlementInput.Refused(at, request.Message, fault);
    }

    private static (VerifiedPart? Part, SettlementFault Fault) VerifyHello(
        PairMessage.Hello message, ChargerSettlementOptions own, TrustStore anchors, DateTimeOffset at)
    {
        var hello = message.Content;
        if (!TryParse(hello.ContractChain, out var contractChain) || !TryParse(hello.DeclarationCertificates, out var issuers))
        {
            return (null, SettlementFault.ContractRefused);
        }

        var chains = new ChainRun(anchors, Merge(own.Evidence, hello.Evidence), own.Policy, at);
        if (chains.Verify(contractChain, CertificateUse.Contract, SettlementFault.ContractRefused) is not { } contract)
        {
            return (null, chains.Fault);
        }

        if (chains.Verify(own.Chain, CertificateUse.Secc, SettlementFault.OwnSideUnusable) is not { } charger)
        {
            return (null, chains.Fault);
        }

        if (chains.Verify(own.Tariff) is not { } tariff)
        {
            return (null, SettlementFault.OwnSideUnusable);
        }

        // What does not verify is as good as not there: it cannot help the vehicle, and the charger does not rely on it.
        var declarations = ImmutableArray.Create(tariff);
        foreach (var carried in own.Declarations.Concat(ParseDeclarations(hello.Declarations, issuers)))
        {
            if (declarations.All(known => known.Hash != carried.Hash) && chains.Verify(carried) is { } verified)
            {
                declarations = declarations.Add(verified);
            }
        }

        return (new VerifiedHello(message)
        {
            Contract = contract,
            Charger = charger,
            Declarations = declarations,
        }, SettlementFault.None);
    }

    private static (VerifiedPart? Part, SettlementFault Fault) VerifyOffer(
        PairMessage.Offer message, VerificationBasis.Offered basis, TrustStore anchors, DateTimeOffset at)
    {
        if (!TryParse(message.Certificates, out var chargerChain) || !TryParse(message.DeclarationCertificates, out var issuers))
        {
            return (null, SettlementFault.ChargerRefused);
        }

        if (!message.Signed.Content.ChargerChain.Equals(Hashes(chargerChain)))
        {
            return (null, SettlementFault.ChargerRefused);
        }

        if (message.Signed.Verify(chargerChain[0]) != CmsSignatureFault.None)
        {
            return (null, SettlementFault.SignatureWrong);
        }

        var evidence = Merge(Merge(RevocationEvidence.Empty, basis.Hello.Evidence), message.Evidence);
        var chains = new ChainRun(anchors, evidence, basis.Options.Policy, at);
        if (chains.Verify(chargerChain, CertificateUse.Secc, SettlementFault.ChargerRefused) is not { } charger)
        {
            return (null, chains.Fault);
        }

        if (chains.Verify(basis.Options.Chain, CertificateUse.Contract, SettlementFault.OwnSideUnusable) is not { } contract)
        {
            return (null, chains.Fault);
        }

        var offer = message.Signed.Content;
        var declarations = ImmutableArray<VerifiedDeclaration>.Empty;
        foreach (var carried in ParseDeclarations(message.Declarations, issuers).Concat(basis.Options.Declarations))
        {
            if (declarations.All(known => known.Hash != carried.Hash) && chains.Verify(carried) is { } verified)
            {
                declarations = declarations.Add(verified);
            }
        }

        Digest[] named = [offer.Tariff, .. offer.Roaming is { } roaming ? [roaming] : (Digest[])[], .. offer.Policies, .. offer.Meters];
        if (named.Any(hash => declarations.All(known => known.Hash != hash)))
        {
            return (null, SettlementFault.DeclarationRefused);
        }

        // Only what both sides name counts, and the vehicle's own policies.
        declarations = declarations.RemoveAll(item =>
            !named.Contains(item.Hash) && basis.Options.Declarations.All(own => own.Hash != item.Hash));
        var keys = declarations.Where(item => item.Content.Body is MeterBody && offer.Meters.Contains(item.Hash))
            .Select(item => (MeterBody)item.Content.Body);
        foreach (var meter in keys)
        {
            if (meter.MeterSerial == offer.StartMeter.MeterSerial
                && !MeterAttestations.IsRight(offer.StartMeter, meter.PublicKey, message.Attestations))
            {
                return (null, SettlementFault.MeterFault);
            }
        }

        return (new VerifiedOffer(message)
        {
            Contract = contract,
            Charger = charger,
            Declarations = declarations,
        }, SettlementFault.None);
    }

    private static (VerifiedPart? Part, SettlementFault Fault) VerifyStatement(PairMessage message, VerificationBasis.Statement basis)
    {
        var signed = message switch
        {
            PairMessage.Offer part => part.Signed.Verify(basis.Signer) == CmsSignatureFault.None,
            PairMessage.Acceptance part => part.Signed.Verify(basis.Signer) == CmsSignatureFault.None,
            PairMessage.HalfRecord part => part.Signed.Verify(basis.Signer) == CmsSignatureFault.None && part.Ack?.Verify(basis.Signer) != false,
            PairMessage.Checkpoint part => part.Signed.Verify(basis.Signer),
            PairMessage.CheckpointAck part => part.Signed.Verify(basis.Signer),
            _ => false,
        };
        var metered = message switch
        {
            PairMessage.Checkpoint part => MeterAttestations.IsRight(part.Signed.Content.Meter, basis.MeterKey, part.Attestations),
            PairMessage.HalfRecord { Signed.Content.EndMeter: { } meter } part =>
                MeterAttestations.IsRight(meter, basis.MeterKey, part.Attestations),
            _ => true,
        };
        return (signed, metered) switch
        {
            (false, _) => (null, SettlementFault.SignatureWrong),
            (_, false) => (null, SettlementFault.MeterFault),
            _ => (new VerifiedStatement(message, basis.Signer), SettlementFault.None),
        };
    }

    internal static ExiList<Digest> Hashes(IEnumerable<Certificate> chain) =>
        ExiList.Create<Digest>([.. chain.Select(certificate => new Digest(certificate.Sha256.Span))]);

    internal static bool TryParse(ExiList<ExiBytes> encoded, out ImmutableArray<Certificate> certificates)
    {
        var parsed = ImmutableArray.CreateBuilder<Certificate>(encoded.Count);
        foreach (var der in encoded)
        {
            if (Certificate.TryParse(der.Memory, out var certificate, out _))
            {
                parsed.Add(certificate);
            }
        }

        certificates = parsed.ToImmutable();
        return parsed.Count == encoded.Count;
    }

    /// <summary>Parses declarations and finds their issuers' certificates; those that lack either are left out.</summary>
    internal static IEnumerable<CarriedDeclaration> ParseDeclarations(ExiList<ExiBytes> encoded, ImmutableArray<Certificate> issuers)
    {
        var byHash = issuers.DistinctBy(static item => new Digest(item.Sha256.Span)).ToDictionary(static item => new Digest(item.Sha256.Span));
        foreach (var cms in (IEnumerable<ExiBytes>)encoded)
        {
            if (SignedPart.TryParse<Declaration>(cms.Memory, out var signed, out _))
            {
                var chain = ImmutableArray.CreateBuilder<Certificate>();
                foreach (var hash in signed.Content.IssuerChain)
                {
                    if (byHash.TryGetValue(hash, out var certificate))
                    {
                        chain.Add(certificate);
                    }
                }

                if (chain.Count == signed.Content.IssuerChain.Count)
                {
                    yield return new(signed, chain.ToImmutable());
                }
            }
        }
    }

    // A piece of evidence that cannot be read is left out: it can neither help nor harm.
    private static RevocationEvidence Merge(RevocationEvidence held, ExiList<ExiBytes> further)
    {
        var items = new List<EvidenceItem>();
        foreach (var der in further)
        {
            if (EvidenceItem.TryParse(der.Memory, out var item, out _))
            {
                items.Add(item);
            }
        }

        return items.Count == 0 ? held : held.Merge(RevocationEvidence.Create(items));
    }
}
