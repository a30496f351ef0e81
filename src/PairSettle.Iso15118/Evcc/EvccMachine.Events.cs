using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Evcc;

/// <content>What happens beside the messages: devices, user, settlement, timers, the connection; and how a session ends.</content>
public static partial class EvccMachine
{
    private static void OnLinkLost(EvccTurn turn)
    {
        turn.State = turn.State with { LinkClosed = true };
        if (turn.State.Phase is not EvccPhase.Closing)
        {
            turn.Abort(TerminationReason.LinkLost);
        }
    }

    private static void OnUndecodable(EvccTurn turn)
    {
        if (turn.State.Phase is EvccPhase.Closing)
        {
            turn.Report(EvccEvent.InputIgnored);
            return;
        }

        turn.Abort(TerminationReason.Undecodable);
    }

    private static void OnSettlement(EvccTurn turn, bool ready)
    {
        turn.State = turn.State with { Settlement = ready ? Decision.Granted : Decision.Refused };
        if (turn.State.Activity is EvccActivity.WaitingForSettlement)
        {
            GoForPower(turn);
        }
        else if (!ready && turn.State.PairingSelected)
        {
            RequestStop(turn, TerminationReason.PowerNotPermitted);
        }
    }

    /// <summary>Ends the session in good order, now if the vehicle is not in the middle of something, otherwise with the next turn.</summary>
    private static void RequestStop(EvccTurn turn, TerminationReason reason)
    {
        if (turn.State.Phase is EvccPhase.Closing)
        {
            return;
        }

        NoteStop(turn, reason);
        switch (turn.State)
        {
            case { Phase: EvccPhase.Idle }:
                turn.Abort(reason);
                break;
            case { Activity: EvccActivity.Pacing or EvccActivity.WaitingForSettlement }:
            case { Activity: EvccActivity.WaitingForContactor, Phase: EvccPhase.PowerOn }:
                EndIfAsked(turn);
                break;
        }
    }

    private static void NoteStop(EvccTurn turn, TerminationReason reason)
    {
        if (!turn.State.StopRequested)
        {
            turn.State = turn.State with { StopRequested = true, StopReason = reason };
        }
    }

    /// <summary>What the charger says beside its answer.</summary>
    private static void NoteNotification(EvccTurn turn, EVSEStatusType? status)
    {
        var shutsDown = status is DC_EVSEStatusType
        {
            EVSEStatusCode: DC_EVSEStatusCodeType.EVSE_Shutdown or DC_EVSEStatusCodeType.EVSE_EmergencyShutdown
                or DC_EVSEStatusCodeType.EVSE_UtilityInterruptEvent or DC_EVSEStatusCodeType.EVSE_Malfunction,
        };
        if (status is DC_EVSEStatusType { EVSEStatusCode: DC_EVSEStatusCodeType.EVSE_EmergencyShutdown })
        {
            turn.OpenContactor();
        }

        if (shutsDown || status?.EVSENotification is EVSENotificationType.StopCharging)
        {
            if (!turn.State.StopRequested)
            {
                turn.Report(EvccEvent.StopNotified);
            }

            NoteStop(turn, TerminationReason.Completed);
        }
        else if (status?.EVSENotification is EVSENotificationType.ReNegotiation && turn.State.IsDelivering)
        {
            turn.State = turn.State with { RenegotiationRequested = true };
        }
    }

    /// <summary>Begins the end where one was asked for: PowerDelivery(Stop) while energy flows, SessionStop otherwise.</summary>
    private static bool EndIfAsked(EvccTurn turn)
    {
        if (!turn.State.StopRequested)
        {
            return false;
        }

        turn.Cancel(EvccTimer.Ongoing);
        turn.Cancel(EvccTimer.CableCheck);
        turn.Cancel(EvccTimer.PreCharge);
        switch (turn.State)
        {
            case { Phase: EvccPhase.PowerOff or EvccPhase.WeldingDetection or EvccPhase.SessionStop }:
                return false;
            case { IsDelivering: true }:
                turn.Request(EvccPhase.PowerOff, MessageKind.PowerDelivery, PowerDelivery(turn.State, ChargeProgressType.Stop));
                if (!turn.State.IsDc)
                {
                    turn.ShowNotReady(); // Within 250 ms after the request ([V2G2-848]).
                }

                return true;
            default:
                StopSession(turn);
                return true;
        }
    }

    /// <summary>Ends the session in good order because of something that the vehicle found out itself.</summary>
    private static void EndWith(EvccTurn turn, TerminationReason reason)
    {
        NoteStop(turn, reason);
        EndIfAsked(turn);
    }

    private static void OnPilotLost(EvccTurn turn)
    {
        if (turn.State.Phase is not (EvccPhase.Idle or EvccPhase.Closing))
        {
            turn.Abort(TerminationReason.ControlPilotFault);
        }
    }

    /// <summary>The vehicle must not take power any more: its contactor opens now, and the session ends with the next request.</summary>
    private static void OnFault(EvccTurn turn, TerminationReason reason)
    {
        if (turn.State.Phase is EvccPhase.Closing)
        {
            return;
        }

        turn.OpenContactor();
        turn.ShowNotReady();
        RequestStop(turn, reason);
    }

    private static void OnContactorReported(EvccTurn turn, bool closed)
    {
        turn.State = turn.State with { ContactorClosed = closed };
        if (closed == turn.State.ContactorCommanded)
        {
            turn.Cancel(EvccTimer.Contactor);
        }

        if (turn.State.Phase is EvccPhase.Closing)
        {
            turn.OpenContactor();
            turn.FinishClosing();
        }
        else if (turn.State.Activity is EvccActivity.WaitingForContactor)
        {
            ContinueWithContactor(turn);
        }
        else if (!closed && turn.State is { ContactorCommanded: true, IsDelivering: true })
        {
            turn.Report(EvccEvent.ContactorFault);
            OnFault(turn, TerminationReason.ContactorFault);
        }
    }

    private static void OnTimerExpired(EvccTurn turn, EvccTimer timer)
    {
        if (!turn.State.Timers.Contains(timer))
        {
            turn.Report(EvccEvent.InputIgnored);
            return;
        }

        turn.State = turn.State with { Timers = turn.State.Timers.Without(timer) };
        switch (timer)
        {
            case EvccTimer.CommunicationSetup:
                turn.Abort(TerminationReason.SetupTimeout);
                break;
            case EvccTimer.Message:
                turn.Abort(TerminationReason.MessageTimeout);
                break;
            case EvccTimer.Sequence:
                OnSequenceExpired(turn);
                break;
            case EvccTimer.Ongoing or EvccTimer.CableCheck or EvccTimer.PreCharge:
                turn.Abort(TerminationReason.OngoingTimeout);
                break;
            case EvccTimer.Pace:
                OnPaceExpired(turn);
                break;
            case EvccTimer.Contactor:
                OnContactorExpired(turn);
                break;
        }
    }

    private static void OnSequenceExpired(EvccTurn turn)
    {
        if (turn.State.Activity is EvccActivity.WaitingForSettlement)
        {
            // There is still time to say so: the charger waits V2G_SECC_Sequence_Timeout.
            EndWith(turn, TerminationReason.PowerNotPermitted);
        }
        else
        {
            turn.Abort(TerminationReason.SequenceTimeout);
        }
    }

    private static void OnPaceExpired(EvccTurn turn)
    {
        turn.Do(EvccActivity.None);
        switch (turn.State.Phase)
        {
            case EvccPhase.Authorization:
                RepeatAuthorization(turn);
                break;
            case EvccPhase.ChargeParameterDiscovery:
                DiscoverParameters(turn);
                break;
            case EvccPhase.CableCheck:
                CheckCable(turn);
                break;
            case EvccPhase.PreCharge:
                PreCharge(turn);
                break;
            case EvccPhase.WeldingDetection:
                DetectWelding(turn);
                break;
            default:
                ContinueLoop(turn);
                break;
        }
    }

    private static void OnContactorExpired(EvccTurn turn)
    {
        if (turn.State is { ContactorCommanded: false, ContactorClosed: false })
        {
            // No report came, but the last one said open: it never closed.
            ContinueWithContactor(turn);
            turn.FinishClosing();
            return;
        }

        turn.Report(EvccEvent.ContactorFault);
        NoteStop(turn, TerminationReason.ContactorFault);
        switch (turn.State)
        {
            case { Phase: EvccPhase.Closing }:
                turn.State = turn.State with { Ending = TerminationReason.ContactorFault };
                turn.Terminate();
                break;
            case { Activity: EvccActivity.WaitingForContactor, Phase: EvccPhase.PowerOff or EvccPhase.Renegotiation }:
                // It will not open. The charger has switched off; welding detection would only confirm it.
                turn.Do(EvccPhase.PowerOff, EvccActivity.None);
                StopSession(turn);
                break;
            case { Activity: EvccActivity.WaitingForContactor }:
                EndIfAsked(turn);
                break;
        }
    }
}
