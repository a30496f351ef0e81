using PairSettle.Credentials;

namespace PairSettle.Records.Verification;

/// <summary>Both parties' chains at session time, and the age of the evidence that speaks for them.</summary>
internal static class ChainChecks
{
    public static void Check(RecordContext context)
    {
        if (context.ChargerCertificate is { } charger)
        {
            context.ChargerChain = context.VerifyChain(RecordCheck.ChargerChain, "charger", charger, context.Offer.ChargerChain, CertificateUse.Secc);
        }
        else
        {
            context.Add(RecordCheck.ChargerChain, FindingOutcome.NotChecked, "the charger certificate is not attached");
        }

        if (context.ContractCertificate is { } contract)
        {
            context.ContractChain = context.VerifyChain(RecordCheck.ContractChain, "contract", contract, context.Offer.ContractChain, CertificateUse.Contract);
        }
        else if (context.Offer.ContractCertificate is not null)
        {
            context.Add(RecordCheck.ContractChain, FindingOutcome.NotChecked, "the contract certificate is not attached");
        }
        else
        {
            context.Add(RecordCheck.ContractChain, FindingOutcome.Noted, "the offer names no contract");
        }
    }

    public static void CheckAge(RecordContext context, TimeSpan limit)
    {
        Age(context, "charger", context.ChargerChain, limit);
        Age(context, "contract", context.ContractChain, limit);
    }

    private static void Age(RecordContext context, string party, VerifiedChain? chain, TimeSpan limit)
    {
        foreach (var use in chain?.Evidence ?? [])
        {
            if (use.Item is null)
            {
                // Whether a certificate without evidence is trusted is the chain policy's choice, and was made.
                context.Add(RecordCheck.EvidenceAge, FindingOutcome.Noted, $"no evidence on {party} certificate [{use.CertificateIndex}]");
                continue;
            }

            var age = context.At - use.Item.ThisUpdate;
            context.Require(
                RecordCheck.EvidenceAge,
                age <= limit,
                $"evidence on {party} certificate [{use.CertificateIndex}] is {Hours(age)} old, at most {Hours(limit)} is agreed",
                $"evidence on {party} certificate [{use.CertificateIndex}] is {Hours(age)} old, more than the agreed {Hours(limit)}");
        }
    }

    private static string Hours(TimeSpan span) => FormattableString.Invariant($"{span.TotalHours:F1} h");
}
