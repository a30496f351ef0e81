using PairSettle.Records.Format;
using PairSettle.Records.Journal;
using PairSettle.Records.Settlement.Messages;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Settlement;

/// <summary>From the acceptance to the end of power.</summary>
internal sealed partial class VehicleMachine
{
    // How much longer than the vehicle itself the charger may have counted: clocks differ a little in rate.
    private static readonly TimeSpan ElapsedSlack = TimeSpan.FromSeconds(5);
    private const int ElapsedSlackPerCent = 1;

    private void Measure(VehicleReading reading)
    {
        if (_state.Session?.Last is null
            || reading.ImportWh < Session.Reading.ImportWh || reading.ExportWh < Session.Reading.ExportWh
            || reading.ImportWh > FormatLimits.MaxQuantity || reading.ExportWh > FormatLimits.MaxQuantity
            || Session.OwnHalf is not null)
        {
            return;
        }

        var flowed = reading.ImportWh - Session.Reading.ImportWh;
        Session = Session with
        {
            Reading = reading,
            LargestStepWh = Math.Max(Session.LargestStepWh, flowed),
            LastFlow = flowed > 0 || reading.ExportWh > Session.Reading.ExportWh ? now.Wall : Session.LastFlow,
        };
        Answer();
        switch (Phase)
        {
            case VehiclePhase.Drawing:
                // One more interval like the largest so far must still fit.
                if (reading.ImportWh + Session.LargestStepWh > Session.Caps.EnergyWh)
                {
                    End(EndReason.CapReached);
                }

                Report();
                break;
            case VehiclePhase.Comparing when reading.PowerIsOff:
                Record();
                break;
        }
    }

    private void Consider(PairMessage.Checkpoint checkpoint)
    {
        var content = checkpoint.Signed.Content;
        if (Phase < VehiclePhase.Accepted || Phase >= VehiclePhase.Comparing || Session.Signing is not null)
        {
            return;
        }

        if (Session.Last is { } last && last.Sequence == content.Sequence)
        {
            if (last.Checkpoint.Signed.Content.Hash == content.Hash)
            {
                Send(last.Ack);
            }
            else
            {
                VerifyStatement(checkpoint);
            }
        }
        else if (content.Sequence > (Session.Last?.Sequence ?? 0) && !Session.IsDisputed && Session.Answering is null)
        {
            VerifyStatement(checkpoint);
        }
    }

    private void Judge(PairMessage.Checkpoint checkpoint)
    {
        var content = checkpoint.Signed.Content;
        if (Session.Last is { } last && last.Sequence == content.Sequence)
        {
            if (last.Checkpoint.Signed.Content.Hash != content.Hash)
            {
                Contradict(JournalEntryKind.Checkpoint, last.Checkpoint, checkpoint);
            }

            return;
        }

        if (Phase < VehiclePhase.Accepted || Phase >= VehiclePhase.Comparing || Session.Signing is not null || Session.IsDisputed
            || Session.Answering is not null)
        {
            return;
        }

        // The acknowledgement states a measurement that is not older than the checkpoint: the next one, unless nothing flows any more.
        Session = Session with { Answering = checkpoint, AskedAt = now.Wall };
        if (Session.Last is null || Session.Reading.PowerIsOff)
        {
            Answer();
        }
        else
        {
            Arm(SettlementTimer.FinalReading, Options.Timers.FinalReading);
        }
    }

    private void Answer()
    {
        if (Session.Answering is not { } checkpoint || Session.Signing is not null
            || Phase is not (VehiclePhase.Accepted or VehiclePhase.Drawing or VehiclePhase.Closing))
        {
            return;
        }

        Cancel(SettlementTimer.FinalReading);
        var content = checkpoint.Signed.Content;
        var fault = FaultOf(content, out var usage);
        if (fault != SettlementFault.None)
        {
            Session = Session with { Answering = null };
            Violate(fault);
            return;
        }

        var ack = new CheckpointAck
        {
            Agreement = Session.Agreement,
            Sequence = content.Sequence,
            Checkpoint = content.Hash,
            ImportWh = Session.Reading.ImportWh,
            ExportWh = Session.Reading.ExportWh,
            At = new(SessionTerms.TimeOf(now, _state.History), now.Wall.Quality),
        };
        Session = Session with { Usage = usage };
        Sign(SettlementPart.CheckpointAck, ack.ToDer());
    }

    // Everything that the vehicle can know by itself before it agrees to what the charger counted.
    private SettlementFault FaultOf(Checkpoint content, out UsageTracker? usage)
    {
        var offer = Session.Terms;
        var last = Session.Last?.Checkpoint.Signed.Content;
        var slice = offer.Slice;
        usage = null;
        if (content.Agreement != Session.Agreement)
        {
            return SettlementFault.AgreementMismatch;
        }

        if (content.Sequence != (last?.Sequence ?? 0) + 1 || content.Previous != (last?.Hash ?? Session.Agreement)
            || content.ImportWh < (last?.ImportWh ?? 0) || content.ExportWh < (last?.ExportWh ?? 0)
            || content.Elapsed < (last?.Elapsed ?? TimeSpan.Zero))
        {
            return SettlementFault.ChainBroken;
        }

        if (content.Meter.MeterSerial != offer.StartMeter.MeterSerial
            || content.Meter.Since(offer.StartMeter) != (content.ImportWh, content.ExportWh))
        {
            return SettlementFault.MeterFault;
        }

        if (!Plausibility.IsNear(offer, content.ImportWh, Session.Reading.ImportWh)
            || !Plausibility.IsNear(offer, content.ExportWh, Session.Reading.ExportWh))
        {
            return SettlementFault.Divergence;
        }

        if (Session.Origin is { } origin
            && content.Elapsed > ((now.Monotonic - origin) * (100 + ElapsedSlackPerCent) / 100) + ElapsedSlack)
        {
            return SettlementFault.ClocksDisagree;
        }

        // What the charger counted between its last sample and the end of power may pass a cap, but never by more than a slice.
        if (content.ImportWh > Session.Caps.EnergyWh + slice.EnergyWh
            || content.Cost.MinorUnits > Session.Caps.Amount!.Value.MinorUnits + slice.Amount.MinorUnits
            || content.Elapsed > Session.Caps.Duration + slice.Duration)
        {
            return SettlementFault.CapsRefused;
        }

        usage = Follow(content.At.Instant - content.Elapsed, content.Elapsed, content.ImportWh, content.ExportWh);
        return usage is not null && IsPlausible(usage, content.Cost) ? SettlementFault.None : SettlementFault.CostMismatch;
    }

    // The vehicle's own account of the price. It knows the checkpoints, not the samples between them.
    private UsageTracker? Follow(DateTimeOffset start, TimeSpan elapsed, long importWh, long exportWh)
    {
        var usage = Session.Usage ?? new UsageTracker(Session.Tariff!, start);
        if (elapsed.Ticks / TimeSpan.TicksPerSecond is var seconds
            && (seconds < usage.Seconds || importWh < usage.ImportWh || exportWh < usage.ExportWh || !usage.HasRoom))
        {
            return null;
        }

        var kind = importWh > usage.ImportWh || exportWh > usage.ExportWh || seconds == usage.Seconds || usage.Seconds == 0
            ? UsageKind.Charging
            : UsageKind.Parking;
        var power = (long)((Int128)(importWh - usage.ImportWh) * 3600 / Math.Max(1, seconds - usage.Seconds));
        return usage.Advance(kind, elapsed, importWh, exportWh, power);
    }

    private bool IsPlausible(UsageTracker usage, Money cost) =>
        cost.Currency == Session.Terms.Currency
        && CostCalculator.TryCompute(usage.Tariff, usage.Start, usage.Periods, out var own, out _)
        && Int128.Abs((Int128)own.Total.MinorUnits - cost.MinorUnits) <= Session.Terms.Slice.Amount.MinorUnits;

    private void SendAck(SignedCheckpointAck signed)
    {
        var message = new PairMessage.CheckpointAck(Session.Id, signed);
        var checkpoint = Session.Answering!;
        Session = Session with
        {
            Answering = null,
            Former = Session.Last,
            Last = new(checkpoint, message),
            LastHeard = Session.AskedAt,
            StartedAt = Session.StartedAt ?? signed.Content.At,
        };
        Persist(JournalEntryKind.Checkpoint, checkpoint);
        Persist(JournalEntryKind.CheckpointAck, message);
        if (Phase == VehiclePhase.Accepted)
        {
            Phase = VehiclePhase.Drawing;
            Session = Session with { PowerPermitted = true };
            Cancel(SettlementTimer.Resend);
            Emit(new SettlementOutput.PermitPower(Session.Agreement, Session.Caps));
        }

        Send(message);
        Arm(SettlementTimer.PeerLost, Options.Timers.PeerLost);
        Report();
    }

    private void Report()
    {
        var acked = Session.Last?.Checkpoint.Signed.Content;
        Emit(new SettlementOutput.Report(new()
        {
            Agreement = Session.Agreement,
            PowerPermitted = Session.PowerPermitted,
            ImportWh = Session.Reading.ImportWh,
            ExportWh = Session.Reading.ExportWh,
            Elapsed = acked?.Elapsed ?? TimeSpan.Zero,
            Cost = acked?.Cost ?? new(0, Session.Terms.Currency),
            LastCheckpoint = acked?.Sequence ?? 0,
            UnacknowledgedWh = Math.Max(0, Session.Reading.ImportWh - (acked?.ImportWh ?? 0)),
        }));
    }
}
