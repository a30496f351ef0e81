using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Evcc;

/// <content>The charging loop, its receipts and the end of the session.</content>
public static partial class EvccMachine
{
    // IEC 61851-23: below this the cable counts as free of voltage.
    private const decimal SafeVoltageV = 60;

    private static void ContinueLoop(EvccTurn turn)
    {
        var state = turn.State;
        if (!state.IsDc)
        {
            turn.Request(EvccPhase.ChargingStatus, MessageKind.ChargingStatus, new ChargingStatusReq());
            return;
        }

        turn.Request(EvccPhase.CurrentDemand, MessageKind.CurrentDemand, new CurrentDemandReq
        {
            DC_EVStatus = VehicleStatus(state),
            EVTargetCurrent = PhysicalValues.Amperes(state.StopRequested ? 0 : state.Battery.TargetCurrentA),
            EVMaximumVoltageLimit = PhysicalValues.Volts(state.Options.Dc!.MaxVoltageV),
            EVMaximumCurrentLimit = PhysicalValues.Amperes(state.Options.Dc.MaxCurrentA),
            EVMaximumPowerLimit = PhysicalValues.Watts(state.Options.Dc.MaxPowerW),
            BulkChargingComplete = state.Battery.BulkChargingComplete,
            ChargingComplete = state.Battery.ChargingComplete,
            EVTargetVoltage = PhysicalValues.Volts(state.Battery.TargetVoltageV),
        });
    }

    private static void OnChargingStatus(EvccTurn turn, ChargingStatusRes response)
    {
        NoteNotification(turn, response.AC_EVSEStatus);
        NoteAcLimit(turn, response.EVSEMaxCurrent);
        if (response.AC_EVSEStatus.RCD)
        {
            NoteStop(turn, TerminationReason.DeviceFault);
        }

        AfterRound(turn, response.MeterInfo, response.ReceiptRequired);
    }

    private static void OnCurrentDemand(EvccTurn turn, CurrentDemandRes response)
    {
        turn.State = turn.State with
        {
            PresentVoltageV = response.EVSEPresentVoltage.ToDecimal(),
            PresentCurrentA = response.EVSEPresentCurrent.ToDecimal(),
        };
        NoteNotification(turn, response.DC_EVSEStatus);
        AfterRound(turn, response.MeterInfo, response.ReceiptRequired);
    }

    // A receipt that is due comes first, even when the session is about to end: the charger accepts nothing else.
    private static void AfterRound(EvccTurn turn, MeterInfoType? meter, bool? receiptRequired)
    {
        turn.State = turn.State with { MeterInfo = meter ?? turn.State.MeterInfo };
        if (receiptRequired is true && meter is not null && turn.State.PaymentOption is PaymentOptionType.Contract)
        {
            Sign(turn, EvccPhase.MeteringReceipt, SignaturePurpose.MeteringReceipt, new MeteringReceiptReq
            {
                Id = SignedId,
                SessionID = turn.State.SessionID,
                SAScheduleTupleID = turn.State.Schedule!.SAScheduleTupleID,
                MeterInfo = meter,
            });
            return;
        }

        GoOnDelivering(turn);
    }

    private static void OnMeteringReceipt(EvccTurn turn, MeteringReceiptRes response)
    {
        NoteNotification(turn, response.EVSEStatus);
        turn.State = turn.State with { Draft = null, DraftSignature = null };
        GoOnDelivering(turn);
    }

    private static void GoOnDelivering(EvccTurn turn)
    {
        if (turn.State.Battery.ChargingComplete)
        {
            NoteStop(turn, TerminationReason.Completed);
        }

        if (EndIfAsked(turn))
        {
            return;
        }

        if (turn.State.RenegotiationRequested)
        {
            turn.State = turn.State with { RenegotiationRequested = false };
            turn.Report(EvccEvent.Renegotiating);
            turn.Request(EvccPhase.Renegotiation, MessageKind.PowerDelivery, PowerDelivery(turn.State, ChargeProgressType.Renegotiate));
            return;
        }

        turn.Do(turn.State.IsDc ? EvccPhase.CurrentDemand : EvccPhase.ChargingStatus, EvccActivity.None);
        turn.Pace(turn.State.IsDc ? turn.Timings.EvccCurrentDemand : turn.Timings.EvccChargingStatus);
    }

    private static void OnWeldingDetection(EvccTurn turn, WeldingDetectionRes response)
    {
        turn.State = turn.State with { PresentVoltageV = response.EVSEPresentVoltage.ToDecimal() };
        if (turn.State.PresentVoltageV < SafeVoltageV)
        {
            StopSession(turn);
        }
        else if (turn.State.WeldingChecks < turn.State.Options.MaxWeldingChecks)
        {
            turn.Pace(turn.Timings.EvccPoll);
        }
        else
        {
            turn.Report(EvccEvent.ContactorFault);
            turn.State = turn.State with { StopRequested = true, StopReason = TerminationReason.ContactorFault };
            StopSession(turn);
        }
    }

    private static void StopSession(EvccTurn turn)
    {
        turn.PowerOff();
        var state = turn.State;
        var pauses = state is { PauseRequested: true, HasDelivered: true, PaymentOption: not null, EnergyTransferMode: not null };
        if (pauses)
        {
            turn.State = state with
            {
                NewlyPaused = new()
                {
                    SessionID = state.SessionID,
                    EVCCID = state.Options.EVCCID,
                    PaymentOption = state.PaymentOption!.Value,
                    EnergyTransferMode = state.EnergyTransferMode!.Value,
                },
            };
        }

        turn.Request(
            EvccPhase.SessionStop,
            MessageKind.SessionStop,
            new SessionStopReq { ChargingSession = pauses ? ChargingSessionType.Pause : ChargingSessionType.Terminate });
    }

    private static void OnSessionStop(EvccTurn turn) =>
        turn.Abort(turn.State.NewlyPaused is not null ? TerminationReason.Paused : turn.State.StopReason);
}
