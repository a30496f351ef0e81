using System.Collections.Immutable;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Settlement.Receipts;

/// <summary>
/// Records of sessions with vehicles that know ISO 15118 and nothing of pair settlement. The vehicle's half is what it
/// signed anyway: its AuthorizationReq and its MeteringReceiptReqs, verbatim. The verifier grades the result
/// <c>Receipted</c> with receipts, <c>Authorised</c> without, and <c>Asserted</c> where nobody signed. Pure.
/// </summary>
public static class IsoReceiptSettlement
{
    private const int ChallengeLength = 16;

    /// <summary>Signs the offer under which the session is recorded, before the vehicle is asked to authorise.</summary>
    /// <param name="options">What the charger brings.</param>
    /// <param name="opening">What it knows of the session.</param>
    /// <returns>The offer.</returns>
    /// <exception cref="ArgumentException">The options contradict themselves, or a value is out of bounds.</exception>
    public static SignedPart<Offer> Open(ChargerSettlementOptions options, IsoSessionOpening opening)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(opening);
        options.Validate();
        var roaming = opening.ContractChain.IsEmpty ? null : options.Declarations.FirstOrDefault(IsRoaming);
        var promise = roaming?.Content.Body as RoamingBody;
        return SignedPart.Sign(
            new Offer
            {
                ChargerNonce = opening.Nonce,
                Channel = opening.Channel,
                ChargerChain = ExiList.Create<Digest>([.. Chain(options.Credential).Select(HashOf)]),
                ContractChain = ExiList.Create<Digest>([.. ((IEnumerable<ExiBytes>)opening.ContractChain).Select(der => Digest.Of(der.Span))]),
                EvseId = options.EvseId,
                Tariff = options.Tariff.Hash,
                Roaming = roaming?.Hash,
                Meters = ExiList.Create<Digest>([.. options.Declarations.Where(item => IsMeter(item, opening.StartMeter)).Select(item => item.Hash)]),
                Evidence = ExiList.Create<Digest>([.. options.Evidence.Items().Select(item => Digest.Of(item.Span))]),
                Liability = promise?.Liability ?? (opening.ContractChain.IsEmpty ? LiabilityClass.External : LiabilityClass.ChargePointOperator),
                Caps = promise is null ? options.Caps : options.Caps.Tighten(promise.Caps),
                Slice = options.Slice,
                Tolerance = options.Tolerance,
                Rounding = TariffOf(options).Rounding,
                MaxEvidenceAge = promise is { } limit && limit.MaxEvidenceAge < options.MaxEvidenceAge ? limit.MaxEvidenceAge : options.MaxEvidenceAge,
                StartMeter = opening.StartMeter,
                OfferedAt = opening.At,
                AcceptWithin = options.AcceptWithin,
            },
            options.Credential);
    }

    /// <summary>
    /// The GenChallenge that binds the vehicle's signed AuthorizationReq to an offer: the first octets of the offer's
    /// hash, which nobody can foretell because the offer holds a fresh nonce.
    /// </summary>
    /// <param name="offer">The offer.</param>
    /// <returns>16 octets.</returns>
    public static ExiBytes ChallengeFor(SignedPart<Offer> offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        return ExiBytes.Copy(offer.ContentHash.ToArray().AsSpan(0, ChallengeLength));
    }

    /// <summary>Signs the charger's half and puts the record together.</summary>
    /// <param name="options">What the charger brings.</param>
    /// <param name="opening">What was known at the beginning.</param>
    /// <param name="offer">The offer of <see cref="Open"/>.</param>
    /// <param name="closing">What was observed.</param>
    /// <param name="history">What the device carries from record to record.</param>
    /// <returns>The record; <see cref="ChargerSettlementHost.KeepAsync"/> makes it part of the device's history.</returns>
    /// <exception cref="ArgumentException">The usage has no cost under the tariff, or a value is out of bounds.</exception>
    public static PairRecord Close(
        ChargerSettlementOptions options, IsoSessionOpening opening, SignedPart<Offer> offer, IsoSessionClosing closing, DeviceHistory history)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(opening);
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(closing);
        ArgumentNullException.ThrowIfNull(history);
        var usage = closing.Usage;
        if (!CostCalculator.TryCompute(TariffOf(options), usage.Start, usage.Periods, out var cost, out var fault))
        {
            throw new ArgumentException($"The usage has no cost under the tariff: {fault}.", nameof(closing));
        }

        var terms = offer.Content;
        var start = new QualifiedTime(usage.Start, closing.ClockQuality);
        var half = SignedPart.Sign(
            new HalfRecord
            {
                Role = PartyRole.Charger,
                Agreement = Agreement.Identify(offer.ContentHash, null),
                OwnCertificate = terms.SignerCertificate,
                PeerCertificate = terms.ContractCertificate,
                StartedAt = start,
                EndedAt = new(start.Instant + TimeSpan.FromSeconds(usage.Seconds), start.Quality),
                EndReason = closing.EndReason,
                ImportWh = usage.ImportWh,
                ExportWh = usage.ExportWh,
                Tariff = terms.Tariff,
                CostBeforeTaxes = cost.BeforeTaxes,
                Cost = cost.Total,
                EndMeter = closing.EndMeter,
                Periods = usage.Periods,
                Device = history.Next(usage.ImportWh, usage.ExportWh, cost.Total, terms.StartMeter, terms.ContractCertificate ?? Digest.None),
                IsoEvidence = ExiList.Create<Digest>([.. ((IEnumerable<ExiBytes>)closing.Messages).Select(exi => Digest.Of(exi.Span))]),
            },
            options.Credential);
        return new() { Offer = offer, ChargerHalf = half, Attachments = Attachments(options, opening, terms, closing) };
    }

    private static ExiList<Attachment> Attachments(
        ChargerSettlementOptions options, IsoSessionOpening opening, Offer terms, IsoSessionClosing closing)
    {
        CarriedDeclaration[] named =
        [
            options.Tariff,
            .. options.Declarations.Where(item => item.Hash == terms.Roaming || ((IEnumerable<Digest>)terms.Meters).Contains(item.Hash)),
        ];
        var certificates = Chain(options.Credential).Concat(named.SelectMany(item => item.Chain)).Select(item => ExiBytes.Copy(item.RawData.Span));
        return ExiList.Create<Attachment>(
        [
            .. certificates.Concat(opening.ContractChain).Distinct().Select(der => new Attachment(AttachmentKind.Certificate, der)),
            .. options.Evidence.Items().Select(item => new Attachment(AttachmentKind.Evidence, ExiBytes.Copy(item.Span))),
            .. named.Select(item => new Attachment(AttachmentKind.Declaration, ExiBytes.Copy(item.Signed.Encoded.Span))),
            .. ((IEnumerable<ExiBytes>)closing.Messages).Distinct().Select(exi => new Attachment(AttachmentKind.IsoMessage, exi)),
        ]);
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Items(this RevocationEvidence evidence) => evidence.Items.Select(item => item.RawData);

    private static bool IsRoaming(CarriedDeclaration declaration) => declaration.Content.Body is RoamingBody;

    private static bool IsMeter(CarriedDeclaration declaration, MeterStatement statement) =>
        declaration.Content.Body is MeterBody body && body.MeterSerial == statement.MeterSerial;

    private static Tariff TariffOf(ChargerSettlementOptions options) => ((TariffBody)options.Tariff.Content.Body).Tariff;

    private static ImmutableArray<Certificate> Chain(Credential credential) => [credential.Leaf, .. credential.Intermediates];

    private static Digest HashOf(Certificate certificate) => new(certificate.Sha256.Span);
}
