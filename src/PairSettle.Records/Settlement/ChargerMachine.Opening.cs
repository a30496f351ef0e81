using PairSettle.Exi;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>From the hello to the agreement.</summary>
internal sealed partial class ChargerMachine
{
    private void Greet(PairMessage.Hello hello)
    {
        var isSame = _state.Session?.Id == hello.Session;
        switch (Phase)
        {
            case ChargerPhase.Opening or ChargerPhase.Offering when isSame:
                break;
            case ChargerPhase.Offered when isSame:
                Send(Session.Offer!);
                break;
            case ChargerPhase.Unilateral when !isSame && IsOfSameVehicle(hello) && !Session.IsAskedAgain:
                // The vehicle may have settled, and its half was lost on the way. It is asked once more, and greets again.
                Session = Session with { IsAskedAgain = true };
                Resend();
                break;
            case ChargerPhase.Unilateral when !isSame && Session.Verifying is PairMessage.HalfRecord:
                break;
            case ChargerPhase.Idle or ChargerPhase.Abandoned or ChargerPhase.Opening or ChargerPhase.Offering or ChargerPhase.Offered:
            case ChargerPhase.Settled or ChargerPhase.Unilateral when !isSame:
                Begin(hello);
                break;
            case ChargerPhase.Exchanging when !isSame && !IsOfSameVehicle(hello):
                // Another vehicle: the open record stays unilateral. The same vehicle still answers for its half, and greets again.
                Publish();
                Begin(hello);
                break;
            case ChargerPhase.Closing when !isSame:
                GiveUp();
                break;
            default:
                Resend();
                break;
        }
    }

    private bool IsOfSameVehicle(PairMessage.Hello hello) => hello.Content.ContractChain[0] == Session.Hello.Content.ContractChain[0];

    private void Begin(PairMessage.Hello hello)
    {
        if (_state.Link is null)
        {
            return;
        }

        Cancel(SettlementTimer.Resend);
        Cancel(SettlementTimer.PeerLost);
        Session = new() { Hello = hello };
        Phase = ChargerPhase.Opening;
        Arm(SettlementTimer.Opening, Options.Timers.Opening);
        if (((IEnumerable<int>)hello.Content.Versions).Contains(FormatLimits.Version))
        {
            Verify(hello, new VerificationBasis.Opening(Options));
        }
        else
        {
            Refuse(SettlementFault.VersionUnsupported);
        }
    }

    private void Open(VerifiedHello hello)
    {
        var terms = Choose(hello);
        if (!terms.Holds)
        {
            Refuse(terms.Fault);
            return;
        }

        Session = Session with
        {
            Vehicle = hello.Contract.Leaf,
            Chosen = terms,
            KnownPolicies = ExiList.Create<Digest>([.. hello.Declarations.Where(terms.IsPolicy).Select(item => item.Hash)]),
            DischargeAllowed = terms.DischargeAllowed,
        };
        _state = _state with { History = _state.History.Saw(hello.ProvenInstant) };
        Phase = ChargerPhase.Offering;
        Emit(new SettlementOutput.Draw(FormatLimits.NonceLength + DisclosureFields.SaltOctets(Options.Disclosures)));
    }

    private SessionTerms Choose(VerifiedHello hello)
    {
        var terms = new SessionTerms { Opening = hello, EvseId = Options.EvseId, At = SessionTerms.TimeOf(now, _state.History) }
            .WithClock(_state.History)
            .With(Options.Caps)
            .WithEvidence(Options.MaxEvidenceAge, Options.StaleCaps)
            .WithTariff(hello.Declarations[0], rounding: null, Options.Caps.Amount!.Value.Currency);
        var tariff = Options.Tariff.Hash;
        var roaming = hello.Declarations.FirstOrDefault(item => terms.IsRoaming(item, tariff));
        var contract = new Digest(hello.Contract.Leaf.Sha256.Span);
        var liability = roaming?.Content.Body is RoamingBody body ? body.Liability : Options.Liability;
        terms = terms.WithRoaming(roaming, tariff, liability, _state.History.Offline.GetValueOrDefault(contract) ?? new(0, 0));
        var meterClass = MeterOf(hello, terms) is { Content.Body: MeterBody meter } ? meter.Accuracy : MeterClass.Unclassified;
        foreach (var policy in hello.Declarations.Where(terms.IsPolicy))
        {
            terms = terms.WithPolicy(policy, meterClass);
        }

        return terms.With(hello.Message is PairMessage.Hello { Content.Limits: var limits } ? limits : Caps.None).Complete();
    }

    private VerifiedDeclaration? MeterOf(VerifiedOpening opening, SessionTerms terms) =>
        _state.LastReading is { } reading
            ? opening.Declarations.FirstOrDefault(item => terms.IsMeter(item, reading.Statement.MeterSerial))
            : null;

    private void Draw(ExiBytes octets)
    {
        if (Phase == ChargerPhase.Offering
            && Session.Random.Length == 0
            && octets.Length == FormatLimits.NonceLength + DisclosureFields.SaltOctets(Options.Disclosures))
        {
            Session = Session with { Random = octets };
            MakeOffer();
        }
    }

    // The offer waits until there are random octets and a reading of a meter through which nothing flows.
    private void MakeOffer()
    {
        if (Session.Random.Length == 0 || Session.Signing is not null || _state.LastReading is not { PowerIsOff: true } reading)
        {
            return;
        }

        var terms = Session.Chosen!;
        var opening = terms.Opening;
        var tariff = Options.Tariff;
        var roaming = opening.Declarations.FirstOrDefault(item => terms.IsRoaming(item, tariff.Hash));
        var policies = opening.Declarations
            .Where(item => terms.IsPolicy(item) && Options.Declarations.Any(carried => carried.Hash == item.Hash)).ToArray();
        var meter = MeterOf(opening, terms);
        VerifiedDeclaration[] named =
            [opening.Declarations[0], .. roaming is null ? (VerifiedDeclaration[])[] : [roaming], .. policies, .. meter is null ? (VerifiedDeclaration[])[] : [meter]];
        var evidence = opening.EvidenceFor(named);
        if (evidence.Length > FormatLimits.MaxEvidence || named.Length > FormatLimits.MaxDeclarations)
        {
            Refuse(SettlementFault.OwnSideUnusable);
            return;
        }

        var hello = Session.Hello.Content;
        var nonce = ExiBytes.Copy(Session.Random.Span[..FormatLimits.NonceLength]);
        Session = Session with
        {
            Disclosures = DisclosureFields.Open(
                Options.Disclosures, Disclosure.NonceContext(hello.Nonce, nonce), Session.Random.Span[FormatLimits.NonceLength..]),
            MeterKey = meter is { Content.Body: MeterBody body } ? body.PublicKey : default,
            Origin = now.Monotonic,
            Shown = reading,
        };
        var offer = new Offer
        {
            Hello = hello.Hash,
            VehicleNonce = hello.Nonce,
            ChargerNonce = nonce,
            Channel = _state.Link ?? ChannelBinding.None,
            ChargerChain = PairVerifier.Hashes(Options.Chain),
            ContractChain = HelloChain(),
            EvseId = Options.EvseId,
            Tariff = tariff.Hash,
            Roaming = roaming?.Hash,
            Policies = ExiList.Create<Digest>([.. policies.Select(item => item.Hash)]),
            Meters = meter is null ? default : [meter.Hash],
            Evidence = ExiList.Create<Digest>([.. evidence.Select(item => new Digest(item.Sha256.Span))]),
            Liability = roaming?.Content.Body is RoamingBody promise ? promise.Liability : Options.Liability,
            Caps = terms.Caps,
            Slice = Options.Slice,
            Tolerance = Options.Tolerance,
            Rounding = ((TariffBody)tariff.Content.Body).Tariff.Rounding,
            MaxEvidenceAge = WholeSeconds(terms.MaxEvidenceAge ?? Options.MaxEvidenceAge),
            StartMeter = reading.Statement,
            OfferedAt = new(OfferTime(terms.At, reading), now.Wall.Quality),
            AcceptWithin = Options.AcceptWithin,
            Commitments = DisclosureFields.Commit(Session.Disclosures),
        };
        Sign(SettlementPart.Offer, offer.ToDer());
    }

    // The offer is not earlier than the reading in it, should the meter have a clock of its own.
    private static DateTimeOffset OfferTime(DateTimeOffset at, MeterReading reading) =>
        reading.Statement.At.Instant is var read && read > at && read - at < TimeSpan.FromMinutes(1) ? read : at;

    private ExiList<Digest> HelloChain() =>
        ExiList.Create<Digest>([.. ((IEnumerable<ExiBytes>)Session.Hello.Content.ContractChain).Select(der => Digest.Of(der.Span))]);

    private void SendOffer(SignedPart<Offer> signed)
    {
        var opening = Session.Chosen!.Opening;
        var offer = signed.Content;
        Digest[] named = [offer.Tariff, .. offer.Roaming is { } roaming ? [roaming] : (Digest[])[], .. offer.Policies, .. offer.Meters];
        var declarations = opening.Declarations.Where(item => named.Contains(item.Hash)).ToArray();
        var brought = ((IEnumerable<ExiBytes>)Session.Hello.Content.Evidence).Select(der => Digest.Of(der.Span)).ToHashSet();
        var message = new PairMessage.Offer(Session.Id, signed)
        {
            Certificates = Blobs(Options.Chain.Select(item => item.RawData)),
            Declarations = Blobs(declarations.Select(item => item.Carried.Signed.Encoded)),
            DeclarationCertificates = Blobs(
                declarations.SelectMany(item => item.Carried.Chain).Distinct().Select(item => item.RawData)),
            Evidence = Blobs(opening.EvidenceFor(declarations)
                .Where(item => !brought.Contains(new(item.Sha256.Span))).Select(item => item.RawData)),
            Attestations = Attached(Session.Shown),
        };
        Session = Session with { Offer = message, Tariff = ((TariffBody)Options.Tariff.Content.Body).Tariff, Chosen = null, Random = default };
        Phase = ChargerPhase.Offered;
        Persist(JournalEntryKind.Hello, Session.Hello);
        foreach (var disclosure in Session.Disclosures)
        {
            Emit(new SettlementOutput.Persist(new(JournalEntryKind.Disclosure, disclosure.ToDer())));
        }

        Persist(JournalEntryKind.Offer, message);
        Send(message);
    }

    private void Consider(PairMessage.Acceptance acceptance)
    {
        switch (Phase)
        {
            case ChargerPhase.Offered when now.Monotonic - Session.Origin > Session.Terms.AcceptWithin:
                Refuse(SettlementFault.OfferExpired);
                break;
            case ChargerPhase.Offered:
                VerifyStatement(acceptance);
                break;
            case >= ChargerPhase.Agreed when Session.Acceptance is { } known:
                if (known.Signed.ContentHash == acceptance.Signed.ContentHash)
                {
                    Resend();
                }
                else
                {
                    VerifyStatement(acceptance);
                }

                break;
        }
    }

    private void Agree(PairMessage.Acceptance message)
    {
        var offer = Session.Terms;
        var content = message.Signed.Content;
        var fault = content switch
        {
            _ when content.Offer != Session.Offer!.Signed.ContentHash || !content.ContractChain.Equals(offer.ContractChain)
                || content.ChargerCertificate != offer.SignerCertificate => SettlementFault.AgreementMismatch,
            _ when !content.Caps.IsWithin(offer.Caps) || content.Caps.EnergyWh < 1 || content.Caps.Amount!.Value.MinorUnits < 1
                || content.Caps.Duration < TimeSpan.FromSeconds(1) => SettlementFault.CapsRefused,
            _ when ((IEnumerable<Digest>)content.Policies).Except(Session.KnownPolicies).Any() => SettlementFault.DeclarationRefused,
            _ => SettlementFault.None,
        };
        if (fault != SettlementFault.None)
        {
            Refuse(fault);
            return;
        }

        Cancel(SettlementTimer.Opening);
        Persist(JournalEntryKind.Acceptance, message);
        var agreement = new Agreement(offer, content);
        Session = Session with { Acceptance = message, Agreement = agreement.Hash, Caps = agreement.Caps };
        Phase = ChargerPhase.Agreed;
        BeginUsage();
        SignCheckpoint();
    }

    private static ExiList<ExiBytes> Blobs(IEnumerable<ReadOnlyMemory<byte>> items) =>
        ExiList.Create<ExiBytes>([.. items.Select(item => ExiBytes.Copy(item.Span))]);

    private static TimeSpan WholeSeconds(TimeSpan value) => TimeSpan.FromSeconds(value.Ticks / TimeSpan.TicksPerSecond);
}
