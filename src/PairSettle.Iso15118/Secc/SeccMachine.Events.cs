using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Secc;

/// <content>What happens beside the messages: devices, operator, settlement, timers, the connection.</content>
public static partial class SeccMachine
{
    private static void OnLinkLost(SeccTurn turn)
    {
        turn.State = turn.State with { LinkClosed = true };
        if (turn.State.Phase is SeccPhase.Closing)
        {
            turn.CloseLink();
        }
        else
        {
            turn.Abort(TerminationReason.LinkLost);
        }
    }

    // There is no response that would match, so none is sent; a connection whose octets make no sense is not worth
    // keeping with a contactor closed.
    private static void OnUndecodable(SeccTurn turn)
    {
        if (turn.State.Phase is SeccPhase.Closing)
        {
            turn.Report(SeccEvent.InputIgnored);
            return;
        }

        turn.Report(SeccEvent.RequestRefused);
        turn.Abort(TerminationReason.Undecodable);
    }

    private static void OnEimRejected(SeccTurn turn)
    {
        turn.State = turn.State with { ExternalPayment = Decision.Refused };
        if (turn.State.PaymentOption is PaymentOptionType.ExternalPayment && turn.State.Phase is not (SeccPhase.Authorization or SeccPhase.Closing))
        {
            CutPower(turn, TerminationReason.NotAuthorised);
        }
    }

    private static void OnPowerPermission(SeccTurn turn, bool granted)
    {
        turn.State = turn.State with { PowerPermission = granted ? Decision.Granted : Decision.Refused };
        if (!granted && turn.State.PairingSelected && turn.State.Phase is not SeccPhase.Closing)
        {
            CutPower(turn, TerminationReason.PowerNotPermitted);
        }
    }

    /// <summary>Whatever allowed power is gone: the contactor opens now, the vehicle is told with the next response.</summary>
    private static void CutPower(SeccTurn turn, TerminationReason reason)
    {
        RequestStop(turn, reason);
        turn.PowerOff();
    }

    private static void RequestStop(SeccTurn turn, TerminationReason reason)
    {
        if (turn.State.Phase is SeccPhase.Closing || turn.State.StopRequested)
        {
            return;
        }

        turn.State = turn.State with { StopRequested = true, StopReason = reason };
        if (turn.State.Phase is SeccPhase.Idle or SeccPhase.AppProtocol)
        {
            turn.Abort(reason);
            return;
        }

        GiveUpPowerOn(turn);
    }

    private static void OnFaultDetected(SeccTurn turn)
    {
        if (turn.State.Phase is SeccPhase.Closing)
        {
            return;
        }

        turn.State = turn.State with { Fault = true, StopRequested = true, StopReason = TerminationReason.DeviceFault };
        if (turn.State.Phase is SeccPhase.Idle or SeccPhase.AppProtocol)
        {
            turn.Abort(TerminationReason.DeviceFault);
            return;
        }

        GiveUpPowerOn(turn);
        turn.PowerOff();
    }

    // What has not been switched on yet is not switched on any more.
    private static void GiveUpPowerOn(SeccTurn turn)
    {
        if (turn.State.Pending is SeccPending.PowerOn)
        {
            turn.Refuse(MessageKind.PowerDelivery, ResponseCodeType.FAILED_PowerDeliveryNotApplied, turn.State.StopReason);
        }
    }

    private static void OnContactorReported(SeccTurn turn, bool closed)
    {
        turn.State = turn.State with { ContactorClosed = closed };
        if (!closed && !turn.State.ContactorCommanded)
        {
            turn.Cancel(SeccTimer.Contactor);
        }

        switch (turn.State)
        {
            case { Phase: SeccPhase.Closing }:
                turn.PowerOff();
                turn.FinishClosing();
                break;
            case { Pending: SeccPending.PowerOn }:
                ContinuePowerOn(turn);
                break;
            case { Pending: SeccPending.PowerOff }:
                ContinuePowerOff(turn);
                break;
            case { ContactorCommanded: true } when !closed && IsDelivering(turn.State.Phase):
                // It fell open under load: say so with the next response, never OK.
                turn.Report(SeccEvent.ContactorFault);
                turn.State = turn.State with { Fault = true, StopRequested = true, StopReason = TerminationReason.ContactorFault };
                turn.PowerOff();
                break;
        }
    }

    private static bool IsDelivering(SeccPhase phase) => phase is SeccPhase.ChargingStatus or SeccPhase.ChargingStatusOrPowerDelivery
        or SeccPhase.CurrentDemand or SeccPhase.CurrentDemandOrPowerDelivery or SeccPhase.MeteringReceipt;

    private static void OnControlPilotReported(SeccTurn turn, ControlPilotState pilot)
    {
        turn.State = turn.State with { ControlPilot = pilot };
        if (turn.State.Phase is SeccPhase.Idle or SeccPhase.Closing)
        {
            return;
        }

        if (pilot is ControlPilotState.A or ControlPilotState.E or ControlPilotState.F)
        {
            // Unplugged or faulty: no message will come that could matter.
            turn.Abort(TerminationReason.ControlPilotFault);
        }
        else if (VehicleIsReady(turn.State))
        {
            StartCableCheckWhenReady(turn);
            ContinuePowerOn(turn);
        }
        else if (turn.State.Pending is SeccPending.PowerOff { Kind: MessageKind.PowerDelivery } && turn.State.Timers.Contains(SeccTimer.ControlPilot))
        {
            OpenForAnswer(turn);
        }
        else if (turn.State.ContactorCommanded && turn.State.Pending is not SeccPending.PowerOff)
        {
            // The vehicle left state C by itself: power goes off now, the session ends in good order.
            CutPower(turn, TerminationReason.ControlPilotFault);
        }
    }

    private static void OnTimerExpired(SeccTurn turn, SeccTimer timer)
    {
        if (!turn.State.Timers.Contains(timer))
        {
            turn.Report(SeccEvent.InputIgnored);
            return;
        }

        turn.State = turn.State with { Timers = turn.State.Timers.Without(timer) };
        switch (timer)
        {
            case SeccTimer.CommunicationSetup:
                turn.Abort(TerminationReason.SetupTimeout);
                break;
            case SeccTimer.Sequence:
                turn.Abort(TerminationReason.SequenceTimeout);
                break;
            case SeccTimer.Performance:
                OnPerformanceExpired(turn);
                break;
            case SeccTimer.Ongoing:
                turn.State = turn.State with { OngoingExpired = true };
                break;
            case SeccTimer.CableCheck:
                turn.State = turn.State with { CableCheck = CableCheckProgress.Failed };
                break;
            case SeccTimer.ControlPilot:
                OnControlPilotExpired(turn);
                break;
            case SeccTimer.Contactor:
                OnContactorExpired(turn);
                break;
            case SeccTimer.StopGrace:
                turn.Abort(TerminationReason.StopIgnored);
                break;
            case SeccTimer.Close:
                turn.CloseLink();
                break;
        }
    }

    private static void OnPerformanceExpired(SeccTurn turn)
    {
        switch (turn.State.Pending)
        {
            case SeccPending.AuthorizationCheck check:
                turn.State = turn.State with { AuthorizationInCheck = check.Raw };
                KeepChecking(turn);
                break;
            case SeccPending.TariffSignature { Schedules: var schedules }:
                AgreeParameters(turn, Schedules.WithoutTariffs(schedules), null);
                break;
            case SeccPending.Provisioning { Kind: var kind }:
                turn.Refuse(kind, ResponseCodeType.FAILED_NoCertificateAvailable, TerminationReason.Refused);
                break;
            case SeccPending.PowerOn or SeccPending.PowerOff:
                turn.Refuse(turn.State.Pending.Kind, ContactorFailure(turn.State.Pending.Kind), TerminationReason.ContactorFault);
                break;
            case { Kind: var kind }:
                turn.Refuse(kind, ResponseCodeType.FAILED, TerminationReason.Refused);
                break;
        }
    }

    private static void OnControlPilotExpired(SeccTurn turn)
    {
        switch (turn.State)
        {
            case { Pending: SeccPending.PowerOff }:
                OpenForAnswer(turn);
                break;
            case { Pending: SeccPending.PowerOn }:
                turn.Refuse(MessageKind.PowerDelivery, ResponseCodeType.FAILED_PowerDeliveryNotApplied, TerminationReason.ControlPilotFault);
                break;
            case { CableCheck: CableCheckProgress.WaitingForVehicle }:
                turn.Cancel(SeccTimer.CableCheck);
                turn.State = turn.State with { CableCheck = CableCheckProgress.Failed };
                break;
        }
    }

    private static void OnContactorExpired(SeccTurn turn)
    {
        if (turn.State is { ContactorCommanded: false, ContactorClosed: false })
        {
            // No report came, but the last one said open: it never closed.
            ContinuePowerOff(turn);
            turn.FinishClosing();
            return;
        }

        turn.Report(SeccEvent.ContactorFault);
        switch (turn.State)
        {
            case { Phase: SeccPhase.Closing }:
                // It will not open. The session ends all the same, and says why.
                turn.State = turn.State with { Ending = TerminationReason.ContactorFault };
                turn.CloseLink();
                if (turn.State.Phase is not SeccPhase.Terminated)
                {
                    turn.Terminate();
                }

                break;
            case { Pending: { Kind: var kind } and (SeccPending.PowerOn or SeccPending.PowerOff) }:
                turn.Refuse(kind, ContactorFailure(kind), TerminationReason.ContactorFault); // [V2G2-865]
                break;
            default:
                turn.State = turn.State with { Fault = true, StopRequested = true, StopReason = TerminationReason.ContactorFault };
                break;
        }
    }

    private static ResponseCodeType ContactorFailure(MessageKind kind) =>
        kind is MessageKind.PowerDelivery ? ResponseCodeType.FAILED_ContactorError : ResponseCodeType.FAILED;
}
