using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Secc;

/// <content>The charging loop, its receipts and its end.</content>
public static partial class SeccMachine
{
    private static void OnChargingStatus(SeccTurn turn)
    {
        if (!EnterLoop(turn, MessageKind.ChargingStatus))
        {
            return;
        }

        var (meter, receipt) = DueReceipt(turn);
        turn.Respond(
            SeccResponses.ChargingStatus(turn.State, ResponseCodeType.OK, meter, receipt),
            receipt is true ? SeccPhase.MeteringReceipt : SeccPhase.ChargingStatusOrPowerDelivery);
        turn.Emit(new SeccOutput.ReadMeter());
    }

    private static void OnCurrentDemand(SeccTurn turn, CurrentDemandReq request, DateTimeOffset at)
    {
        if (!EnterLoop(turn, MessageKind.CurrentDemand))
        {
            return;
        }

        var state = turn.State;
        var schedule = Schedules.Find(state.Schedules, state.SAScheduleTupleID ?? 1)!.PMaxSchedule;
        var demand = DcDemand.Limit(
            state.Options.Dc!, Schedules.PowerAt(schedule, at - state.SchedulesFrom), request.EVTargetVoltage, request.EVTargetCurrent);
        if (demand is null)
        {
            turn.Refuse(MessageKind.CurrentDemand, ResponseCodeType.FAILED, TerminationReason.Refused);
            return;
        }

        // A vehicle that reports an error of its own gets no current, whatever it asks for.
        var current = request.DC_EVStatus.EVErrorCode is DC_EVErrorCodeType.NO_ERROR && state.ContactorCommanded ? demand.CurrentA : 0;
        turn.Emit(new SeccOutput.SetDcTarget(state.ContactorCommanded ? demand.VoltageV : 0, current));
        var (meter, receipt) = DueReceipt(turn);
        turn.Respond(
            SeccResponses.CurrentDemand(turn.State, ResponseCodeType.OK, demand, meter, receipt),
            receipt is true ? SeccPhase.MeteringReceipt : SeccPhase.CurrentDemandOrPowerDelivery);
        turn.Emit(new SeccOutput.ReadMeter());
    }

    /// <summary>What every round of the loop checks first: a fault is answered FAILED, never OK.</summary>
    private static bool EnterLoop(SeccTurn turn, MessageKind kind)
    {
        if (turn.State.Fault)
        {
            turn.Refuse(kind, ResponseCodeType.FAILED, turn.State.StopReason);
            return false;
        }

        if (turn.State.StopRequested)
        {
            NotifyStop(turn);
        }

        return true;
    }

    private static void NotifyStop(SeccTurn turn)
    {
        if (!turn.State.Timers.Contains(SeccTimer.StopGrace))
        {
            turn.Report(SeccEvent.StopNotified);
            turn.Arm(SeccTimer.StopGrace, turn.State.Options.NotificationMaxDelay + turn.Timings.StopGrace);
        }
    }

    // Receipts belong to contracts: a vehicle that pays externally has no key to sign with.
    private static (MeterInfoType? Meter, bool? ReceiptRequired) DueReceipt(SeccTurn turn)
    {
        var state = turn.State;
        if (state.Meter is not { } reading)
        {
            return (null, null);
        }

        var meter = reading.ToMeterInfo();
        if (state.PaymentOption is not PaymentOptionType.Contract || state.Options.ReceiptEveryWh is not { } every)
        {
            return (meter, null);
        }

        if (state.ReceiptedWh is { } last && (reading.EnergyWh < last || reading.EnergyWh - last < every))
        {
            return (meter, false);
        }

        turn.State = state with { ReceiptDue = meter };
        return (meter, true);
    }

    private static void OnMeteringReceipt(SeccTurn turn, MeteringReceiptReq request, SeccInput.Received received)
    {
        var state = turn.State;
        var matches = request.SessionID == state.SessionID && request.MeterInfo == state.ReceiptDue
            && (request.SAScheduleTupleID ?? state.SAScheduleTupleID) == state.SAScheduleTupleID;
        if (!matches || received.Message.Header.Signature is null || request.Id is null)
        {
            turn.Refuse(MessageKind.MeteringReceipt, ResponseCodeType.FAILED_MeteringSignatureNotValid, TerminationReason.Refused);
            return;
        }

        turn.Await(new SeccPending.ReceiptCheck(received.Raw));
        turn.Emit(new SeccOutput.VerifySignature(
            new(SignaturePurpose.MeteringReceipt, received.Message, received.Raw, state.ContractChain)));
    }

    private static void OnReceiptVerified(SeccTurn turn, SeccPending.ReceiptCheck pending, bool valid)
    {
        if (!valid)
        {
            turn.Refuse(MessageKind.MeteringReceipt, ResponseCodeType.FAILED_MeteringSignatureNotValid, TerminationReason.Refused);
            return;
        }

        turn.Emit(new SeccOutput.EvidenceObserved(EvidenceKind.MeteringReceipt, pending.Raw));
        turn.Report(SeccEvent.ReceiptAccepted);
        turn.State = turn.State with { ReceiptedWh = turn.State.ReceiptDue!.MeterReading, ReceiptDue = null };
        turn.Respond(
            new MeteringReceiptRes { ResponseCode = ResponseCodeType.OK, EVSEStatus = SeccResponses.Status(turn.State) },
            turn.State.IsDc ? SeccPhase.CurrentDemandOrPowerDelivery : SeccPhase.ChargingStatusOrPowerDelivery);
    }

    private static void OnSessionStop(SeccTurn turn, SessionStopReq request)
    {
        var state = turn.State;
        if (request.ChargingSession is ChargingSessionType.Pause
            && state is { PaymentOption: { } payment, EnergyTransferMode: { } mode, SAScheduleTupleID: not null })
        {
            turn.State = state with
            {
                NewlyPaused = new()
                {
                    SessionID = state.SessionID,
                    EVCCID = state.EVCCID,
                    PaymentOption = payment,
                    EnergyTransferMode = mode,
                },
            };
        }

        if (!state.ContactorCommanded && !state.ContactorClosed)
        {
            FinishSession(turn);
            return;
        }

        turn.Await(new SeccPending.PowerOff(MessageKind.SessionStop, SeccPhase.Closing));
        OpenForAnswer(turn);
    }

    private static void FinishSession(SeccTurn turn) => turn.RespondLast(
        new SessionStopRes { ResponseCode = ResponseCodeType.OK },
        turn.State.NewlyPaused is not null ? TerminationReason.Paused
        : turn.State.StopRequested ? turn.State.StopReason
        : TerminationReason.Completed);
}
