using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Secc;

/// <content>Charge parameters and schedules.</content>
public static partial class SeccMachine
{
    private static void OnChargeParameterDiscovery(SeccTurn turn, ChargeParameterDiscoveryReq request, DateTimeOffset at)
    {
        var code = JudgeParameters(turn.State, request);
        if (code.IsFailure())
        {
            turn.Refuse(MessageKind.ChargeParameterDiscovery, code, TerminationReason.Refused);
            return;
        }

        turn.State = turn.State with { EnergyTransferMode = request.RequestedEnergyTransferMode, SchedulesFrom = at };
        var state = turn.State;
        if (state.StopRequested)
        {
            turn.Refuse(MessageKind.ChargeParameterDiscovery, ResponseCodeType.FAILED, state.StopReason);
        }
        else if (state.OngoingExpired)
        {
            turn.Refuse(
                MessageKind.ChargeParameterDiscovery,
                ResponseCodeType.FAILED,
                state.MayEnergise ? TerminationReason.OngoingTimeout : TerminationReason.PowerNotPermitted);
        }
        else if (state.Schedules is { } schedules && state.MayEnergise)
        {
            // No more entries than the vehicle can hold; zero would mean that it can hold none.
            OfferSchedules(turn, request.MaxEntriesSAScheduleTuple is { } most and > 0 ? Schedules.Fit(schedules, most) : schedules);
        }
        else
        {
            KeepWaiting(turn, request);
        }
    }

    // This is where a session waits for the pair settlement after Plug & Charge authorisation: nothing is energised
    // yet, and Ongoing keeps the vehicle's timers quiet for V2G_EVCC_Ongoing_Timeout.
    private static void KeepWaiting(SeccTurn turn, ChargeParameterDiscoveryReq request)
    {
        if (turn.State is { Schedules: null, SchedulesRequested: false })
        {
            turn.State = turn.State with { SchedulesRequested = true };
            turn.Emit(new SeccOutput.RequestSchedules(request));
        }

        turn.ArmOnce(SeccTimer.Ongoing, turn.Timings.SeccOngoing);
        turn.Respond(
            SeccResponses.Parameters(turn.State, ResponseCodeType.OK, EVSEProcessingType.Ongoing, null), SeccPhase.ChargeParameterDiscovery);
    }

    private static void OfferSchedules(SeccTurn turn, SAScheduleListType schedules)
    {
        ExiList<SalesTariffType> tariffs = [.. Schedules.SignableTariffs(schedules)];
        if (turn.State.PaymentOption is PaymentOptionType.Contract && !tariffs.IsEmpty)
        {
            turn.Await(new SeccPending.TariffSignature(schedules));
            turn.Emit(new SeccOutput.SignTariffs(tariffs));
        }
        else
        {
            AgreeParameters(turn, schedules, null);
        }
    }

    private static void OnTariffsSigned(SeccTurn turn, SignatureType? signature)
    {
        if (turn.State.Pending is not SeccPending.TariffSignature { Schedules: var schedules })
        {
            turn.Report(SeccEvent.InputIgnored);
            return;
        }

        AgreeParameters(turn, signature is null ? Schedules.WithoutTariffs(schedules) : schedules, signature);
    }

    private static void AgreeParameters(SeccTurn turn, SAScheduleListType schedules, SignatureType? signature)
    {
        StopWaiting(turn);
        turn.State = turn.State with { Schedules = schedules, SchedulesRequested = false, CableCheck = CableCheckProgress.NotStarted };
        var response = SeccResponses.Parameters(turn.State, ResponseCodeType.OK, EVSEProcessingType.Finished, schedules);
        turn.Report(SeccEvent.ParametersAgreed);
        turn.Respond(
            response,
            turn.State.IsDc ? SeccPhase.CableCheck : SeccPhase.PowerDelivery,
            signature,
            signature is null ? null : EvidenceKind.SalesTariff);
    }

    private static ResponseCodeType JudgeParameters(SeccState state, ChargeParameterDiscoveryReq request)
    {
        var mode = request.RequestedEnergyTransferMode;
        if (!SeccOffers.EnergyTransferModes(state).Contains(mode) || (state.EnergyTransferMode is { } agreed && agreed != mode))
        {
            return ResponseCodeType.FAILED_WrongEnergyTransferMode;
        }

        var fits = request.EVChargeParameter switch
        {
            AC_EVChargeParameterType ac => !mode.IsDc() && Fits(ac),
            DC_EVChargeParameterType dc => mode.IsDc() && Fits(dc, state.Options.Dc!),
            _ => false,
        };
        return fits ? ResponseCodeType.OK : ResponseCodeType.FAILED_WrongChargeParameter;
    }

    private static bool Fits(AC_EVChargeParameterType ac) =>
        ac.EAmount.In(UnitSymbolType.Wh) >= 0
        && ac.EVMaxVoltage.In(UnitSymbolType.V) > 0
        && ac.EVMinCurrent.In(UnitSymbolType.A) is >= 0 and var least
        && ac.EVMaxCurrent.In(UnitSymbolType.A) >= least;

    private static bool Fits(DC_EVChargeParameterType dc, DcSupply supply) =>
        dc.EVMaximumVoltageLimit.In(UnitSymbolType.V) is { } volts && volts >= supply.MinVoltageV
        && dc.EVMaximumCurrentLimit.In(UnitSymbolType.A) is { } amperes && amperes > 0 && amperes >= supply.MinCurrentA
        && (dc.EVMaximumPowerLimit is not { } power || power.In(UnitSymbolType.W) >= 0);
}
