using PairSettle.Records.Format;

namespace PairSettle.Records.Verification;

/// <summary>Attachments against the names in signed content: nothing missing, nothing that belongs elsewhere.</summary>
internal static class ContainerChecks
{
    public static void Check(RecordContext context)
    {
        var certificates = new HashSet<Digest>(context.Offer.ChargerChain);
        certificates.UnionWith(context.Offer.ContractChain);
        var evidence = new HashSet<Digest>(context.Offer.Evidence);
        var declarations = new HashSet<Digest>(context.Offer.Policies) { context.Offer.Tariff };
        declarations.UnionWith(context.Offer.Meters);
        if (context.Offer.Roaming is { } roaming)
        {
            declarations.Add(roaming);
        }

        if (context.AcceptancePart?.Content is { } acceptance)
        {
            certificates.UnionWith(acceptance.ContractChain);
            evidence.UnionWith(acceptance.Evidence);
            declarations.UnionWith(acceptance.Policies);
        }

        var meters = new HashSet<Digest>();
        var messages = new HashSet<Digest>();
        AddMeter(meters, context.Offer.StartMeter);
        AddMeter(meters, context.Checkpoint?.Content.Meter);
        foreach (var half in Halves(context))
        {
            evidence.UnionWith(half.Evidence);
            messages.UnionWith(half.IsoEvidence);
            AddMeter(meters, half.EndMeter);
        }

        foreach (var hash in declarations)
        {
            if (context.Attachments.Declaration(hash) is { } declaration)
            {
                certificates.UnionWith(declaration.Content.IssuerChain);
            }
        }

        var missing = Compare(context, "certificate", certificates, context.Attachments.CertificateHashes)
            + Compare(context, "evidence", evidence, context.Attachments.EvidenceHashes)
            + Compare(
                context, "declaration", declarations, context.Attachments.AllDeclarations.Select(static part => part.ContentHash))
            + Compare(context, "meter attestation", meters, context.Attachments.MeterAttestationHashes)
            + Compare(context, "ISO message", messages, context.Attachments.IsoMessageHashes);
        if (missing == 0)
        {
            context.Add(RecordCheck.AttachmentPresent, FindingOutcome.Passed, "everything that signed content names is attached");
        }

        if (!context.Failed(RecordCheck.AttachmentBound))
        {
            context.Add(RecordCheck.AttachmentBound, FindingOutcome.Passed, "every attachment is named by signed content");
        }
    }

    public static IEnumerable<HalfRecord> Halves(RecordContext context)
    {
        if (context.ChargerHalf is { } charger)
        {
            yield return charger.Content;
        }

        if (context.VehicleHalf is { } vehicle)
        {
            yield return vehicle.Content;
        }
    }

    private static void AddMeter(HashSet<Digest> names, MeterStatement? statement)
    {
        if (statement?.Attestation is MeterAttestation.Attached attached)
        {
            names.Add(attached.Hash);
        }
    }

    private static int Compare(RecordContext context, string kind, HashSet<Digest> named, IEnumerable<Digest> attached)
    {
        var present = new HashSet<Digest>(attached);
        var missing = 0;
        foreach (var hash in named)
        {
            if (!present.Contains(hash))
            {
                missing++;
                context.Add(RecordCheck.AttachmentPresent, FindingOutcome.NotChecked, $"{kind} {AttachmentIndex.Short(hash)} is not attached");
            }
        }

        foreach (var hash in present)
        {
            if (!named.Contains(hash))
            {
                context.Add(
                    RecordCheck.AttachmentBound, FindingOutcome.Failed, $"{kind} {AttachmentIndex.Short(hash)} is named by nothing in this record");
            }
        }

        return missing;
    }
}
