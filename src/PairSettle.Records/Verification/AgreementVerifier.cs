using PairSettle.Credentials;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;

namespace PairSettle.Records.Verification;

/// <summary>
/// Verifies the terms of a session before power flows: the vehicle verifies the offer before it accepts, the charger verifies the
/// acceptance before it energises. The checks are those of <see cref="RecordVerifier"/>, as far as they can be made by then.
/// </summary>
public static class AgreementVerifier
{
    /// <summary>Verifies an offer, or an offer with its acceptance.</summary>
    /// <param name="offer">The offer.</param>
    /// <param name="acceptance">The acceptance; null before there is one.</param>
    /// <param name="attachments">What signed content names: certificates, evidence and declarations of both sides. More does no harm here.</param>
    /// <param name="trust">The trust anchors by role.</param>
    /// <param name="policy">The verifier's own choices; <see cref="RecordPolicy.At"/> is its clock.</param>
    /// <returns>The report.</returns>
    public static AgreementReport Verify(
        SignedPart<Offer> offer,
        SignedPart<Acceptance>? acceptance,
        IEnumerable<Attachment> attachments,
        TrustStore trust,
        RecordPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(attachments);
        ArgumentNullException.ThrowIfNull(trust);
        ArgumentNullException.ThrowIfNull(policy);
        var context = new RecordContext(offer, acceptance, attachments.Distinct(), trust, policy);
        SignatureChecks.Check(context);
        ChainChecks.Check(context);
        AgreementChecks.Check(context);
        DeclarationChecks.Check(context);
        ChainChecks.CheckAge(context, DeclarationChecks.MaxEvidenceAge(context));
        MeteringChecks.Check(context);
        TimeChecks.Check(context);
        TimeChecks.CheckNow(context);
        DisclosureChecks.Check(context, isWholeRecord: false);
        ContainerChecks.Check(context, isWholeRecord: false);
        var tariff = context.Declared<TariffBody>(offer.Content.Tariff)?.Tariff;
        return new()
        {
            Verdict = context.Verdict,
            Findings = [.. context.Findings.OrderBy(static finding => finding.Check)],
            Chains = [.. context.Chains],
            Terms = context.Verdict == RecordVerdict.Valid && tariff is not null ? new(context, tariff) : null,
        };
    }
}
