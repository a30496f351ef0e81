using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Declarations;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement.Messages;

namespace PairSettle.Records.Settlement;

/// <summary>From the hello to the acceptance.</summary>
internal sealed partial class VehicleMachine
{
    private void Begin()
    {
        Cancel(SettlementTimer.Resend);
        Cancel(SettlementTimer.PeerLost);
        _state = _state with { FormerHalf = _state.Session?.OwnHalf ?? _state.FormerHalf, MayBegin = false, Session = new() };
        Phase = VehiclePhase.Greeting;
        Arm(SettlementTimer.Opening, Options.Timers.Opening);
        Emit(new SettlementOutput.Draw(FormatLimits.NonceLength + DisclosureFields.SaltOctets(Options.Disclosures)));
    }

    private void Greet(ExiBytes octets)
    {
        if (Phase != VehiclePhase.Greeting || octets.Length != FormatLimits.NonceLength + DisclosureFields.SaltOctets(Options.Disclosures))
        {
            return;
        }

        var hello = new Hello
        {
            Versions = [FormatLimits.Version],
            Nonce = ExiBytes.Copy(octets.Span[..FormatLimits.NonceLength]),
            ContractChain = Blobs(Options.Chain.Select(item => item.RawData)),
            VehicleChain = Blobs(Options.VehicleChain.Select(item => item.RawData)),
            Evidence = Blobs(Options.Evidence.Items.OrderByDescending(item => item.ThisUpdate).Take(FormatLimits.MaxEvidence)
                .Select(item => item.RawData)),
            Declarations = Blobs(Options.Declarations.Select(item => item.Signed.Encoded)),
            DeclarationCertificates = Blobs(Options.Declarations.SelectMany(item => item.Chain).Distinct().Select(item => item.RawData)),
            Limits = Options.Limits,
        };
        Session = Session with { Hello = new(hello), Random = octets };
        Phase = VehiclePhase.Greeted;
        Resend();
    }

    private void Consider(PairMessage.Offer offer)
    {
        switch (Phase)
        {
            case VehiclePhase.Greeted:
                Phase = VehiclePhase.Considering;
                Verify(offer, new VerificationBasis.Offered(Options, Session.Hello!.Content));
                break;
            case >= VehiclePhase.Accepted when Session.Offer is { } known && known.Signed.ContentHash != offer.Signed.ContentHash:
                VerifyStatement(offer);
                break;
            case VehiclePhase.Accepted:
                Resend();
                break;
        }
    }

    private void Accept(VerifiedOffer verified)
    {
        var message = (PairMessage.Offer)verified.Message;
        var offer = message.Signed.Content;
        var terms = Choose(verified, offer);
        if (!terms.Holds)
        {
            Refuse(terms.Fault);
            return;
        }

        Session = Session with
        {
            Charger = verified.Charger.Leaf,
            Offer = message,
            Tariff = SessionDeclarations.TariffOf(message),
            MeterKey = SessionDeclarations.MeterKeyOf(message),
            Disclosures = DisclosureFields.Open(
                Options.Disclosures,
                Disclosure.NonceContext(offer.VehicleNonce, offer.ChargerNonce),
                Session.Random.Span[FormatLimits.NonceLength..]),
        };
        _state = _state with { History = _state.History.Saw(verified.ProvenInstant) };
        var policies = verified.Declarations
            .Where(item => terms.IsPolicy(item) && Options.Declarations.Any(own => own.Hash == item.Hash)).ToArray();
        var named = verified.Declarations.Where(item => policies.Contains(item) || item.Hash == offer.Tariff || item.Hash == offer.Roaming
            || ((IEnumerable<Digest>)offer.Policies).Contains(item.Hash) || ((IEnumerable<Digest>)offer.Meters).Contains(item.Hash));
        var acceptance = new Acceptance
        {
            Offer = message.Signed.ContentHash,
            ContractChain = offer.ContractChain,
            ChargerCertificate = offer.SignerCertificate,
            Caps = terms.Caps,
            Policies = ExiList.Create<Digest>([.. policies.Select(item => item.Hash)]),
            Evidence = ExiList.Create<Digest>([.. verified.EvidenceFor(named).Take(FormatLimits.MaxEvidence).Select(item => new Digest(item.Sha256.Span))]),
            AcceptedAt = new(terms.At, now.Wall.Quality),
            Commitments = DisclosureFields.Commit(Session.Disclosures),
        };
        Phase = VehiclePhase.Accepting;
        Sign(SettlementPart.Acceptance, acceptance.ToDer());
    }

    private SessionTerms Choose(VerifiedOffer verified, Offer offer)
    {
        var hello = Session.Hello!.Content;
        var terms = new SessionTerms { Opening = verified, EvseId = offer.EvseId, At = SessionTerms.TimeOf(now, _state.History) };
        var fault = offer switch
        {
            _ when offer.Hello != hello.Hash || offer.VehicleNonce != hello.Nonce => SettlementFault.NonceMismatch,
            _ when offer.Channel != _state.Link => SettlementFault.ChannelMismatch,
            _ when !offer.ContractChain.Equals(PairVerifier.Hashes(Options.Chain)) => SettlementFault.AgreementMismatch,
            _ when Options.EvseId is { } expected && expected != offer.EvseId => SettlementFault.TermsRefused,
            _ when offer.Slice.EnergyWh > Options.MaxSliceWh
                || offer.Tolerance.PartsPerMillion > Options.MaxTolerancePartsPerMillion
                || offer.Tolerance.AbsoluteWh > Options.MaxToleranceWh => SettlementFault.TermsRefused,
            _ when now.Wall.Quality != TimeQuality.Unsynchronised
                && (offer.OfferedAt.Instant - now.Wall.Instant).Duration() > Options.MaxClockDifference => SettlementFault.ClocksDisagree,
            _ => SettlementFault.None,
        };
        if (fault != SettlementFault.None)
        {
            return terms.Refuse(fault);
        }

        terms = terms.WithClock(_state.History)
            .With(offer.Caps)
            .With(Options.Limits)
            .WithEvidence(Options.MaxEvidenceAge, Options.StaleLimits)
            .WithEvidence(offer.MaxEvidenceAge, Caps.None)
            .WithTariff(Find(offer.Tariff), offer.Rounding, offer.Currency)
            .WithRoaming(offer.Roaming is { } roaming ? Find(roaming) : null, offer.Tariff, offer.Liability, new(0, 0));
        var meter = verified.Declarations.FirstOrDefault(item =>
            ((IEnumerable<Digest>)offer.Meters).Contains(item.Hash) && terms.IsMeter(item, offer.StartMeter.MeterSerial));
        var meterClass = meter is { Content.Body: MeterBody body } ? body.Accuracy : MeterClass.Unclassified;
        foreach (var policy in verified.Declarations.Where(terms.IsPolicy))
        {
            terms = terms.WithPolicy(policy, meterClass);
        }

        return terms.Complete();

        VerifiedDeclaration? Find(Digest hash) => verified.Declarations.FirstOrDefault(item => item.Hash == hash);
    }

    private void SendAcceptance(SignedPart<Acceptance> signed)
    {
        var message = new PairMessage.Acceptance(Session.Id, signed);
        var agreement = new Agreement(Session.Terms, signed.Content);
        Session = Session with
        {
            Acceptance = message,
            Agreement = agreement.Hash,
            Caps = agreement.Caps,
            Random = default,
            Origin = now.Monotonic,
        };
        Phase = VehiclePhase.Accepted;
        Cancel(SettlementTimer.Opening);
        Persist(JournalEntryKind.Hello, Session.Hello!);
        Persist(JournalEntryKind.Offer, Session.Offer!);
        foreach (var disclosure in Session.Disclosures)
        {
            Emit(new SettlementOutput.Persist(new(JournalEntryKind.Disclosure, disclosure.ToDer())));
        }

        Persist(JournalEntryKind.Acceptance, message);
        Resend();
        Arm(SettlementTimer.PeerLost, Options.Timers.PeerLost);
    }

    private static ExiList<ExiBytes> Blobs(IEnumerable<ReadOnlyMemory<byte>> items) =>
        ExiList.Create<ExiBytes>([.. items.Select(item => ExiBytes.Copy(item.Span))]);
}
