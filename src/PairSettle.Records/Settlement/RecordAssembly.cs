using PairSettle.Exi;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Rules;
using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>Puts a record together from the messages of a session: the statements, and as attachments what they name.</summary>
internal static class RecordAssembly
{
    public static PairRecord Of(ChargerSession session) => Assemble(
        session.Hello,
        session.Offer!,
        session.Acceptance!,
        session.AckedCheckpoint,
        session.LastAck,
        session.OwnHalf,
        session.PeerHalf,
        session.Disclosures);

    public static PairRecord Assemble(
        PairMessage.Hello hello,
        PairMessage.Offer offer,
        PairMessage.Acceptance acceptance,
        PairMessage.Checkpoint? checkpoint,
        PairMessage.CheckpointAck? ack,
        PairMessage.HalfRecord? chargerHalf,
        PairMessage.HalfRecord? vehicleHalf,
        ExiList<Disclosure> disclosures)
    {
        var terms = offer.Signed.Content;
        var accepted = acceptance.Signed.Content;
        Digest[] declarations =
            [terms.Tariff, .. terms.Roaming is { } roaming ? [roaming] : (Digest[])[], .. terms.Policies, .. terms.Meters, .. accepted.Policies];
        Digest[] evidence = [.. terms.Evidence, .. accepted.Evidence];
        var attachments = new HashSet<Attachment>();
        foreach (var certificate in ((IEnumerable<ExiBytes>)hello.Content.ContractChain).Concat(offer.Certificates))
        {
            attachments.Add(new(AttachmentKind.Certificate, certificate));
        }

        AddDeclarations(attachments, declarations, ((IEnumerable<ExiBytes>)offer.Declarations).Concat(hello.Content.Declarations),
            ((IEnumerable<ExiBytes>)offer.DeclarationCertificates).Concat(hello.Content.DeclarationCertificates));
        foreach (var item in ((IEnumerable<ExiBytes>)offer.Evidence).Concat(hello.Content.Evidence).Where(item => evidence.Contains(Digest.Of(item.Span))))
        {
            attachments.Add(new(AttachmentKind.Evidence, item));
        }

        MeterStatement?[] statements = [terms.StartMeter, checkpoint?.Signed.Content.Meter, chargerHalf?.Signed.Content.EndMeter];
        var attested = statements.Select(item => item?.Attestation).OfType<MeterAttestation.Attached>().Select(item => item.Hash).ToArray();
        foreach (var octets in ((IEnumerable<ExiBytes>)offer.Attestations)
            .Concat(checkpoint?.Attestations ?? default).Concat(chargerHalf?.Attestations ?? default)
            .Where(item => attested.Contains(Digest.Of(item.Span))))
        {
            attachments.Add(new(AttachmentKind.MeterAttestation, octets));
        }

        foreach (var disclosure in disclosures)
        {
            attachments.Add(new(AttachmentKind.Disclosure, ExiBytes.Copy(disclosure.ToDer())));
        }

        return new()
        {
            Offer = offer.Signed,
            Acceptance = acceptance.Signed,
            LastCheckpoint = checkpoint?.Signed,
            LastAck = ack?.Signed,
            ChargerHalf = chargerHalf?.Signed,
            VehicleHalf = vehicleHalf?.Signed,
            Attachments = ExiList.Create<Attachment>([.. attachments]),
        };
    }

    /// <summary>What the halves say about each other; the verifier's report goes further.</summary>
    public static SettlementOutcome OutcomeOf(PairRecord record, EnergyTolerance tolerance) =>
        record is not { ChargerHalf.Content: { } charger, VehicleHalf.Content: { } vehicle } ? SettlementOutcome.Unilateral
        : ReciprocityRules.IsPair(tolerance, charger, vehicle) ? SettlementOutcome.Matched
        : ReciprocityRules.AreApart(tolerance, charger, vehicle, record.LastCheckpoint?.Content) ? SettlementOutcome.Apart
        : SettlementOutcome.Divergent;

    private static void AddDeclarations(
        HashSet<Attachment> attachments, Digest[] named, IEnumerable<ExiBytes> carried, IEnumerable<ExiBytes> certificates)
    {
        var byHash = certificates.DistinctBy(item => Digest.Of(item.Span)).ToDictionary(item => Digest.Of(item.Span));
        foreach (var cms in carried)
        {
            if (SignedPart.TryParse<Declaration>(cms.Memory, out var declaration, out _) && named.Contains(declaration.ContentHash))
            {
                attachments.Add(new(AttachmentKind.Declaration, cms));
                foreach (var hash in declaration.Content.IssuerChain)
                {
                    if (byHash.TryGetValue(hash, out var certificate))
                    {
                        attachments.Add(new(AttachmentKind.Certificate, certificate));
                    }
                }
            }
        }
    }
}
