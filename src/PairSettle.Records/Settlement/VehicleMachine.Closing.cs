using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Rules;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Settlement;

/// <summary>From the end of power to the record.</summary>
internal sealed partial class VehicleMachine
{
    private void End(EndReason reason)
    {
        if (Session.PowerPermitted)
        {
            Emit(new SettlementOutput.WithdrawPower(reason));
        }

        Session = Session with { PowerPermitted = false, Ending = reason, EndedAt = now.Wall };
        Phase = VehiclePhase.Closing;
        Resend();
        Arm(SettlementTimer.PeerLost, Options.Timers.PeerLost);
    }

    // Without an end of its own the vehicle knows when the charger last counted, and when energy last flowed. Where the half says no more
    // than the last acknowledged checkpoint, nothing flowed after that.
    private QualifiedTime LastContact(HalfRecord? charger = null)
    {
        var heard = Session.LastHeard ?? Session.Last?.Ack.Signed.Content.At ?? now.Wall;
        return charger?.ImportWh != Session.Last?.Checkpoint.Signed.Content.ImportWh
            && Session.LastFlow is { } flow && flow.Instant > heard.Instant ? flow : heard;
    }

    private void GiveUp()
    {
        Session = Session with
        {
            Ending = Session.Ending is EndReason.Divergence or EndReason.ProtocolViolation ? Session.Ending : EndReason.PeerLost,
        };
        Cancel(SettlementTimer.FinalReading);
        if (Session.Signing is null)
        {
            Record();
        }
        else
        {
            Arm(SettlementTimer.PeerLost, Options.Timers.Resend);
        }
    }

    private void Consider(PairMessage.HalfRecord half)
    {
        switch (Phase)
        {
            case VehiclePhase.Accepted or VehiclePhase.Drawing or VehiclePhase.Closing or VehiclePhase.Unilateral:
                VerifyStatement(half);
                break;
            case VehiclePhase.Settled when Session.PeerHalf!.Signed.ContentHash != half.Signed.ContentHash:
                VerifyStatement(half);
                break;
            case VehiclePhase.Settled when half.AnswerWanted:
                Send(Session.OwnHalf! with { AnswerWanted = false });
                break;
        }
    }

    private void Compare(PairMessage.HalfRecord half)
    {
        if (Session.PeerHalf is { } known)
        {
            if (known.Signed.ContentHash != half.Signed.ContentHash)
            {
                Contradict(JournalEntryKind.PeerHalf, known, half);
            }

            return;
        }

        if (Phase is not (VehiclePhase.Accepted or VehiclePhase.Drawing or VehiclePhase.Closing or VehiclePhase.Unilateral)
            || Session.Signing is not null)
        {
            return;
        }

        var content = half.Signed.Content;
        if (!ReciprocityRules.Belongs(content, PartyRole.Charger, Session.Agreement, Session.Terms))
        {
            Send(new PairMessage.Abort(Session.Id, (int)SettlementFault.AgreementMismatch));
            return;
        }

        Persist(JournalEntryKind.PeerHalf, half);
        if (Phase == VehiclePhase.Unilateral)
        {
            Session = Session with { PeerHalf = half };
            Publish();
            if (half.AnswerWanted)
            {
                Send(Session.OwnHalf! with { AnswerWanted = false });
            }

            return;
        }

        if (Session.PowerPermitted)
        {
            Emit(new SettlementOutput.WithdrawPower(content.EndReason));
        }

        Cancel(SettlementTimer.Resend);
        Cancel(SettlementTimer.PeerLost);
        Session = Session with { PeerHalf = half, PowerPermitted = false, EndedAt = Session.EndedAt ?? LastContact(content), Answering = null };
        Phase = VehiclePhase.Comparing;
        if (Session.Reading.PowerIsOff || Session.Last is null)
        {
            Record();
        }
        else
        {
            Arm(SettlementTimer.FinalReading, Options.Timers.FinalReading);
        }
    }

    private void Record()
    {
        Cancel(SettlementTimer.FinalReading);
        var offer = Session.Terms;
        var reading = Session.Reading;
        var charger = Session.PeerHalf?.Signed.Content;
        var agrees = charger is not null && Agrees(charger);
        var named = charger is null ? Session.Last : NamedBy(charger) ?? Session.Last;
        var (beforeTaxes, cost, periods) = agrees
            ? (charger!.CostBeforeTaxes, charger.Cost, default)
            : OwnCost();
        var accepted = Session.Acceptance!.Signed.Content.AcceptedAt;
        var startedAt = Session.StartedAt is { } start && start.Instant > accepted.Instant ? start : accepted;
        var endedAt = Session.EndedAt is { } end && Session.StartedAt is not null ? end : startedAt;
        var half = new HalfRecord
        {
            Role = PartyRole.Vehicle,
            Agreement = Session.Agreement,
            OwnCertificate = offer.ContractCertificate!.Value,
            PeerCertificate = offer.SignerCertificate,
            StartedAt = startedAt,
            EndedAt = endedAt.Instant < startedAt.Instant ? startedAt : endedAt,
            EndReason = EndingBeside(charger, agrees),
            ImportWh = reading.ImportWh,
            ExportWh = reading.ExportWh,
            Tariff = offer.Tariff,
            CostBeforeTaxes = beforeTaxes,
            Cost = cost,
            LastCheckpoint = agrees && charger!.LastCheckpoint is null || named is null
                ? null
                : new(named.Sequence, named.Checkpoint.Signed.Content.Hash),
            Periods = periods,
            Device = _state.History.Next(reading.ImportWh, reading.ExportWh, cost, startMeter: null, offer.SignerCertificate),
        };
        Phase = VehiclePhase.Recording;
        Sign(SettlementPart.HalfRecord, half.ToDer());
    }

    // A lost peer is the reason of a half that was signed alone: one that is signed against the charger's half says so.
    private EndReason EndingBeside(HalfRecord? charger, bool agrees) => (charger, Session.Ending) switch
    {
        (not null, EndReason.PeerLost) when !agrees => EndReason.Divergence,
        (_, { } ending) => ending,
        ({ EndReason: EndReason.PeerLost }, null) when !agrees => EndReason.Divergence,
        _ => charger?.EndReason ?? EndReason.Fault,
    };

    // The charger's meter governs the amount inside of the tolerance; everything that follows from it must follow indeed.
    private bool Agrees(HalfRecord charger)
    {
        var offer = Session.Terms;
        var totals = UsageTotals.Of(charger.Periods);
        return offer.Tolerance.Allows(charger.ImportWh, Session.Reading.ImportWh)
            && offer.Tolerance.Allows(charger.ExportWh, Session.Reading.ExportWh)
            && totals.IsEnergyOf(charger)
            && charger.EndMeter is { } meter
            && meter.MeterSerial == offer.StartMeter.MeterSerial
            && meter.Since(offer.StartMeter) == (charger.ImportWh, charger.ExportWh)
            && (charger.LastCheckpoint is null || NamedBy(charger) is not null)
            && charger.ImportWh >= (Session.Last?.Checkpoint.Signed.Content.ImportWh ?? 0)
            && CostCalculator.TryCompute(Session.Tariff!, charger.StartedAt.Instant, charger.Periods, out var cost, out _)
            && cost.IsOf(charger)
            && Follow(charger.StartedAt.Instant, totals.Duration, charger.ImportWh, charger.ExportWh) is { } usage
            && IsPlausible(usage, charger.Cost);
    }

    // The charger may have lost the last acknowledgement, and then names the checkpoint before.
    private AcknowledgedCheckpoint? NamedBy(HalfRecord half) => half.LastCheckpoint switch
    {
        { } named when named.Hash == Session.Last?.Checkpoint.Signed.Content.Hash => Session.Last,
        { } named when named.Hash == Session.Former?.Checkpoint.Signed.Content.Hash => Session.Former,
        _ => null,
    };

    // Alone, or in dispute, the vehicle stands by what it acknowledged. Checkpoints state no cost before taxes: that is the vehicle's own.
    private (Money BeforeTaxes, Money Total, Exi.ExiList<UsagePeriod> Periods) OwnCost()
    {
        var total = Session.Last?.Checkpoint.Signed.Content.Cost ?? new Money(0, Session.Terms.Currency);
        return Session.Last is not null && Session.Usage is { } usage
            && CostCalculator.TryCompute(usage.Tariff, usage.Start, usage.Periods, out var cost, out _)
            ? (cost.BeforeTaxes > total ? total : cost.BeforeTaxes, total, usage.Periods)
            : (total, total, default);
    }

    private void SendHalf(SignedPart<HalfRecord> signed)
    {
        var message = new PairMessage.HalfRecord(Session.Id, signed)
        {
            AnswerWanted = Session.PeerHalf is null,
            Ack = NamedBy(signed.Content)?.Ack.Signed,
        };
        Session = Session with { OwnHalf = message };
        _state = _state with { History = _state.History.After(signed.Content, signed.ContentHash) };
        Persist(JournalEntryKind.OwnHalf, message);
        Send(message);
        Publish();
    }

    private void Publish()
    {
        var shown = NamedBy(Session.OwnHalf!.Signed.Content);
        var record = RecordAssembly.Assemble(
            Session.Hello!,
            Session.Offer!,
            Session.Acceptance!,
            shown?.Checkpoint,
            shown?.Ack,
            Session.PeerHalf,
            Session.OwnHalf,
            Session.Disclosures);
        var outcome = RecordAssembly.OutcomeOf(record, Session.Terms.Tolerance);
        Cancel(SettlementTimer.PeerLost);
        Cancel(SettlementTimer.Resend);
        if (Session.PeerHalf is { } half)
        {
            // Only now: the own half names what was seen of the charger before this session.
            _state = _state with { History = _state.History.Met(half.Signed.Content, half.Signed.ContentHash) };
        }

        Emit(new SettlementOutput.Persist(new(JournalEntryKind.Record, record.ToDer())));
        Emit(new SettlementOutput.Publish(new(outcome, record) { Contradiction = Session.Contradiction }));
        Phase = outcome == SettlementOutcome.Unilateral ? VehiclePhase.Unilateral : VehiclePhase.Settled;
        if (Phase == VehiclePhase.Unilateral && _state.Link is not null)
        {
            Arm(SettlementTimer.Resend, Options.Timers.Resend);
        }
    }
}
