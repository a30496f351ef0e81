using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Verification;

/// <summary>Commitments: opened, left closed, or opened wrongly.</summary>
internal static class DisclosureChecks
{
    public static void Check(RecordContext context)
    {
        var known = new HashSet<Commitment>();
        var nonces = Disclosure.NonceContext(context.Offer.VehicleNonce, context.Offer.ChargerNonce);
        List(context, known, context.Offer.Commitments, nonces);
        List(context, known, context.AcceptancePart?.Content.Commitments ?? default, nonces);
        foreach (var half in ContainerChecks.Halves(context))
        {
            List(context, known, half.Commitments, context.Agreement.Hash);
        }

        foreach (var (commitment, disclosure) in context.Attachments.Disclosures)
        {
            if (!known.Contains(commitment))
            {
                context.Add(
                    RecordCheck.AttachmentBound, FindingOutcome.Failed, $"the disclosure of {disclosure.Field} opens nothing in this record");
            }
        }

        foreach (var field in context.Policy.RequiredDisclosures)
        {
            var disclosed = known.Any(commitment => commitment.Field == field && context.Attachments.Disclosure(commitment) is not null);
            context.Add(
                RecordCheck.DisclosureRequired,
                disclosed ? FindingOutcome.Passed : FindingOutcome.NotChecked,
                disclosed ? $"{field} is disclosed" : $"{field} is required and not disclosed");
        }
    }

    /// <summary>The disclosed value of a field, or null.</summary>
    public static string? Value(RecordContext context, SensitiveField field) =>
        context.Attachments.Disclosures.FirstOrDefault(item => item.Key.Field == field).Value?.Value;

    private static void List(RecordContext context, HashSet<Commitment> known, ExiList<Commitment> commitments, Digest binding)
    {
        foreach (var commitment in commitments)
        {
            known.Add(commitment);
            if (context.Attachments.Disclosure(commitment) is not { } disclosure)
            {
                context.Add(RecordCheck.CommitmentOpened, FindingOutcome.Undisclosed, $"{commitment.Field} is not disclosed");
                continue;
            }

            context.Require(
                RecordCheck.CommitmentOpened,
                disclosure.Context == binding,
                $"{commitment.Field} is disclosed",
                $"the commitment to {commitment.Field} is bound to another session");
            if (commitment.Field == SensitiveField.ContractIdentity && context.ContractCertificate is { } contract)
            {
                context.Require(
                    RecordCheck.ContractIdentity,
                    Normalise(disclosure.Value) == Normalise(contract.Subject.CommonName ?? string.Empty),
                    "the disclosed identifier is that of the contract certificate",
                    "the disclosed identifier is not that of the contract certificate");
            }
        }
    }

    // An EMAID is the same with and without its separators, and in either case.
    private static string Normalise(string identifier) => identifier.Replace("-", null, StringComparison.Ordinal).ToUpperInvariant();
}
