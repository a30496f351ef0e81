using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Secc;

/// <content>Cable check, pre-charge and the switching of power.</content>
public static partial class SeccMachine
{
    // IEC 61851-23: what a charger may feed while the two voltages are brought together.
    private const decimal PreChargeCurrentA = 2;

    private static void OnCableCheck(SeccTurn turn, CableCheckReq request)
    {
        if (turn.State.StopRequested || request.DC_EVStatus.EVErrorCode is not DC_EVErrorCodeType.NO_ERROR)
        {
            turn.Refuse(
                MessageKind.CableCheck,
                ResponseCodeType.FAILED,
                turn.State.StopRequested ? turn.State.StopReason : TerminationReason.PeerFailed);
            return;
        }

        if (turn.State.CableCheck is CableCheckProgress.NotStarted)
        {
            turn.Arm(SeccTimer.CableCheck, turn.Timings.SeccCableCheck);
            turn.State = turn.State with { CableCheck = CableCheckProgress.WaitingForVehicle };
            if (!StartCableCheckWhenReady(turn))
            {
                turn.Arm(SeccTimer.ControlPilot, turn.Timings.SeccControlPilotDetection);
            }
        }

        switch (turn.State.CableCheck)
        {
            case CableCheckProgress.Passed:
                turn.Respond(
                    SeccResponses.CableCheck(turn.State, ResponseCodeType.OK, EVSEProcessingType.Finished), SeccPhase.PreCharge);
                break;
            case CableCheckProgress.Failed:
                turn.Refuse(MessageKind.CableCheck, ResponseCodeType.FAILED, TerminationReason.DeviceFault);
                break;
            default:
                turn.Respond(
                    SeccResponses.CableCheck(turn.State, ResponseCodeType.OK, EVSEProcessingType.Ongoing), SeccPhase.CableCheck);
                break;
        }
    }

    // No voltage goes on the cable before the vehicle shows that it is ready.
    private static bool StartCableCheckWhenReady(SeccTurn turn)
    {
        if (turn.State is not { CableCheck: CableCheckProgress.WaitingForVehicle, MayEnergise: true } || !VehicleIsReady(turn.State))
        {
            return false;
        }

        turn.Cancel(SeccTimer.ControlPilot);
        turn.State = turn.State with { CableCheck = CableCheckProgress.Running };
        turn.Emit(new SeccOutput.StartCableCheck());
        return true;
    }

    private static void OnCableChecked(SeccTurn turn, IsolationLevelType isolation)
    {
        if (turn.State.CableCheck is not CableCheckProgress.Running)
        {
            turn.Report(SeccEvent.InputIgnored);
            return;
        }

        turn.Cancel(SeccTimer.CableCheck);
        var safe = isolation is IsolationLevelType.Valid or IsolationLevelType.Warning;
        turn.State = turn.State with { CableCheck = safe ? CableCheckProgress.Passed : CableCheckProgress.Failed };
        if (safe)
        {
            turn.Report(SeccEvent.CableCheckPassed);
        }
    }

    private static void OnPreCharge(SeccTurn turn, PreChargeReq request)
    {
        var state = turn.State;
        var demand = DcDemand.Limit(state.Options.Dc!, decimal.MaxValue, request.EVTargetVoltage, request.EVTargetCurrent);
        if (!state.MayEnergise || demand is null or { VoltageLimited: true } || !VehicleIsReady(state)
            || request.DC_EVStatus.EVErrorCode is not DC_EVErrorCodeType.NO_ERROR)
        {
            turn.Refuse(
                MessageKind.PreCharge, ResponseCodeType.FAILED, state.StopRequested ? state.StopReason : TerminationReason.Refused);
            return;
        }

        CloseContactor(turn, PowerPurpose.PreCharge);
        turn.Emit(new SeccOutput.SetDcTarget(demand.VoltageV, Math.Min(demand.CurrentA, PreChargeCurrentA)));
        turn.Respond(SeccResponses.PreCharge(turn.State, ResponseCodeType.OK), SeccPhase.PreChargeOrPowerDelivery);
    }

    private static void OnPowerDelivery(SeccTurn turn, PowerDeliveryReq request)
    {
        var isDelivering = turn.State.Phase is SeccPhase.ChargingStatusOrPowerDelivery or SeccPhase.CurrentDemandOrPowerDelivery;
        switch (request.ChargeProgress)
        {
            case ChargeProgressType.Start when !isDelivering:
                StartDelivery(turn, request);
                break;
            case ChargeProgressType.Stop:
                if (turn.State.StopReason is TerminationReason.ControlPilotFault)
                {
                    // The pilot was faster than the message: it is the end in good order after all.
                    turn.State = turn.State with { StopRequested = false, StopReason = TerminationReason.StopRequested };
                }

                EndDelivery(turn, turn.State.IsDc ? SeccPhase.WeldingDetection : SeccPhase.SessionStop);
                break;
            case ChargeProgressType.Renegotiate when isDelivering:
                Renegotiate(turn);
                break;
            default:
                // Start while energy flows, Renegotiate while none does.
                turn.Refuse(MessageKind.PowerDelivery, ResponseCodeType.FAILED_SequenceError, TerminationReason.SequenceError);
                break;
        }
    }

    private static void StartDelivery(SeccTurn turn, PowerDeliveryReq request)
    {
        var code = JudgeDelivery(turn.State, request);
        if (code.IsFailure())
        {
            turn.Refuse(
                MessageKind.PowerDelivery, code, turn.State.StopRequested ? turn.State.StopReason : TerminationReason.Refused);
            return;
        }

        turn.Await(new SeccPending.PowerOn(request.SAScheduleTupleID));
        ContinuePowerOn(turn);
        if (turn.State.Pending is SeccPending.PowerOn && !VehicleIsReady(turn.State))
        {
            turn.Arm(SeccTimer.ControlPilot, turn.Timings.ControlPilotChange); // [V2G2-847]
        }
    }

    private static ResponseCodeType JudgeDelivery(SeccState state, PowerDeliveryReq request)
    {
        if (!state.MayEnergise)
        {
            return ResponseCodeType.FAILED_PowerDeliveryNotApplied;
        }

        if (Schedules.Find(state.Schedules, request.SAScheduleTupleID) is not { } tuple)
        {
            return ResponseCodeType.FAILED_TariffSelectionInvalid;
        }

        if (request.ChargingProfile is { } profile && !Schedules.Permits(tuple.PMaxSchedule, profile))
        {
            return ResponseCodeType.FAILED_ChargingProfileInvalid;
        }

        if (state.IsDc && request.EVPowerDeliveryParameter is DC_EVPowerDeliveryParameterType { DC_EVStatus: var vehicle }
            && (!vehicle.EVReady || vehicle.EVErrorCode is not DC_EVErrorCodeType.NO_ERROR))
        {
            return ResponseCodeType.FAILED_PowerDeliveryNotApplied;
        }

        // A contactor that is closed without a command is welded.
        return state.ContactorClosed && !state.ContactorCommanded ? ResponseCodeType.FAILED_ContactorError : ResponseCodeType.OK;
    }

    /// <summary>Answers PowerDelivery(Start) as soon as the vehicle is ready and the contactor says that it is closed: both are levels.</summary>
    private static void ContinuePowerOn(SeccTurn turn)
    {
        if (turn.State.Pending is not SeccPending.PowerOn pending || !VehicleIsReady(turn.State))
        {
            return;
        }

        turn.Cancel(SeccTimer.ControlPilot);
        CloseContactor(turn, PowerPurpose.Delivery);
        if (!turn.State.ContactorClosed)
        {
            turn.ArmOnce(SeccTimer.Contactor, turn.Timings.Contactor); // [V2G2-862]
            return;
        }

        turn.State = turn.State with { SAScheduleTupleID = pending.SAScheduleTupleID };
        turn.Emit(new SeccOutput.ReadMeter());
        turn.Report(SeccEvent.PowerOn);
        turn.Respond(
            new PowerDeliveryRes { ResponseCode = ResponseCodeType.OK, EVSEStatus = SeccResponses.Status(turn.State) },
            turn.State.IsDc ? SeccPhase.CurrentDemand : SeccPhase.ChargingStatus);
    }

    private static void Renegotiate(SeccTurn turn)
    {
        turn.State = turn.State with { RenegotiationRequested = false, Schedules = turn.State.Options.Schedules, SchedulesRequested = false };
        turn.Report(SeccEvent.Renegotiating);
        if (turn.State.IsDc)
        {
            // A cable check follows, and it needs a cable without load.
            EndDelivery(turn, SeccPhase.ChargeParameterDiscovery);
        }
        else
        {
            AnswerPowerDelivery(turn, SeccPhase.ChargeParameterDiscovery);
        }
    }

    private static void EndDelivery(SeccTurn turn, SeccPhase next)
    {
        if (!turn.State.ContactorCommanded && !turn.State.ContactorClosed)
        {
            AnswerPowerDelivery(turn, next);
            return;
        }

        turn.Await(new SeccPending.PowerOff(MessageKind.PowerDelivery, next));
        if (!turn.State.IsDc && VehicleIsReady(turn.State))
        {
            // The vehicle shows state B within 250 ms, and the contactor opens without load ([V2G2-848]).
            turn.Arm(SeccTimer.ControlPilot, turn.Timings.ControlPilotChange);
            return;
        }

        OpenForAnswer(turn);
    }

    private static void OpenForAnswer(SeccTurn turn)
    {
        turn.Cancel(SeccTimer.ControlPilot);
        turn.PowerOff();
        ContinuePowerOff(turn);
    }

    private static void ContinuePowerOff(SeccTurn turn)
    {
        if (turn.State is not { Pending: SeccPending.PowerOff pending, ContactorClosed: false, ContactorCommanded: false }
            || turn.State.Timers.Contains(SeccTimer.Contactor))
        {
            return;
        }

        turn.Emit(new SeccOutput.ReadMeter());
        if (pending.Kind is MessageKind.SessionStop)
        {
            FinishSession(turn);
        }
        else
        {
            AnswerPowerDelivery(turn, pending.Next);
        }
    }

    private static void AnswerPowerDelivery(SeccTurn turn, SeccPhase next) => turn.Respond(
        new PowerDeliveryRes { ResponseCode = ResponseCodeType.OK, EVSEStatus = SeccResponses.Status(turn.State) }, next);

    private static void CloseContactor(SeccTurn turn, PowerPurpose purpose)
    {
        if (!turn.State.ContactorCommanded)
        {
            turn.State = turn.State with { ContactorCommanded = true };
            turn.Emit(new SeccOutput.CloseContactor(purpose));
        }
    }

    private static bool VehicleIsReady(SeccState state) => state.ControlPilot is ControlPilotState.C or ControlPilotState.D;
}
