using PairSettle.Credentials;
using PairSettle.Records.Format;

namespace PairSettle.Records.Verification;

/// <summary>Every signature, under the certificate that the offer names for its party.</summary>
internal static class SignatureChecks
{
    public static void Check(RecordContext context)
    {
        Part(context, RecordCheck.OfferSignature, context.OfferPart, context.ChargerCertificate, "charger");
        Part(context, RecordCheck.AcceptanceSignature, context.AcceptancePart, context.ContractCertificate, "contract");
        Part(context, RecordCheck.ChargerHalfSignature, context.ChargerHalf, context.ChargerCertificate, "charger");
        Part(context, RecordCheck.VehicleHalfSignature, context.VehicleHalf, context.ContractCertificate, "contract");
        Chained(context, RecordCheck.CheckpointSignature, context.ChargerCertificate, "charger", context.Checkpoint is { } checkpoint ? checkpoint.Verify : null);
        Chained(context, RecordCheck.AckSignature, context.ContractCertificate, "contract", context.Ack is { } ack ? ack.Verify : null);
    }

    private static void Part<T>(RecordContext context, RecordCheck check, SignedPart<T>? part, Certificate? certificate, string party)
        where T : class, IPartContent<T>
    {
        if (part is null)
        {
            return;
        }

        if (certificate is null)
        {
            context.Add(check, FindingOutcome.NotChecked, $"the {party} certificate is not attached");
            return;
        }

        var fault = part.Verify(certificate);
        context.Require(check, fault == CmsSignatureFault.None, $"signed by the {party} key", $"{fault} under the {party} certificate");
    }

    private static void Chained(RecordContext context, RecordCheck check, Certificate? certificate, string party, Func<Certificate, bool>? verify)
    {
        if (verify is null)
        {
            return;
        }

        if (certificate is null)
        {
            context.Add(check, FindingOutcome.NotChecked, $"the {party} certificate is not attached");
            return;
        }

        context.Require(check, verify(certificate), $"signed by the {party} key", $"{CmsSignatureFault.SignatureWrong} under the {party} certificate");
    }
}
