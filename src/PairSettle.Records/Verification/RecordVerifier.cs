using PairSettle.Credentials;
using PairSettle.Records.Format;

namespace PairSettle.Records.Verification;

/// <summary>
/// Verifies records: pure, offline, and at session time with the evidence that the record carries. Nothing is fetched, and no clock is
/// read.
/// </summary>
public static class RecordVerifier
{
    /// <summary>Verifies one record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="trust">The trust anchors by role.</param>
    /// <param name="policy">The verifier's own choices.</param>
    /// <returns>The report. It is <see cref="RecordVerdict.Valid"/> only if nothing failed and nothing that is required is unchecked.</returns>
    public static RecordReport Verify(PairRecord record, TrustStore trust, RecordPolicy policy) =>
        Verify(record, trust, policy, new Iso2EvidenceReader());

    internal static RecordReport Verify(PairRecord record, TrustStore trust, RecordPolicy policy, IIsoEvidenceReader reader)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(trust);
        ArgumentNullException.ThrowIfNull(policy);
        var context = new RecordContext(record.Offer, record.Acceptance, record.Attachments, trust, policy)
        {
            Checkpoint = record.LastCheckpoint,
            Ack = record.LastAck,
            ChargerHalf = record.ChargerHalf,
            VehicleHalf = record.VehicleHalf,
        };

        SignatureChecks.Check(context);
        ChainChecks.Check(context);
        AgreementChecks.Check(context);
        DeclarationChecks.Check(context);
        ChainChecks.CheckAge(context, DeclarationChecks.MaxEvidenceAge(context));
        MeteringChecks.Check(context);
        CheckpointChecks.Check(context);
        ReciprocityChecks.Check(context);
        IsoChecks.Check(context, reader);
        CostChecks.Check(context);
        TimeChecks.Check(context);
        DeviceChainChecks.Check(context);
        DisclosureChecks.Check(context);
        ContainerChecks.Check(context);
        var grade = GradeOf(context);
        context.Require(
            RecordCheck.GradeSufficient,
            grade >= policy.MinimumGrade,
            $"the grade is {grade}",
            $"the grade is {grade}, {policy.MinimumGrade} is required");

        var verdict = context.Verdict;
        var amounts = verdict == RecordVerdict.Valid ? AmountsOf(context) : null;
        return new()
        {
            RecordId = record.Id,
            Verdict = verdict,
            Grade = grade,
            Findings = [.. context.Findings.OrderBy(static finding => finding.Check)],
            Chains = [.. context.Chains],
            Amounts = amounts,
            Narrative = Narrator.Tell(context, verdict, grade, amounts),
        };
    }

    private static EvidenceGrade GradeOf(RecordContext context)
    {
        var accepted = context.Passed(RecordCheck.AcceptanceSignature) && context.Passed(RecordCheck.AcceptanceNamesOffer);
        if (accepted && context.Passed(RecordCheck.MatchedPair) && context.Passed(RecordCheck.VehicleHalfSignature))
        {
            return EvidenceGrade.Paired;
        }

        if ((accepted && context.Passed(RecordCheck.AckSignature) && context.Passed(RecordCheck.AckNamesCheckpoint))
            || (context.Passed(RecordCheck.IsoReceipt)
                && context.IsoEvidence.Exists(static item => item.Kind == IsoEvidenceKind.MeteringReceipt)))
        {
            return EvidenceGrade.Receipted;
        }

        return accepted || context.IsoEvidence.Exists(static item => item.Kind == IsoEvidenceKind.Authorisation)
            ? EvidenceGrade.Authorised
            : EvidenceGrade.Asserted;
    }

    private static SettledAmounts AmountsOf(RecordContext context)
    {
        var currency = context.Offer.Currency;
        var half = context.ChargerHalf?.Content ?? context.VehicleHalf!.Content;
        if (context.Passed(RecordCheck.MatchedPair))
        {
            return new(half.ImportWh, half.Cost, 0, new(0, currency));
        }

        // One party alone: settled is what both signed last, the rest is a claim.
        var settled = context.Checkpoint?.Content;
        if (settled is null || context.ChargerHalf is null)
        {
            var receipted = context.IsoEvidence.Where(static item => item.Kind == IsoEvidenceKind.MeteringReceipt)
                .Select(item => IsoChecks.ConfirmedWh(context, item) ?? 0).DefaultIfEmpty().Max();
            return settled is not null
                ? new(settled.ImportWh, settled.Cost, 0, new(0, currency))
                : receipted >= half.ImportWh && receipted > 0
                    ? new(half.ImportWh, half.Cost, 0, new(0, currency))
                    : new(0, new(0, currency), half.ImportWh, half.Cost);
        }

        return new(settled.ImportWh, settled.Cost, half.ImportWh - settled.ImportWh, half.Cost - settled.Cost);
    }
}
