using System.Collections.Immutable;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Secc;

/// <summary>
/// The charger's side of ISO 15118-2: AC and DC, external payment and Plug &amp; Charge. A pure function: time, random
/// octets, signatures and devices are inputs and outputs. Every pair of phase and input has an answer.
/// </summary>
/// <remarks>
/// docs/concepts/iso2-machines.md prints the accepted requests and the timers of each phase;
/// docs/concepts/pairing-in-band.md says where the session waits for the pair settlement.
/// </remarks>
public static partial class SeccMachine
{
    /// <summary>The requests that a phase accepts; any other is answered FAILED_SequenceError ([V2G2-538]).</summary>
    /// <param name="phase">The phase.</param>
    /// <returns>The accepted requests.</returns>
    public static ImmutableArray<MessageKind> Accepted(SeccPhase phase) => phase switch
    {
        SeccPhase.AppProtocol => [MessageKind.SupportedAppProtocol],
        SeccPhase.SessionSetup => [MessageKind.SessionSetup],
        SeccPhase.ServiceDiscovery => [MessageKind.ServiceDiscovery, MessageKind.SessionStop],
        SeccPhase.ServiceSelection => [MessageKind.ServiceDetail, MessageKind.PaymentServiceSelection, MessageKind.SessionStop],
        SeccPhase.CertificateOrPaymentDetails =>
            [MessageKind.PaymentDetails, MessageKind.CertificateInstallation, MessageKind.CertificateUpdate, MessageKind.SessionStop],
        SeccPhase.PaymentDetails => [MessageKind.PaymentDetails, MessageKind.SessionStop],
        SeccPhase.Authorization => [MessageKind.Authorization, MessageKind.SessionStop],
        SeccPhase.ChargeParameterDiscovery => [MessageKind.ChargeParameterDiscovery, MessageKind.SessionStop],
        SeccPhase.CableCheck => [MessageKind.CableCheck, MessageKind.SessionStop],
        SeccPhase.PreCharge => [MessageKind.PreCharge, MessageKind.SessionStop],
        SeccPhase.PreChargeOrPowerDelivery => [MessageKind.PreCharge, MessageKind.PowerDelivery, MessageKind.SessionStop],
        SeccPhase.PowerDelivery => [MessageKind.PowerDelivery, MessageKind.SessionStop],
        SeccPhase.ChargingStatus => [MessageKind.ChargingStatus],
        SeccPhase.ChargingStatusOrPowerDelivery => [MessageKind.ChargingStatus, MessageKind.PowerDelivery],
        SeccPhase.CurrentDemand => [MessageKind.CurrentDemand],
        SeccPhase.CurrentDemandOrPowerDelivery => [MessageKind.CurrentDemand, MessageKind.PowerDelivery],
        SeccPhase.MeteringReceipt => [MessageKind.MeteringReceipt],
        SeccPhase.WeldingDetection => [MessageKind.WeldingDetection, MessageKind.SessionStop],
        SeccPhase.SessionStop => [MessageKind.SessionStop],
        _ => [],
    };

    /// <summary>One step.</summary>
    /// <param name="state">The state.</param>
    /// <param name="input">What happened.</param>
    /// <returns>The state afterwards, and what is to be done.</returns>
    /// <exception cref="InvalidOperationException">The state breaks an invariant: open the contactor and give up the session.</exception>
    public static SeccStep Step(SeccState state, SeccInput input)
    {
        SeccInvariants.Demand(state);
        var turn = new SeccTurn(state);
        if (state.Phase is not SeccPhase.Terminated)
        {
            Dispatch(turn, input);
            SeccInvariants.Demand(turn.State);
        }

        return turn.End();
    }

    private static void Dispatch(SeccTurn turn, SeccInput input)
    {
        switch (input)
        {
            case SeccInput.LinkUp up:
                OnLinkUp(turn, up);
                break;
            case SeccInput.LinkLost:
                OnLinkLost(turn);
                break;
            case SeccInput.AppProtocolReceived received:
                OnAppProtocol(turn, received.Request);
                break;
            case SeccInput.Received received:
                OnReceived(turn, received);
                break;
            case SeccInput.Undecodable:
                OnUndecodable(turn);
                break;
            case SeccInput.RandomDrawn drawn:
                OnRandomDrawn(turn, drawn);
                break;
            case SeccInput.ContractVerified verified:
                OnContractVerified(turn, verified.Verdict);
                break;
            case SeccInput.SignatureVerified verified:
                OnSignatureVerified(turn, verified);
                break;
            case SeccInput.TariffsSigned signed:
                OnTariffsSigned(turn, signed.Signature);
                break;
            case SeccInput.Provisioned provisioned:
                OnProvisioned(turn, provisioned.Result);
                break;
            case SeccInput.SchedulesProvided provided:
                turn.State = turn.State with { Schedules = provided.Schedules };
                break;
            case SeccInput.EimAuthorised:
                turn.State = turn.State with { ExternalPayment = Decision.Granted };
                break;
            case SeccInput.EimRejected:
                OnEimRejected(turn);
                break;
            case SeccInput.PowerPermission permission:
                OnPowerPermission(turn, permission.Granted);
                break;
            case SeccInput.StopRequested:
                RequestStop(turn, TerminationReason.StopRequested);
                break;
            case SeccInput.RenegotiationRequested:
                turn.State = turn.State with { RenegotiationRequested = turn.State.ContactorCommanded };
                break;
            case SeccInput.ContactorReported reported:
                OnContactorReported(turn, reported.Closed);
                break;
            case SeccInput.ControlPilotReported reported:
                OnControlPilotReported(turn, reported.State);
                break;
            case SeccInput.MeterRead read:
                turn.State = turn.State with { Meter = read.Reading };
                break;
            case SeccInput.CableChecked check:
                OnCableChecked(turn, check.Isolation);
                break;
            case SeccInput.DcMeasured measured:
                turn.State = turn.State with { DcSample = measured.Sample };
                break;
            case SeccInput.FaultDetected:
                OnFaultDetected(turn);
                break;
            case SeccInput.TimerExpired expired:
                OnTimerExpired(turn, expired.Timer);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(input), input, "The hierarchy of inputs is closed.");
        }
    }

    private static void OnReceived(SeccTurn turn, SeccInput.Received received)
    {
        var state = turn.State;
        if (state.Phase is SeccPhase.Idle or SeccPhase.Closing)
        {
            turn.Report(SeccEvent.InputIgnored);
            return;
        }

        turn.Cancel(SeccTimer.Sequence);
        var body = received.Message.Body.BodyElement;
        if (MessageKinds.OfRequest(body) is not { } kind)
        {
            // A response, or nothing at all: there is no response that would match.
            turn.Abort(TerminationReason.Undecodable);
        }
        else if (state.Pending is not null || !Accepted(state.Phase).Contains(kind))
        {
            turn.Refuse(kind, ResponseCodeType.FAILED_SequenceError, TerminationReason.SequenceError);
        }
        else if (kind is not MessageKind.SessionSetup && received.Message.Header.SessionID != state.SessionID)
        {
            // [V2G2-460]. Before SessionSetup nothing else is accepted, so an identifier of zeros owns nothing here.
            turn.Refuse(kind, ResponseCodeType.FAILED_UnknownSession, TerminationReason.UnknownSession);
        }
        else
        {
            Handle(turn, received, body!);
        }
    }

    private static void Handle(SeccTurn turn, SeccInput.Received received, BodyBaseType body)
    {
        switch (body)
        {
            case SessionSetupReq request:
                OnSessionSetup(turn, request, received);
                break;
            case ServiceDiscoveryReq request:
                OnServiceDiscovery(turn, request);
                break;
            case ServiceDetailReq request:
                OnServiceDetail(turn, request);
                break;
            case PaymentServiceSelectionReq request:
                OnPaymentServiceSelection(turn, request);
                break;
            case CertificateInstallationReq or CertificateUpdateReq:
                OnCertificateRequest(turn, received);
                break;
            case PaymentDetailsReq request:
                OnPaymentDetails(turn, request, received);
                break;
            case AuthorizationReq request:
                OnAuthorization(turn, request, received);
                break;
            case ChargeParameterDiscoveryReq request:
                OnChargeParameterDiscovery(turn, request, received.At);
                break;
            case CableCheckReq request:
                OnCableCheck(turn, request);
                break;
            case PreChargeReq request:
                OnPreCharge(turn, request);
                break;
            case PowerDeliveryReq request:
                OnPowerDelivery(turn, request);
                break;
            case ChargingStatusReq:
                OnChargingStatus(turn);
                break;
            case CurrentDemandReq request:
                OnCurrentDemand(turn, request, received.At);
                break;
            case MeteringReceiptReq request:
                OnMeteringReceipt(turn, request, received);
                break;
            case WeldingDetectionReq:
                turn.Respond(SeccResponses.WeldingDetection(turn.State, ResponseCodeType.OK), SeccPhase.WeldingDetection);
                break;
            case SessionStopReq request:
                OnSessionStop(turn, request);
                break;
        }
    }
}
