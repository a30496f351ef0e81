using PairSettle.Exi;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Settlement;

/// <summary>From the agreement to the end of power.</summary>
internal sealed partial class ChargerMachine
{
    // The session begins with the agreement, and not before the offer, whatever the clock did in between.
    private void BeginUsage()
    {
        var offered = Session.Terms.OfferedAt.Instant;
        QualifiedTime start = new(now.Wall.Instant < offered ? offered : now.Wall.Instant, now.Wall.Quality);
        var usage = new UsageTracker(Session.Tariff!, start.Instant).Advance(UsageKind.Charging, TimeSpan.Zero, 0, 0);
        Session = Session with
        {
            StartedAt = start,
            Origin = now.Monotonic,
            Usage = usage,
            Cost = CostCalculator.TryCompute(usage.Tariff, usage.Start, usage.Periods, out var cost, out _)
                ? cost.Total
                : new(0, Session.Terms.Currency),
        };
    }

    private TimeSpan ElapsedNow() => Session.Origin is { } origin && now.Monotonic > origin
        ? now.Monotonic - origin
        : TimeSpan.FromSeconds(Session.Usage!.Seconds);

    private void ReadMeter(MeterReading reading)
    {
        switch (Phase)
        {
            case ChargerPhase.Delivering:
                Deliver(reading);
                break;
            case ChargerPhase.Closing:
                if (Session.FinalReading is null && reading.PowerIsOff)
                {
                    Finish(reading);
                }

                break;
            default:
                _state = _state with { LastReading = reading };
                if (Phase == ChargerPhase.Offering)
                {
                    MakeOffer();
                }

                break;
        }
    }

    private void Deliver(MeterReading reading)
    {
        var before = Session;
        if (!Count(reading, ElapsedNow()))
        {
            Dispute(EndReason.Fault);
            return;
        }

        var elapsed = TimeSpan.FromSeconds(Session.Usage!.Seconds);
        Session = Session with
        {
            LargestStepWh = Math.Max(before.LargestStepWh, Session.Usage.ImportWh - before.Usage!.ImportWh),
            LargestStepMinorUnits = Math.Max(before.LargestStepMinorUnits, Session.Cost.MinorUnits - before.Cost.MinorUnits),
            LargestStepTime = Longer(before.LargestStepTime, elapsed - TimeSpan.FromSeconds(before.Usage.Seconds)),
        };
        if (!Session.DischargeAllowed && Session.Usage.ExportWh > 0)
        {
            End(EndReason.Fault);
        }
        else if (ExceedsSlice())
        {
            End(EndReason.SliceUnacknowledged);
        }
        else if (ReachesCap(elapsed) || !Session.Usage.HasRoom)
        {
            End(EndReason.CapReached);
        }
        else if (NeedsCheckpoint())
        {
            SignCheckpoint();
        }

        Report();
    }

    /// <summary>Takes a reading into account; false when the meter changed, ran backwards or left every bound.</summary>
    private bool Count(MeterReading reading, TimeSpan elapsed)
    {
        var start = Session.Terms.StartMeter;
        var usage = Session.Usage!;
        var counted = TimeSpan.FromSeconds(usage.Seconds);
        elapsed = elapsed < counted ? counted : elapsed;
        var statement = reading.Statement;
        var (importWh, exportWh) = statement.Since(start);
        if (statement.MeterSerial != start.MeterSerial || importWh < usage.ImportWh || exportWh < usage.ExportWh
            || statement.ImportWh > FormatLimits.MaxQuantity || statement.ExportWh > FormatLimits.MaxQuantity
            || elapsed > TimeSpan.FromSeconds(FormatLimits.MaxSeconds))
        {
            return false;
        }

        usage = usage.Advance(reading.Usage, elapsed, importWh, exportWh, reading.PowerW, reading.CurrentMilliampere);
        if (!CostCalculator.TryCompute(usage.Tariff, usage.Start, usage.Periods, out var cost, out _))
        {
            return false;
        }

        _state = _state with { LastReading = reading };
        Session = Session with { Usage = usage, Cost = cost.Total };
        return true;
    }

    private bool ExceedsSlice()
    {
        var slice = Session.Terms.Slice;
        return Session.UnacknowledgedWh > slice.EnergyWh
            || Session.UnacknowledgedMinorUnits > slice.Amount.MinorUnits
            || Session.UnacknowledgedTime > slice.Duration;
    }

    // The vehicle counts time until it hears of the end, and both count whole seconds.
    private static readonly TimeSpan WayOfMessages = TimeSpan.FromSeconds(3);

    // One more interval like the largest so far must still fit.
    private bool ReachesCap(TimeSpan elapsed) =>
        Session.Usage!.ImportWh + Session.LargestStepWh > Session.Caps.EnergyWh
        || Session.Cost.MinorUnits + Session.LargestStepMinorUnits > Session.Caps.Amount!.Value.MinorUnits
        || elapsed + Session.LargestStepTime + WayOfMessages > Session.Caps.Duration;

    // At half a slice, so that the acknowledgement is there before the slice is used up.
    private bool NeedsCheckpoint()
    {
        if (Session.Signing is not null || Session.HasUnacknowledgedCheckpoint)
        {
            return false;
        }

        var slice = Session.Terms.Slice;
        return Session.UnacknowledgedWh * 2 >= slice.EnergyWh
            || Session.UnacknowledgedMinorUnits * 2 >= slice.Amount.MinorUnits
            || Session.UnacknowledgedTime * 2 >= slice.Duration;
    }

    private void SignCheckpoint()
    {
        var usage = Session.Usage!;
        var last = Session.LastCheckpoint?.Signed.Content;
        var elapsed = TimeSpan.FromSeconds(usage.Seconds);
        var start = Session.StartedAt!.Value;
        var shown = Session.FinalReading ?? LastCounted();
        Session = Session with { Shown = shown };
        var content = new Checkpoint
        {
            Agreement = Session.Agreement,
            Sequence = (last?.Sequence ?? 0) + 1,
            Previous = last?.Hash ?? Session.Agreement,
            Meter = shown.Statement,
            ImportWh = usage.ImportWh,
            ExportWh = usage.ExportWh,
            Elapsed = elapsed,
            Cost = Session.Cost,
            At = new(start.Instant + elapsed, start.Quality),
        };
        Sign(SettlementPart.Checkpoint, content.ToDer());
    }

    private void SendCheckpoint(SignedCheckpoint signed)
    {
        var message = new PairMessage.Checkpoint(Session.Id, signed) { Attestations = Attached(Session.Shown) };
        Session = Session with { LastCheckpoint = message };
        Persist(JournalEntryKind.Checkpoint, message);
        if (Phase == ChargerPhase.Agreed)
        {
            Phase = ChargerPhase.Delivering;
            Session = Session with { PowerPermitted = true };
            Emit(new SettlementOutput.PermitPower(Session.Agreement, Session.Caps));
            Arm(SettlementTimer.Slice, Session.Terms.Slice.Duration);
        }

        Resend();
        if (Phase == ChargerPhase.Closing)
        {
            Close();
        }
    }

    private void Consider(PairMessage.CheckpointAck ack)
    {
        var content = ack.Signed.Content;
        if (Session.LastAck is { } known && known.Signed.Content.Sequence == content.Sequence)
        {
            if (known.Signed.Content.Hash != content.Hash)
            {
                VerifyStatement(ack);
            }
        }
        else if (Session.HasUnacknowledgedCheckpoint && Session.LastCheckpoint!.Signed.Content.Sequence == content.Sequence
            && Phase is ChargerPhase.Delivering or ChargerPhase.Closing)
        {
            VerifyStatement(ack);
        }
    }

    private void Acknowledge(PairMessage.CheckpointAck ack)
    {
        var content = ack.Signed.Content;
        if (Session.LastAck is { } known && known.Signed.Content.Sequence == content.Sequence)
        {
            if (known.Signed.Content.Hash != content.Hash)
            {
                Contradict(JournalEntryKind.CheckpointAck, known, ack);
            }

            return;
        }

        if (Phase is not (ChargerPhase.Delivering or ChargerPhase.Closing)
            || !Session.HasUnacknowledgedCheckpoint
            || Session.LastCheckpoint!.Signed.Content is not { } checkpoint || checkpoint.Sequence != content.Sequence)
        {
            return;
        }

        if (content.Agreement != Session.Agreement || content.Checkpoint != checkpoint.Hash)
        {
            Violate(SettlementFault.AgreementMismatch);
            return;
        }

        Persist(JournalEntryKind.CheckpointAck, ack);
        Session = Session with { AckedCheckpoint = Session.LastCheckpoint, LastAck = ack };
        Cancel(SettlementTimer.Resend);

        // A vehicle that measures far less than it acknowledges is going to dispute: better now than a slice later.
        if (!Plausibility.IsNear(Session.Terms, checkpoint.ImportWh, content.ImportWh))
        {
            Violate(SettlementFault.Divergence);
            return;
        }

        if (Phase == ChargerPhase.Delivering)
        {
            var left = Session.Terms.Slice.Duration - (ElapsedNow() - checkpoint.Elapsed);
            Arm(SettlementTimer.Slice, left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }

        Report();
        if (Phase == ChargerPhase.Closing)
        {
            Close();
        }
    }

    private void Report() => Emit(new SettlementOutput.Report(new()
    {
        Agreement = Session.Agreement,
        PowerPermitted = Session.PowerPermitted,
        ImportWh = Session.Usage!.ImportWh,
        ExportWh = Session.Usage.ExportWh,
        Elapsed = TimeSpan.FromSeconds(Session.Usage.Seconds),
        Cost = Session.Cost,
        LastCheckpoint = Session.AckedCheckpoint?.Signed.Content.Sequence ?? 0,
        UnacknowledgedWh = Session.UnacknowledgedWh,
    }));

    private static ExiList<ExiBytes> Attached(MeterReading? reading) =>
        reading is { Attestation: { Length: > 0 } octets } ? [octets] : default;

    private static TimeSpan Longer(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
