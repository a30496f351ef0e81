using PairSettle.Records.Format;

namespace PairSettle.Records.Verification;

/// <summary>The signed ISO 15118 messages that stand in for the half of a vehicle that does not pair.</summary>
internal static class IsoChecks
{
    /// <summary>How many octets of the offer's hash make a challenge: GenChallenge has 16.</summary>
    private const int ChallengeLength = 16;

    public static void Check(RecordContext context, IIsoEvidenceReader reader)
    {
        if (context.ChargerHalf?.Content is not { IsoEvidence.IsEmpty: false } half)
        {
            return;
        }

        foreach (var hash in half.IsoEvidence)
        {
            if (context.Attachments.IsoMessage(hash) is { } message)
            {
                Read(context, reader, message);
            }
        }

        if (context.IsoEvidence.Count > 0)
        {
            CheckSession(context);
            CheckReceipts(context, half);
        }
    }

    private static void Read(RecordContext context, IIsoEvidenceReader reader, Attachment message)
    {
        if (context.ContractCertificate is not { } contract)
        {
            context.Add(RecordCheck.IsoSignature, FindingOutcome.NotChecked, "the contract certificate is not attached");
            return;
        }

        var issuer = context.Offer.ContractChain.Count > 1 ? context.Attachments.Certificate(context.Offer.ContractChain[1]) : null;
        if (reader.Read(message.Encoded.Memory, contract, issuer) is not { } evidence)
        {
            context.Add(
                RecordCheck.IsoMessageReadable, FindingOutcome.Failed, $"ISO message {AttachmentIndex.Short(message.Hash)} carries no signature of use");
            return;
        }

        context.Add(RecordCheck.IsoMessageReadable, FindingOutcome.Passed, $"a signed {evidence.Kind}");
        if (evidence.SignatureValid is not { } valid)
        {
            context.Add(RecordCheck.IsoSignature, FindingOutcome.NotChecked, $"the certificate to check the {evidence.Kind} with is not attached");
            return;
        }

        context.Require(RecordCheck.IsoSignature, valid, $"the right key signed the {evidence.Kind}", $"the signature on the {evidence.Kind} is wrong");
        if (!valid)
        {
            return;
        }

        context.IsoEvidence.Add(evidence);
        if (evidence.Kind == IsoEvidenceKind.Authorisation)
        {
            var expected = context.OfferPart.ContentHash.ToArray().AsSpan(0, ChallengeLength);
            var bound = evidence.Challenge.Span.SequenceEqual(expected);
            context.Add(
                RecordCheck.IsoAuthorisationBound,
                bound ? FindingOutcome.Passed : FindingOutcome.Noted,
                bound ? "the signed challenge is derived from this offer" : "the signed challenge says nothing about this offer");
        }
    }

    private static void CheckSession(RecordContext context)
    {
        var sessions = context.IsoEvidence.Where(static item => item.Kind == IsoEvidenceKind.MeteringReceipt)
            .Select(static item => Convert.ToHexString(item.SessionId.Span)).Distinct().Count();
        if (sessions > 0)
        {
            context.Require(RecordCheck.IsoSession, sessions == 1, "all receipts are of one session", "the receipts are of different sessions");
        }
    }

    // The standard leaves open whether MeterReading is the meter's register or counts from zero in each session: both are read.
    private static void CheckReceipts(RecordContext context, HalfRecord half)
    {
        foreach (var receipt in context.IsoEvidence)
        {
            if (receipt.Kind != IsoEvidenceKind.MeteringReceipt)
            {
                continue;
            }

            var confirmed = ConfirmedWh(context, receipt);
            context.Require(
                RecordCheck.IsoReceipt,
                confirmed is { } energy && energy <= half.ImportWh && receipt.MeterId == context.Offer.StartMeter.MeterSerial,
                $"a signed receipt confirms {confirmed} Wh of the charger's meter",
                "a signed receipt does not confirm what the charger's meter showed");
        }
    }

    /// <summary>The energy of the session that a receipt confirms, or null when it fits neither reading.</summary>
    public static long? ConfirmedWh(RecordContext context, IsoEvidence receipt)
    {
        if (receipt.MeterReadingWh is not { } reading || reading > FormatLimits.MaxQuantity)
        {
            return null;
        }

        var start = context.Offer.StartMeter.ImportWh;
        var import = context.ChargerHalf?.Content.ImportWh ?? 0;
        return (long)reading >= start && (long)reading <= start + import ? (long)reading - start
            : (long)reading <= import ? (long)reading
            : null;
    }
}
