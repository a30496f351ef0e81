using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Pairing;
using PairSettle.Iso15118.Session;
using ResponseCodeType = PairSettle.Iso15118.Iso2.ResponseCodeType;

namespace PairSettle.Iso15118.Secc;

/// <content>From the connection to the choice of services.</content>
public static partial class SeccMachine
{
    private static void OnLinkUp(SeccTurn turn, SeccInput.LinkUp up)
    {
        if (turn.State.Phase is not SeccPhase.Idle)
        {
            turn.Report(SeccEvent.InputIgnored);
            return;
        }

        turn.State = turn.State with { Phase = SeccPhase.AppProtocol, IsTls = up.IsTls };
        turn.Arm(SeccTimer.CommunicationSetup, turn.Timings.SeccCommunicationSetup);
    }

    private static void OnAppProtocol(SeccTurn turn, SupportedAppProtocolReq request)
    {
        if (turn.State.Phase is SeccPhase.Idle or SeccPhase.Closing)
        {
            turn.Report(SeccEvent.InputIgnored);
            return;
        }

        turn.Cancel(SeccTimer.Sequence);
        if (turn.State.Phase is not SeccPhase.AppProtocol)
        {
            NoNegotiation(turn, TerminationReason.SequenceError);
            return;
        }

        if (PairMarker.IsIn(request))
        {
            turn.State = turn.State with { VehicleCanPair = true };
            turn.Report(SeccEvent.VehicleCanPair);
        }

        if (Choose(request.AppProtocol) is not { } chosen)
        {
            NoNegotiation(turn, TerminationReason.NoCommonProtocol);
            return;
        }

        turn.State = turn.State with { Phase = SeccPhase.SessionSetup };
        turn.Emit(new SeccOutput.SendAppProtocol(new()
        {
            ResponseCode = chosen.VersionNumberMinor == Iso2Protocol.Minor
                ? AppProtocol.ResponseCodeType.OK_SuccessfulNegotiation
                : AppProtocol.ResponseCodeType.OK_SuccessfulNegotiationWithMinorDeviation,
            SchemaID = chosen.SchemaID,
        }));
        turn.Report(SeccEvent.ProtocolChosen);
        turn.Arm(SeccTimer.Sequence, turn.Timings.SeccSequence);
    }

    // The vehicle's priority decides, 1 before 20, never the order of the list; namespaces that we do not know are
    // skipped, the marker among them, because real vehicles list private ones first ([V2G2-167]).
    private static AppProtocolType? Choose(ExiList<AppProtocolType> offers)
    {
        AppProtocolType? best = null;
        foreach (var offer in offers)
        {
            if (offer.ProtocolNamespace == Iso2Protocol.Namespace && offer.VersionNumberMajor == Iso2Protocol.Major
                && (best is null || offer.Priority < best.Priority))
            {
                best = offer;
            }
        }

        return best;
    }

    private static void NoNegotiation(SeccTurn turn, TerminationReason reason)
    {
        turn.PowerOff();
        turn.Report(SeccEvent.RequestRefused);
        turn.Emit(new SeccOutput.SendAppProtocol(new() { ResponseCode = AppProtocol.ResponseCodeType.Failed_NoNegotiation }));
        turn.Close(reason);
    }

    private static void OnSessionSetup(SeccTurn turn, SessionSetupReq request, SeccInput.Received received)
    {
        var requested = received.Message.Header.SessionID;
        turn.State = turn.State with { EVCCID = request.EVCCID };
        if (turn.State.Paused is { } paused && !SessionId.IsNone(requested)
            && requested == paused.SessionID && request.EVCCID == paused.EVCCID)
        {
            turn.State = turn.State with { SessionID = requested, Joined = true };
            EstablishSession(turn, ResponseCodeType.OK_OldSessionJoined, received.At);
            return;
        }

        turn.Await(new SeccPending.NewSession(requested, received.At));
        turn.Emit(new SeccOutput.DrawRandom(RandomPurpose.SessionId, SessionId.Length));
    }

    private static void OnSessionIdDrawn(SeccTurn turn, SeccPending.NewSession pending, ExiBytes octets)
    {
        var isUsable = octets.Length == SessionId.Length && !SessionId.IsNone(octets)
            && octets != pending.RequestedID && octets != turn.State.Paused?.SessionID;
        if (!isUsable)
        {
            // A source that never gives a usable identifier ends with the performance time.
            turn.Emit(new SeccOutput.DrawRandom(RandomPurpose.SessionId, SessionId.Length));
            return;
        }

        turn.State = turn.State with { SessionID = octets };
        EstablishSession(turn, ResponseCodeType.OK_NewSessionEstablished, pending.At);
    }

    private static void EstablishSession(SeccTurn turn, ResponseCodeType code, DateTimeOffset at)
    {
        turn.Cancel(SeccTimer.CommunicationSetup);
        turn.Report(turn.State.Joined ? SeccEvent.SessionJoined : SeccEvent.SessionEstablished);
        turn.Respond(
            new SessionSetupRes { ResponseCode = code, EVSEID = turn.State.Options.EVSEID, EVSETimeStamp = at.ToUnixTimeSeconds() },
            SeccPhase.ServiceDiscovery);
    }

    private static void OnServiceDiscovery(SeccTurn turn, ServiceDiscoveryReq request)
    {
        if (SeccOffers.PaymentOptions(turn.State).IsEmpty)
        {
            // Nothing but contracts, and no TLS: there is no way to pay.
            turn.Refuse(MessageKind.ServiceDiscovery, ResponseCodeType.FAILED, TerminationReason.NoCommonService);
            return;
        }

        ExiList<ServiceType> services =
        [
            .. SeccOffers.Services(turn.State).Select(offered => offered.Service).Where(service =>
                (request.ServiceCategory is not { } category || service.ServiceCategory == category)
                && (request.ServiceScope is not { } scope || service.ServiceScope == scope)),
        ];
        turn.Respond(
            SeccResponses.ServiceDiscovery(turn.State, ResponseCodeType.OK, services.IsEmpty ? null : new() { Service = services }),
            SeccPhase.ServiceSelection);
    }

    private static void OnServiceDetail(SeccTurn turn, ServiceDetailReq request)
    {
        var offered = SeccOffers.FindService(turn.State, request.ServiceID);
        if (offered is null && request.ServiceID != SeccOptions.ChargeServiceID)
        {
            turn.Refuse(MessageKind.ServiceDetail, ResponseCodeType.FAILED_ServiceIDInvalid, TerminationReason.Refused); // [V2G2-464]
            return;
        }

        turn.Respond(
            new ServiceDetailRes { ResponseCode = ResponseCodeType.OK, ServiceID = request.ServiceID, ServiceParameterList = offered?.Parameters },
            SeccPhase.ServiceSelection);
    }

    private static void OnPaymentServiceSelection(SeccTurn turn, PaymentServiceSelectionReq request)
    {
        var code = JudgeSelection(turn.State, request);
        if (code.IsFailure())
        {
            turn.Refuse(MessageKind.PaymentServiceSelection, code, TerminationReason.Refused);
            return;
        }

        turn.State = turn.State with { PaymentOption = request.SelectedPaymentOption };
        if (PairService.IsSelected(request.SelectedServiceList))
        {
            turn.State = turn.State with { PairingSelected = true };
            turn.Report(SeccEvent.PairingSelected);
        }

        turn.Respond(
            new PaymentServiceSelectionRes { ResponseCode = code },
            request.SelectedPaymentOption is PaymentOptionType.Contract ? SeccPhase.CertificateOrPaymentDetails : SeccPhase.Authorization);
    }

    private static ResponseCodeType JudgeSelection(SeccState state, PaymentServiceSelectionReq request)
    {
        if (!SeccOffers.PaymentOptions(state).Contains(request.SelectedPaymentOption))
        {
            return ResponseCodeType.FAILED_PaymentSelectionInvalid;
        }

        var selected = request.SelectedServiceList.SelectedService;
        foreach (var service in selected)
        {
            if (service.ServiceID != SeccOptions.ChargeServiceID
                && (SeccOffers.FindService(state, service.ServiceID) is not { } offered || !OffersSet(offered, service.ParameterSetID)))
            {
                return ResponseCodeType.FAILED_ServiceSelectionInvalid;
            }
        }

        return selected.Any(service => service.ServiceID == SeccOptions.ChargeServiceID)
            ? ResponseCodeType.OK
            : ResponseCodeType.FAILED_NoChargeServiceSelected;
    }

    private static bool OffersSet(OfferedService offered, short? parameterSetID) =>
        offered.Parameters is not { } parameters
            ? parameterSetID is null
            : parameters.ParameterSet.Any(set => set.ParameterSetID == parameterSetID);
}
