using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Rules;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Settlement;

/// <summary>From the end of power to the record.</summary>
internal sealed partial class ChargerMachine
{
    private void End(EndReason reason)
    {
        if (Session.PowerPermitted)
        {
            Emit(new SettlementOutput.WithdrawPower(reason));
        }

        Cancel(SettlementTimer.Slice);
        Session = Session with { PowerPermitted = false, Ending = reason, EndedAfter = ElapsedNow() };
        Phase = ChargerPhase.Closing;
        Arm(SettlementTimer.FinalReading, Options.Timers.FinalReading);
        Arm(SettlementTimer.PeerLost, Options.Timers.PeerLost);
    }

    private void Dispute(EndReason reason)
    {
        Session = Session with { IsDisputed = true };
        End(reason);
    }

    private void Finish(MeterReading reading)
    {
        BeginUsageIfNever();
        Count(reading, FinalElapsed(reading));
        FinishWithLast();
    }

    // A meter that cannot be read any more, or not rightly, ends the session with what it showed last.
    private void FinishWithLast()
    {
        BeginUsageIfNever();
        Session = Session with { FinalReading = LastCounted() };
        Cancel(SettlementTimer.FinalReading);
        Close();
    }

    // The device started anew between the acceptance and the first checkpoint: the session begins and ends now.
    private void BeginUsageIfNever()
    {
        if (Session.Usage is null)
        {
            BeginUsage();
        }
    }

    // The reading whose registers the usage stands for; after a restart it is the one of the last checkpoint.
    private MeterReading LastCounted()
    {
        var start = Session.Terms.StartMeter;
        var usage = Session.Usage!;
        if (_state.LastReading is { } reading && reading.Statement.MeterSerial == start.MeterSerial
            && reading.Statement.Since(start) == (usage.ImportWh, usage.ExportWh))
        {
            return reading;
        }

        var (statement, attestations) = Session.LastCheckpoint is { } last
            ? (last.Signed.Content.Meter, last.Attestations)
            : (start, Session.Offer!.Attestations);
        return new(statement) { Attestation = attestations.IsEmpty ? default : attestations[0] };
    }

    // Within one start of the device the monotonic clock has told when power was withdrawn. After a restart only the wall clock is left, and what it says about the
    // outage counts only if energy moved, and for no longer than one slice.
    private TimeSpan FinalElapsed(MeterReading reading)
    {
        if (Session.EndedAfter is { } ended)
        {
            return ended;
        }

        var usage = Session.Usage!;
        var counted = TimeSpan.FromSeconds(usage.Seconds);
        if (reading.Statement.Since(Session.Terms.StartMeter).ImportWh <= usage.ImportWh)
        {
            return counted;
        }

        var outage = now.Wall.Instant - (Session.StartedAt!.Value.Instant + counted);
        var bound = Session.Terms.Slice.Duration;
        return counted + (outage < TimeSpan.Zero ? TimeSpan.Zero : outage > bound ? bound : outage);
    }

    /// <summary>Goes on as far as it can: last reading, last checkpoint acknowledged, own half.</summary>
    private void Close()
    {
        if (Phase != ChargerPhase.Closing || Session.FinalReading is null || Session.Signing is not null)
        {
            return;
        }

        if (Session.IsDisputed || Session.IsGivenUp)
        {
            Record();
        }
        else if (!Session.HasUnacknowledgedCheckpoint)
        {
            if (IsCovered())
            {
                Record();
            }
            else
            {
                SignCheckpoint();
            }
        }
    }

    private bool IsCovered() =>
        Session.AckedCheckpoint?.Signed.Content is { } acked
        && acked.ImportWh == Session.Usage!.ImportWh
        && acked.ExportWh == Session.Usage.ExportWh
        && acked.Elapsed == TimeSpan.FromSeconds(Session.Usage.Seconds)
        && acked.Cost == Session.Cost;

    private void GiveUp()
    {
        var ending = Session.Ending ?? EndReason.PeerLost;
        Session = Session with
        {
            IsGivenUp = true,
            Ending = ending is EndReason.VehicleStopped or EndReason.ChargerStopped or EndReason.CapReached or EndReason.Restart
                ? EndReason.PeerLost
                : ending,
        };
        if (Session.FinalReading is null && Session.Origin is not null)
        {
            FinishWithLast();
        }
        else
        {
            // After a restart nothing but the meter knows what was delivered: its reading is worth the wait.
            Close();
        }
    }

    private void Record()
    {
        var usage = Session.Usage!;
        if (!CostCalculator.TryCompute(usage.Tariff, usage.Start, usage.Periods, out var cost, out _))
        {
            throw new SettlementInvariantException("S4", "periods that were counted have no cost");
        }

        var offer = Session.Terms;
        var start = Session.StartedAt!.Value;
        var acked = Session.AckedCheckpoint?.Signed.Content;
        var peer = offer.ContractCertificate!.Value;
        var half = new HalfRecord
        {
            Role = PartyRole.Charger,
            Agreement = Session.Agreement,
            OwnCertificate = offer.SignerCertificate,
            PeerCertificate = peer,
            StartedAt = start,
            EndedAt = new(start.Instant + TimeSpan.FromSeconds(usage.Seconds), start.Quality),
            EndReason = Session.Ending ?? EndReason.Fault,
            ImportWh = usage.ImportWh,
            ExportWh = usage.ExportWh,
            Tariff = offer.Tariff,
            CostBeforeTaxes = cost.BeforeTaxes,
            Cost = cost.Total,
            LastCheckpoint = acked is null ? null : new(acked.Sequence, acked.Hash),
            EndMeter = Session.FinalReading!.Statement,
            Periods = usage.Periods,
            Device = _state.History.Next(usage.ImportWh, usage.ExportWh, cost.Total, offer.StartMeter, peer),
        };
        Phase = ChargerPhase.Recording;
        Sign(SettlementPart.HalfRecord, half.ToDer());
    }

    private void SendHalf(SignedPart<HalfRecord> signed)
    {
        var message = new PairMessage.HalfRecord(Session.Id, signed)
        {
            AnswerWanted = true,
            Attestations = Attached(Session.FinalReading),
        };
        Session = Session with { OwnHalf = message };
        _state = _state with { History = _state.History.After(signed.Content, signed.ContentHash) };
        Phase = ChargerPhase.Exchanging;
        Persist(JournalEntryKind.OwnHalf, message);
        Resend();
        if (Session.IsGivenUp)
        {
            Publish();
        }
        else
        {
            Arm(SettlementTimer.PeerLost, Options.Timers.PeerLost);
        }
    }

    private void Consider(PairMessage.HalfRecord half)
    {
        switch (Phase)
        {
            case ChargerPhase.Agreed or ChargerPhase.Delivering:
                // A vehicle that has signed its half will acknowledge nothing more.
                End(EndReason.VehicleStopped);
                break;
            case ChargerPhase.Exchanging or ChargerPhase.Unilateral:
                VerifyStatement(half);
                break;
            case ChargerPhase.Settled when Session.PeerHalf!.Signed.ContentHash != half.Signed.ContentHash:
                VerifyStatement(half);
                break;
            case ChargerPhase.Settled when half.AnswerWanted:
                Send(Session.OwnHalf! with { AnswerWanted = false });
                break;
        }
    }

    private void Match(PairMessage.HalfRecord half)
    {
        if (Session.PeerHalf is { } known)
        {
            if (known.Signed.ContentHash != half.Signed.ContentHash)
            {
                Contradict(JournalEntryKind.PeerHalf, known, half);
            }

            return;
        }

        if (Phase is not (ChargerPhase.Exchanging or ChargerPhase.Unilateral))
        {
            return;
        }

        var content = half.Signed.Content;
        if (!ReciprocityRules.Belongs(content, PartyRole.Vehicle, Session.Agreement, Session.Terms))
        {
            Send(new PairMessage.Abort(Session.Id, (int)SettlementFault.AgreementMismatch));
            return;
        }

        TakeLateAck(half);
        Persist(JournalEntryKind.PeerHalf, half);
        Session = Session with { PeerHalf = half };
        _state = _state with { History = _state.History.Met(content, half.Signed.ContentHash) };
        Publish();
        if (half.AnswerWanted)
        {
            Send(Session.OwnHalf! with { AnswerWanted = false });
        }
    }

    // The own half names what was acknowledged when it was signed. What the vehicle had acknowledged by then is settled all the same.
    private void TakeLateAck(PairMessage.HalfRecord half)
    {
        if (half.Ack is { } ack
            && Session.HasUnacknowledgedCheckpoint
            && Session.LastCheckpoint!.Signed.Content is { } checkpoint
            && ReciprocityRules.Names(half.Signed.Content, checkpoint)
            && (ack.Content.Agreement, ack.Content.Sequence, ack.Content.Checkpoint) == (Session.Agreement, checkpoint.Sequence, checkpoint.Hash))
        {
            var message = new PairMessage.CheckpointAck(Session.Id, ack);
            Persist(JournalEntryKind.CheckpointAck, message);
            Session = Session with { AckedCheckpoint = Session.LastCheckpoint, LastAck = message };
        }
    }

    private void Publish()
    {
        var record = RecordAssembly.Of(Session);
        var outcome = RecordAssembly.OutcomeOf(record, Session.Terms.Tolerance);
        Cancel(SettlementTimer.PeerLost);
        if (outcome != SettlementOutcome.Unilateral)
        {
            Cancel(SettlementTimer.Resend);
        }

        Emit(new SettlementOutput.Persist(new(JournalEntryKind.Record, record.ToDer())));
        Emit(new SettlementOutput.Publish(new(outcome, record) { Contradiction = Session.Contradiction }));
        Phase = outcome == SettlementOutcome.Unilateral ? ChargerPhase.Unilateral : ChargerPhase.Settled;
    }

    // A record without a vehicle's half has no hello: the journal names its session by the offer.
    private void Take(PairRecord record)
    {
        if (IsOpening || IsRunning || Phase is ChargerPhase.Closing or ChargerPhase.Recording or ChargerPhase.Exchanging
            || record.ChargerHalf is not { } half || half.Content.Device.RecordCounter != _state.History.RecordCounter + 1
            || half.Content.Device.PreviousRecord != _state.History.Head)
        {
            return;
        }

        _state = _state with { Session = null, Phase = ChargerPhase.Idle, History = _state.History.After(half.Content, half.ContentHash) };
        Cancel(SettlementTimer.Resend);
        Persist(JournalEntryKind.OwnHalf, new PairMessage.HalfRecord(record.Offer.ContentHash, half));
        Emit(new SettlementOutput.Persist(new(JournalEntryKind.Record, record.ToDer())));
        Emit(new SettlementOutput.Publish(new(SettlementOutcome.Receipted, record)));
    }
}
