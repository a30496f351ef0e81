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
        var entitlement = verdict == RecordVerdict.Valid ? Entitlement.Of(context) : null;
        return new()
        {
            RecordId = record.Id,
            Verdict = verdict,
            Grade = grade,
            Findings = [.. context.Findings.OrderBy(static finding => finding.Check)],
            Chains = [.. context.Chains],
            Amounts = entitlement?.Amounts,
            Narrative = Narrator.Tell(context, verdict, grade, entitlement),
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
}
