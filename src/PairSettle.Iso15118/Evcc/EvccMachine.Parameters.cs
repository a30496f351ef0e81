using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Evcc;

/// <content>Charge parameters, schedules, and the gate in front of power.</content>
public static partial class EvccMachine
{
    private static void DiscoverParameters(EvccTurn turn)
    {
        var state = turn.State;
        turn.Request(EvccPhase.ChargeParameterDiscovery, MessageKind.ChargeParameterDiscovery, new ChargeParameterDiscoveryReq
        {
            RequestedEnergyTransferMode = state.EnergyTransferMode!.Value,
            EVChargeParameter = state.IsDc ? DcParameter(state, state.Options.Dc!) : AcParameter(state.Options, state.Options.Ac!),
        });
    }

    private static AC_EVChargeParameterType AcParameter(EvccOptions options, AcVehicle ac) => new()
    {
        DepartureTime = options.DepartureTime,
        EAmount = PhysicalValues.WattHours(ac.EnergyRequestWh),
        EVMaxVoltage = PhysicalValues.Volts(ac.MaxVoltageV),
        EVMaxCurrent = PhysicalValues.Amperes(ac.MaxCurrentA),
        EVMinCurrent = PhysicalValues.Amperes(ac.MinCurrentA),
    };

    private static DC_EVChargeParameterType DcParameter(EvccState state, DcVehicle dc) => new()
    {
        DepartureTime = state.Options.DepartureTime,
        DC_EVStatus = VehicleStatus(state),
        EVMaximumCurrentLimit = PhysicalValues.Amperes(dc.MaxCurrentA),
        EVMaximumPowerLimit = PhysicalValues.Watts(dc.MaxPowerW),
        EVMaximumVoltageLimit = PhysicalValues.Volts(dc.MaxVoltageV),
        EVEnergyCapacity = dc.EnergyCapacityWh is { } capacity ? PhysicalValues.WattHours(capacity) : null,
        EVEnergyRequest = dc.EnergyRequestWh is { } request ? PhysicalValues.WattHours(request) : null,
    };

    private static DC_EVStatusType VehicleStatus(EvccState state) => new()
    {
        EVReady = state.Battery.Ready,
        EVErrorCode = state.Battery.Error,
        EVRESSSOC = state.Battery.StateOfChargePercent,
    };

    private static void OnChargeParameterDiscovery(EvccTurn turn, ChargeParameterDiscoveryRes response, EvccInput.Received received)
    {
        NoteNotification(turn, StatusOf(response.EVSEChargeParameter));
        if (EndIfAsked(turn))
        {
            return;
        }

        if (response.EVSEProcessing is not EVSEProcessingType.Finished)
        {
            turn.ArmOnce(EvccTimer.Ongoing, turn.Timings.EvccOngoing);
            turn.Pace(turn.Timings.EvccPoll);
            return;
        }

        turn.Cancel(EvccTimer.Ongoing);
        NoteAcLimit(turn, (response.EVSEChargeParameter as AC_EVSEChargeParameterType)?.EVSEMaxCurrent);
        if (response.SASchedules is not SAScheduleListType { SAScheduleTuple.IsEmpty: false } schedules)
        {
            turn.Abort(TerminationReason.Refused);
            return;
        }

        var isSigned = turn.State.PaymentOption is PaymentOptionType.Contract && received.Message.Header.Signature is not null
            && Schedules.SignableTariffs(schedules).Any();
        if (isSigned)
        {
            turn.State = turn.State with { SchedulesInCheck = schedules, SchedulesRaw = received.Raw };
            turn.Do(EvccActivity.Verifying);
            turn.Emit(new EvccOutput.VerifySignature(new(SignaturePurpose.SalesTariff, received.Message, received.Raw, null)));
        }
        else
        {
            AgreeParameters(turn, schedules, tariffTrusted: false);
        }
    }

    private static void NoteAcLimit(EvccTurn turn, PhysicalValueType? maxCurrent)
    {
        if (maxCurrent?.In(UnitSymbolType.A) is { } amperes && amperes != turn.State.AcLimitA)
        {
            turn.State = turn.State with { AcLimitA = amperes };
            turn.Emit(new EvccOutput.LimitAcCurrent(amperes));
        }
    }

    private static EVSEStatusType? StatusOf(EVSEChargeParameterType parameter) => parameter switch
    {
        AC_EVSEChargeParameterType ac => ac.AC_EVSEStatus,
        DC_EVSEChargeParameterType dc => dc.DC_EVSEStatus,
        _ => null,
    };

    private static void OnSignatureVerified(EvccTurn turn, EvccInput.SignatureVerified verified)
    {
        if (turn.State is not { Activity: EvccActivity.Verifying, SchedulesInCheck: { } schedules }
            || verified.Purpose is not SignaturePurpose.SalesTariff)
        {
            turn.Report(EvccEvent.InputIgnored);
            return;
        }

        if (verified.Valid)
        {
            turn.Emit(new EvccOutput.EvidenceObserved(EvidenceKind.SalesTariff, turn.State.SchedulesRaw));
        }

        turn.State = turn.State with { SchedulesInCheck = null, SchedulesRaw = default };
        if (!EndIfAsked(turn))
        {
            AgreeParameters(turn, schedules, verified.Valid);
        }
    }

    private static void AgreeParameters(EvccTurn turn, SAScheduleListType schedules, bool tariffTrusted)
    {
        var schedule = schedules.SAScheduleTuple[0];
        if (schedule.SalesTariff is not null)
        {
            turn.Report(tariffTrusted ? EvccEvent.TariffTrusted : EvccEvent.TariffIgnored);
        }

        turn.State = turn.State with { Schedule = schedule, TariffTrusted = tariffTrusted };
        turn.Report(EvccEvent.ParametersAgreed);
        GoForPower(turn);
    }

    /// <summary>The gate of the pair settlement: nothing that energises comes before it (docs/concepts/pairing-in-band.md).</summary>
    private static void GoForPower(EvccTurn turn)
    {
        if (EndIfAsked(turn))
        {
            return;
        }

        var state = turn.State;
        if (state.PairingSelected && state.Settlement is Decision.Open)
        {
            turn.Do(EvccActivity.WaitingForSettlement);
        }
        else if (!state.MayEnergise)
        {
            EndWith(turn, TerminationReason.PowerNotPermitted);
        }
        else if (state.ContactorClosed)
        {
            turn.Report(EvccEvent.ContactorFault); // Closed without a command: welded.
            EndWith(turn, TerminationReason.ContactorFault);
        }
        else if (state.IsDc)
        {
            turn.ShowReady();
            turn.Arm(EvccTimer.CableCheck, turn.Timings.EvccCableCheck);
            CheckCable(turn);
        }
        else
        {
            AskForPower(turn);
        }
    }
}
