using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Evcc;

/// <content>Cable check, pre-charge and PowerDelivery.</content>
public static partial class EvccMachine
{
    // IEC 61851-23: how close the cable must be to the battery before the two are connected.
    private const decimal PreChargeToleranceV = 20;

    private static void CheckCable(EvccTurn turn) => turn.Request(
        EvccPhase.CableCheck, MessageKind.CableCheck, new CableCheckReq { DC_EVStatus = VehicleStatus(turn.State) });

    private static void OnCableCheck(EvccTurn turn, CableCheckRes response)
    {
        NoteNotification(turn, response.DC_EVSEStatus);
        if (EndIfAsked(turn))
        {
            return;
        }

        if (response.EVSEProcessing is not EVSEProcessingType.Finished)
        {
            turn.Pace(turn.Timings.EvccPoll);
            return;
        }

        turn.Cancel(EvccTimer.CableCheck);
        if (response.DC_EVSEStatus.EVSEIsolationStatus is IsolationLevelType.Fault or IsolationLevelType.Invalid)
        {
            EndWith(turn, TerminationReason.DeviceFault);
            return;
        }

        turn.Report(EvccEvent.CableCheckPassed);
        turn.Arm(EvccTimer.PreCharge, turn.Timings.EvccPreCharge);
        PreCharge(turn);
    }

    private static void PreCharge(EvccTurn turn) => turn.Request(EvccPhase.PreCharge, MessageKind.PreCharge, new PreChargeReq
    {
        DC_EVStatus = VehicleStatus(turn.State),
        EVTargetVoltage = PhysicalValues.Volts(turn.State.Battery.TargetVoltageV),
        EVTargetCurrent = PhysicalValues.Amperes(turn.State.Battery.TargetCurrentA),
    });

    private static void OnPreCharge(EvccTurn turn, PreChargeRes response)
    {
        NoteNotification(turn, response.DC_EVSEStatus);
        turn.State = turn.State with { PresentVoltageV = response.EVSEPresentVoltage.ToDecimal() };
        if (EndIfAsked(turn))
        {
            return;
        }

        var reached = response.EVSEPresentVoltage.In(UnitSymbolType.V) is { } volts
            && Math.Abs(volts - turn.State.Battery.TargetVoltageV) <= PreChargeToleranceV;
        if (!reached)
        {
            turn.Pace(turn.Timings.EvccCurrentDemand);
            return;
        }

        turn.Cancel(EvccTimer.PreCharge);
        turn.Report(EvccEvent.PreCharged);
        turn.State = turn.State with { ContactorCommanded = true };
        turn.Emit(new EvccOutput.CloseContactor());
        turn.Do(EvccPhase.PowerOn, EvccActivity.WaitingForContactor);
        turn.Arm(EvccTimer.Contactor, turn.Timings.Contactor);
    }

    private static void AskForPower(EvccTurn turn)
    {
        turn.Request(EvccPhase.PowerOn, MessageKind.PowerDelivery, PowerDelivery(turn.State, ChargeProgressType.Start));
        turn.ShowReady(); // AC: within 250 ms after the request ([V2G2-847]); DC shows it since the cable check.
    }

    private static PowerDeliveryReq PowerDelivery(EvccState state, ChargeProgressType progress)
    {
        var power = state.IsDc ? state.Options.Dc!.MaxPowerW : state.Options.Ac!.MaxPowerW;
        return new()
        {
            ChargeProgress = progress,
            SAScheduleTupleID = state.Schedule!.SAScheduleTupleID,
            ChargingProfile = progress is ChargeProgressType.Start ? Schedules.Follow(state.Schedule.PMaxSchedule, power) : null,
            EVPowerDeliveryParameter = state.IsDc
                ? new DC_EVPowerDeliveryParameterType
                {
                    DC_EVStatus = VehicleStatus(state),
                    BulkChargingComplete = state.Battery.BulkChargingComplete,
                    ChargingComplete = state.Battery.ChargingComplete,
                }
                : null,
        };
    }

    private static void OnPowerDelivery(EvccTurn turn, PowerDeliveryRes response)
    {
        NoteNotification(turn, response.EVSEStatus);
        switch (turn.State.Phase)
        {
            case EvccPhase.PowerOn:
                turn.State = turn.State with { IsDelivering = true, HasDelivered = true };
                turn.Report(EvccEvent.PowerOn);
                ContinueLoop(turn); // The charger accepts nothing else before the first round.
                break;
            case EvccPhase.Renegotiation when !turn.State.IsDc:
                // The contactor may stay closed, but from here on the charger accepts SessionStop and not PowerDelivery(Stop).
                turn.State = turn.State with { IsDelivering = false };
                DiscoverParameters(turn);
                break;
            default:
                Disconnect(turn);
                break;
        }
    }

    /// <summary>After Stop, or after Renegotiate with direct current: the contactor opens, and then the session goes on.</summary>
    private static void Disconnect(EvccTurn turn)
    {
        if (turn.State.Phase is EvccPhase.PowerOff)
        {
            turn.PowerOff();
        }
        else
        {
            turn.State = turn.State with { IsDelivering = false };
            turn.Report(EvccEvent.PowerOff);
            turn.OpenContactor();
        }

        turn.Do(EvccActivity.WaitingForContactor);
        ContinueWithContactor(turn);
    }

    /// <summary>Goes on as soon as the contactor is where it was told to be: its position is a level.</summary>
    private static void ContinueWithContactor(EvccTurn turn)
    {
        var state = turn.State;
        if (state.Activity is not EvccActivity.WaitingForContactor || state.ContactorClosed != state.ContactorCommanded
            || state.Timers.Contains(EvccTimer.Contactor))
        {
            return;
        }

        switch (state.Phase)
        {
            case EvccPhase.PowerOn:
                if (!EndIfAsked(turn))
                {
                    AskForPower(turn);
                }

                break;
            case EvccPhase.Renegotiation:
                if (!EndIfAsked(turn))
                {
                    DiscoverParameters(turn);
                }

                break;
            case EvccPhase.PowerOff when state.IsDc:
                turn.State = state with { WeldingChecks = 0 };
                DetectWelding(turn);
                break;
            default:
                StopSession(turn);
                break;
        }
    }

    private static void DetectWelding(EvccTurn turn)
    {
        turn.State = turn.State with { WeldingChecks = turn.State.WeldingChecks + 1 };
        turn.Request(
            EvccPhase.WeldingDetection, MessageKind.WeldingDetection, new WeldingDetectionReq { DC_EVStatus = VehicleStatus(turn.State) });
    }
}
