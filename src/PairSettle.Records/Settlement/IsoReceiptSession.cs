using System.Collections.Immutable;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Rules;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Settlement;

/// <summary>
/// A session with a vehicle that does not pair. The charger signs an offer that nobody accepts and a half of its own; what the vehicle
/// signs in ISO 15118 anyhow (authorisation, metering receipts) is attached octet for octet and stands in for the vehicle's half.
/// With receipts the record is of grade <c>Receipted</c>, with the authorisation alone <c>Authorised</c>, with neither <c>Asserted</c>.
/// </summary>
/// <remarks>
/// Sign <see cref="Offer"/> before PaymentDetailsRes and send <see cref="Challenge"/> in it: then the vehicle's signed AuthorizationReq
/// names this offer, and with it tariff, meter and EVSE.
/// </remarks>
public sealed record IsoReceiptSession
{
    private readonly ChargerSettlementOptions _options;
    private readonly ImmutableArray<Certificate> _contract;
    private readonly ImmutableArray<CarriedDeclaration> _declarations;
    private readonly ImmutableArray<EvidenceItem> _evidence;
    private readonly ExiList<Disclosure> _disclosures;
    private readonly ExiBytes _startAttestation;

    private IsoReceiptSession(
        ChargerSettlementOptions options,
        Offer offer,
        ImmutableArray<Certificate> contract,
        ImmutableArray<CarriedDeclaration> declarations,
        ImmutableArray<EvidenceItem> evidence,
        ExiList<Disclosure> disclosures,
        ExiBytes startAttestation)
    {
        Offer = offer;
        (_options, _contract, _declarations) = (options, contract, declarations);
        (_evidence, _disclosures, _startAttestation) = (evidence, disclosures, startAttestation);
    }

    /// <summary>The offer, to be signed with the charger's credential.</summary>
    public Offer Offer { get; }

    /// <summary>The 16 octets that PaymentDetailsRes carries as GenChallenge: the first of the offer's hash.</summary>
    public ExiBytes Challenge => ExiBytes.Copy(Offer.Hash.ToArray().AsSpan(0, 16));

    /// <summary>How many random octets <see cref="Begin"/> needs.</summary>
    /// <param name="options">The charger's side.</param>
    /// <returns>The nonce and the salts.</returns>
    public static int RandomOctets(ChargerSettlementOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return FormatLimits.NonceLength + DisclosureFields.SaltOctets(options.Disclosures);
    }

    /// <summary>Makes the offer.</summary>
    /// <param name="options">The charger's side.</param>
    /// <param name="contract">The contract's chain as it was verified, or null when nobody identified the payer by Plug &amp; Charge.</param>
    /// <param name="liability">Who pays where no roaming declaration of the options covers the contract.</param>
    /// <param name="channel">What identifies the connection.</param>
    /// <param name="start">A reading with power off.</param>
    /// <param name="random">As many octets as <see cref="RandomOctets"/> says.</param>
    /// <param name="at">The time; not before the reading and not before the device's last record.</param>
    /// <returns>The session.</returns>
    /// <exception cref="ChainUseException">The contract's chain was verified for another use.</exception>
    /// <exception cref="ArgumentException">The octets are too few, or the liability is a mobility operator's without a roaming declaration.</exception>
    public static IsoReceiptSession Begin(
        ChargerSettlementOptions options,
        VerifiedChain? contract,
        LiabilityClass liability,
        ChannelBinding channel,
        MeterReading start,
        ExiBytes random,
        QualifiedTime at)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(start);
        contract?.For(CertificateUse.Contract, nameof(contract));
        options.Validate();
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, RandomOctets(options), nameof(random));
        var roaming = contract is null ? null : options.Declarations.FirstOrDefault(item => Covers(item, contract, options.Tariff.Hash));
        var promise = roaming?.Content.Body as RoamingBody;
        if (promise is null && liability == LiabilityClass.MobilityOperator)
        {
            throw new ArgumentException("A mobility operator pays only by a roaming declaration that covers the contract.", nameof(liability));
        }

        var meter = options.Declarations.FirstOrDefault(item => item.Content.Body is MeterBody body
            && DeclarationRules.BindsMeter(body, start.Statement.MeterSerial, options.EvseId));
        ImmutableArray<Certificate> chain = contract?.Path ?? [];
        var nonce = ExiBytes.Copy(random.Span[..FormatLimits.NonceLength]);
        var disclosures = DisclosureFields.Open(
            options.Disclosures, Disclosure.NonceContext(default, nonce), random.Span[FormatLimits.NonceLength..]);
        ImmutableArray<EvidenceItem> evidence =
            [.. options.Evidence.Items.OrderByDescending(item => item.ThisUpdate).Take(FormatLimits.MaxEvidence)];
        var age = promise is { } && promise.MaxEvidenceAge < options.MaxEvidenceAge ? promise.MaxEvidenceAge : options.MaxEvidenceAge;
        var offer = new Offer
        {
            ChargerNonce = nonce,
            Channel = channel,
            ChargerChain = PairVerifier.Hashes(options.Chain),
            ContractChain = PairVerifier.Hashes(chain),
            EvseId = options.EvseId,
            Tariff = options.Tariff.Hash,
            Roaming = roaming?.Hash,
            Meters = meter is null ? default : [meter.Hash],
            Evidence = ExiList.Create<Digest>([.. evidence.Select(item => new Digest(item.Sha256.Span))]),
            Liability = promise?.Liability ?? liability,
            Caps = promise is null ? options.Caps : options.Caps.Tighten(promise.Caps),
            Slice = options.Slice,
            Tolerance = options.Tolerance,
            Rounding = ((TariffBody)options.Tariff.Content.Body).Tariff.Rounding,
            MaxEvidenceAge = TimeSpan.FromSeconds(age.Ticks / TimeSpan.TicksPerSecond),
            StartMeter = start.Statement,
            OfferedAt = at,
            AcceptWithin = options.AcceptWithin,
            Commitments = DisclosureFields.Commit(disclosures),
        };
        ImmutableArray<CarriedDeclaration> declarations =
            [options.Tariff, .. roaming is null ? (CarriedDeclaration[])[] : [roaming], .. meter is null ? (CarriedDeclaration[])[] : [meter]];
        return new(options, offer, chain, declarations, evidence, disclosures, start.Attestation);
    }

    /// <summary>Begins to count what is delivered; the caller advances the tracker with the meter.</summary>
    /// <param name="at">When power is permitted.</param>
    /// <returns>The tracker.</returns>
    public UsageTracker BeginUsage(QualifiedTime at) =>
        new UsageTracker(((TariffBody)_options.Tariff.Content.Body).Tariff, at.Instant).Advance(UsageKind.Charging, TimeSpan.Zero, 0, 0);

    /// <summary>Makes the charger's half.</summary>
    /// <param name="usage">What was delivered, up to the last reading.</param>
    /// <param name="end">The last reading, with power off.</param>
    /// <param name="reason">Why the session ended.</param>
    /// <param name="messages">The vehicle's signed ISO 15118 messages, each as the EXI octets that were received.</param>
    /// <param name="history">The device's history, as its settlement machine has it.</param>
    /// <param name="quality">The quality of the clock.</param>
    /// <returns>The half, to be signed with the charger's credential.</returns>
    /// <exception cref="ArgumentException">The reading is not the one that the usage ends with, or the usage has no cost.</exception>
    public HalfRecord End(
        UsageTracker usage, MeterReading end, EndReason reason, IEnumerable<ExiBytes> messages, DeviceHistory history, TimeQuality quality)
    {
        ArgumentNullException.ThrowIfNull(usage);
        ArgumentNullException.ThrowIfNull(end);
        ArgumentNullException.ThrowIfNull(history);
        if (end.Statement.Since(Offer.StartMeter) != (usage.ImportWh, usage.ExportWh)
            || end.Statement.MeterSerial != Offer.StartMeter.MeterSerial)
        {
            throw new ArgumentException("The usage does not end with this reading.", nameof(end));
        }

        if (!CostCalculator.TryCompute(usage.Tariff, usage.Start, usage.Periods, out var cost, out var fault))
        {
            throw new ArgumentException($"The usage has no cost: {fault}.", nameof(usage));
        }

        return new()
        {
            Role = PartyRole.Charger,
            Agreement = Agreement.Identify(Offer.Hash, null),
            OwnCertificate = Offer.SignerCertificate,
            PeerCertificate = Offer.ContractCertificate,
            StartedAt = new(usage.Start, quality),
            EndedAt = new(usage.Start + TimeSpan.FromSeconds(usage.Seconds), quality),
            EndReason = reason,
            ImportWh = usage.ImportWh,
            ExportWh = usage.ExportWh,
            Tariff = Offer.Tariff,
            CostBeforeTaxes = cost.BeforeTaxes,
            Cost = cost.Total,
            EndMeter = end.Statement,
            Periods = usage.Periods,
            Device = history.Next(usage.ImportWh, usage.ExportWh, cost.Total, Offer.StartMeter, Offer.ContractCertificate ?? default),
            IsoEvidence = ExiList.Create<Digest>([.. messages.Select(item => Digest.Of(item.Span)).Distinct()]),
        };
    }

    /// <summary>Puts the record together.</summary>
    /// <param name="offer">The signed offer.</param>
    /// <param name="half">The signed half.</param>
    /// <param name="messages">The messages that the half names.</param>
    /// <param name="end">The last reading.</param>
    /// <returns>The record.</returns>
    /// <exception cref="ArgumentException">The parts are of another session.</exception>
    public PairRecord Assemble(SignedPart<Offer> offer, SignedPart<HalfRecord> half, IEnumerable<ExiBytes> messages, MeterReading end)
    {
        ArgumentNullException.ThrowIfNull(offer);
        ArgumentNullException.ThrowIfNull(half);
        ArgumentNullException.ThrowIfNull(end);
        if (offer.ContentHash != Offer.Hash || half.Content.Agreement != Agreement.Identify(offer.ContentHash, null))
        {
            throw new ArgumentException("The parts are of another session.", nameof(offer));
        }

        var certificates = _options.Chain.Concat(_contract).Concat(_declarations.SelectMany(item => item.Chain)).Distinct();
        IEnumerable<Attachment> attachments =
        [
            .. certificates.Select(item => new Attachment(AttachmentKind.Certificate, ExiBytes.Copy(item.RawData.Span))),
            .. _evidence.Select(item => new Attachment(AttachmentKind.Evidence, ExiBytes.Copy(item.RawData.Span))),
            .. _declarations.Select(item => new Attachment(AttachmentKind.Declaration, ExiBytes.Copy(item.Signed.Encoded.Span))),
            .. messages.Select(item => new Attachment(AttachmentKind.IsoMessage, item)),
            .. new[] { _startAttestation, end.Attestation }.Where(item => item.Length > 0)
                .Select(item => new Attachment(AttachmentKind.MeterAttestation, item)),
            .. ((IEnumerable<Disclosure>)_disclosures)
                .Select(item => new Attachment(AttachmentKind.Disclosure, ExiBytes.Copy(item.ToDer()))),
        ];
        return new() { Offer = offer, ChargerHalf = half, Attachments = ExiList.Create<Attachment>([.. attachments.Distinct()]) };
    }

    private static bool Covers(CarriedDeclaration declaration, VerifiedChain contract, Digest tariff) =>
        declaration.Content.Body is RoamingBody body
        && DeclarationRules.AcceptsTariff(body, tariff)
        && DeclarationRules.HashesOf(contract).Intersect(declaration.Content.Scope.Contracts).Any();
}
