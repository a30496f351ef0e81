using PairSettle.Credentials;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Rules;

namespace PairSettle.Records.Verification;

/// <summary>Every declaration that the session names: who says it, when, about whom, and whether the session keeps to it.</summary>
internal static class DeclarationChecks
{
    public static void Check(RecordContext context)
    {
        var offer = context.Offer;
        Accept<TariffBody>(context, "tariff", offer.Tariff);
        if (offer.Roaming is { } roaming)
        {
            Accept<RoamingBody>(context, "roaming", roaming);
        }

        foreach (var hash in offer.Meters)
        {
            Accept<MeterBody>(context, "meter", hash);
        }

        foreach (var hash in Policies(context))
        {
            Accept<PolicyBody>(context, "policy", hash);
        }

        CheckTariff(context);
        CheckRoaming(context);
        foreach (var hash in Policies(context))
        {
            if (context.Declared<PolicyBody>(hash) is { } policy)
            {
                CheckPolicy(context, policy);
            }
        }
    }

    /// <summary>The greatest age of evidence that agreement and roaming declaration allow.</summary>
    public static TimeSpan MaxEvidenceAge(RecordContext context) =>
        context.Declared<RoamingBody>(context.Offer.Roaming) is { } roaming && roaming.MaxEvidenceAge < context.Offer.MaxEvidenceAge
            ? roaming.MaxEvidenceAge
            : context.Offer.MaxEvidenceAge;

    public static IEnumerable<Digest> Policies(RecordContext context) =>
        ((IEnumerable<Digest>)context.Offer.Policies).Concat(context.AcceptancePart?.Content.Policies ?? default).Distinct();

    private static void Accept<T>(RecordContext context, string name, Digest hash)
        where T : DeclarationBody
    {
        if (context.Attachments.Declaration(hash) is not { } part)
        {
            context.Add(RecordCheck.DeclarationKindMatches, FindingOutcome.NotChecked, $"the {name} declaration is not attached");
            return;
        }

        var declaration = part.Content;
        if (declaration.Body is not T)
        {
            context.Add(RecordCheck.DeclarationKindMatches, FindingOutcome.Failed, $"the {name} declaration is a {declaration.Body.Kind} declaration");
            return;
        }

        context.Add(RecordCheck.DeclarationKindMatches, FindingOutcome.Passed, $"the {name} declaration is one");
        if (context.Attachments.Certificate(declaration.IssuerChain[0]) is not { } signer)
        {
            context.Add(RecordCheck.DeclarationSignature, FindingOutcome.NotChecked, $"the certificate of the {name} declaration's issuer is not attached");
            return;
        }

        var issuer = context.Certificates(signer, declaration.IssuerChain);
        var report = DeclarationVerifier.Verify(part, issuer, context.Trust, context.At, context.Attachments.Evidence, context.Policy.Chains);
        context.Require(
            RecordCheck.DeclarationSignature,
            report.Signature == CmsSignatureFault.None,
            $"the issuer signed the {name} declaration",
            $"{name} declaration: {report.Signature}");
        CheckIssuer(context, name, declaration, report);
        context.Require(
            RecordCheck.DeclarationValidity,
            report.IsInForce,
            $"the {name} declaration is in force",
            $"the {name} declaration is not in force at session time");
        if (IsAboutThisSession(context, name, declaration) && report.IsTrusted)
        {
            context.Declarations.Add(hash, declaration);
        }
    }

    private static void CheckIssuer(RecordContext context, string name, Declaration declaration, DeclarationReport report)
    {
        if (report.Chain is not { } chain)
        {
            context.Add(RecordCheck.DeclarationIssuer, FindingOutcome.Failed, $"a {declaration.Issuer} authority may not issue a {name} declaration");
            return;
        }

        context.AddChain(RecordCheck.DeclarationIssuer, $"{name} declaration", chain);
        if (chain.Chain is { } issuer && declaration.Body is RoamingBody)
        {
            CheckRoamingAuthority(context, declaration, issuer);
        }
    }

    private static void CheckRoamingAuthority(RecordContext context, Declaration declaration, VerifiedChain issuer)
    {
        if (context.ContractChain is not { } contract)
        {
            context.Add(RecordCheck.RoamingAuthority, FindingOutcome.NotChecked, "the contract's chain is not verified");
            return;
        }

        context.Require(
            RecordCheck.RoamingAuthority,
            DeclarationRules.BindsContract(declaration.Scope, issuer, contract),
            "the roaming declaration is by the authority of the contract",
            "the roaming declaration names no authority that it shares with the contract");
    }

    private static bool IsAboutThisSession(RecordContext context, string name, Declaration declaration)
    {
        var scope = declaration.Scope;
        if (!DeclarationRules.CoversEvse(scope, context.Offer.EvseId))
        {
            context.Add(RecordCheck.DeclarationScopeMatches, FindingOutcome.Failed, $"the {name} declaration is about other EVSEs");
            return false;
        }

        var matches = true;
        foreach (var (party, required, chain) in new[]
        {
            ("contract", scope.Contracts, context.ContractChain), ("charger", scope.Chargers, context.ChargerChain),
        })
        {
            if (required.IsEmpty)
            {
                continue;
            }

            if (chain is null)
            {
                context.Add(
                    RecordCheck.DeclarationScopeMatches, FindingOutcome.NotChecked, $"the {name} declaration is about certain {party}s, and the {party}'s chain is not verified");
                matches = false;
            }
            else if (!DeclarationRules.Names(required, chain))
            {
                context.Add(RecordCheck.DeclarationScopeMatches, FindingOutcome.Failed, $"the {name} declaration is about other {party}s");
                matches = false;
            }
        }

        if (matches)
        {
            context.Add(RecordCheck.DeclarationScopeMatches, FindingOutcome.Passed, $"the {name} declaration is about this session");
        }

        return matches;
    }

    private static void CheckTariff(RecordContext context)
    {
        if (context.Declared<TariffBody>(context.Offer.Tariff) is { } body)
        {
            context.Require(
                RecordCheck.TariffTerms,
                body.Tariff.Currency == context.Offer.Currency && body.Tariff.Rounding == context.Offer.Rounding,
                $"the offer is in {body.Tariff.Currency} and rounds by {body.Tariff.Rounding}, as the tariff does",
                $"the tariff is in {body.Tariff.Currency} and rounds by {body.Tariff.Rounding}, the offer in {context.Offer.Currency} by {context.Offer.Rounding}");
        }
    }

    private static void CheckRoaming(RecordContext context)
    {
        var offer = context.Offer;
        if (offer.Roaming is null)
        {
            context.Require(
                RecordCheck.RoamingLiability,
                offer.Liability != LiabilityClass.MobilityOperator,
                $"no roaming declaration; the liability is with {offer.Liability}",
                "the offer puts the liability on the mobility operator and names no roaming declaration");
            return;
        }

        if (context.Declared<RoamingBody>(offer.Roaming) is not { } roaming)
        {
            return;
        }

        context.Require(
            RecordCheck.RoamingLiability,
            offer.Liability == roaming.Liability,
            $"the liability is with {offer.Liability}, as promised",
            $"the offer puts the liability on {offer.Liability}, the roaming declaration on {roaming.Liability}");
        context.Require(
            RecordCheck.RoamingTariff,
            DeclarationRules.AcceptsTariff(roaming, offer.Tariff),
            "the roaming declaration accepts the tariff",
            "the roaming declaration does not accept the tariff");
        context.Require(
            RecordCheck.RoamingEvidenceAge,
            offer.MaxEvidenceAge <= roaming.MaxEvidenceAge,
            "the offer allows no older evidence than the roaming declaration",
            "the offer allows older evidence than the roaming declaration");
        CheckCaps(context, "roaming", roaming.Caps);
    }

    private static void CheckPolicy(RecordContext context, PolicyBody policy)
    {
        CheckCaps(context, "policy", policy.Caps);
        var start = context.ChargerHalf?.Content.StartedAt.Instant ?? context.VehicleHalf?.Content.StartedAt.Instant ?? context.Offer.OfferedAt.Instant;
        var end = context.ChargerHalf?.Content.EndedAt.Instant ?? context.VehicleHalf?.Content.EndedAt.Instant ?? start;
        context.Require(RecordCheck.PolicyWindow, policy.Allows(start, end), "inside the policy's times", "outside the policy's times");
        CheckAllowed(context, RecordCheck.PolicyCharger, "charger", policy.AllowedChargers, context.ChargerChain);
        CheckAllowed(context, RecordCheck.PolicyContract, "contract", policy.AllowedContracts, context.ContractChain);
        var accuracy = ((IEnumerable<Digest>)context.Offer.Meters).Select(hash => context.Declared<MeterBody>(hash)?.Accuracy ?? MeterClass.Unclassified)
            .DefaultIfEmpty().Max();
        context.Require(
            RecordCheck.PolicyMeterClass,
            accuracy >= policy.MinMeterClass,
            $"the meter is of class {accuracy}",
            $"the meter is of class {accuracy}, the policy asks for {policy.MinMeterClass}");
        context.Require(
            RecordCheck.PolicyDischarge,
            policy.DischargeAllowed || ContainerChecks.Halves(context).All(static half => half.ExportWh == 0),
            "no discharge beyond the policy",
            "energy flowed out of the vehicle, which the policy forbids");
    }

    private static void CheckAllowed(RecordContext context, RecordCheck check, string party, Exi.ExiList<Digest> allowed, VerifiedChain? chain)
    {
        if (allowed.IsEmpty)
        {
            return;
        }

        if (chain is null)
        {
            context.Add(check, FindingOutcome.NotChecked, $"the {party}'s chain is not verified");
            return;
        }

        context.Require(check, DeclarationRules.Names(allowed, chain), $"the policy allows the {party}", $"the policy does not allow the {party}");
    }

    private static void CheckCaps(RecordContext context, string name, Caps outer) => context.Require(
        RecordCheck.CapsWithinDeclarations,
        context.Agreement.Caps.IsWithin(outer),
        $"the agreed limits keep those of the {name} declaration",
        $"the agreed limits exceed those of the {name} declaration");
}
