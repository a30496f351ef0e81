using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Evcc;

/// <summary>
/// The vehicle's side of ISO 15118-2: AC and DC, external payment and Plug &amp; Charge. A pure function: time,
/// signatures and devices are inputs and outputs. Every pair of phase and input has an answer.
/// </summary>
/// <remarks>
/// docs/concepts/iso2-machines.md prints the exchanges and the timers of each phase;
/// docs/concepts/pairing-in-band.md says where the session waits for the pair settlement.
/// </remarks>
public static partial class EvccMachine
{
    /// <summary>The exchange that a phase is about, or null where there is none.</summary>
    /// <param name="phase">The phase.</param>
    /// <returns>The exchange.</returns>
    public static MessageKind? Exchange(EvccPhase phase) => phase switch
    {
        EvccPhase.AppProtocol => MessageKind.SupportedAppProtocol,
        EvccPhase.SessionSetup => MessageKind.SessionSetup,
        EvccPhase.ServiceDiscovery => MessageKind.ServiceDiscovery,
        EvccPhase.ServiceDetail => MessageKind.ServiceDetail,
        EvccPhase.PaymentServiceSelection => MessageKind.PaymentServiceSelection,
        EvccPhase.CertificateInstallation => MessageKind.CertificateInstallation,
        EvccPhase.CertificateUpdate => MessageKind.CertificateUpdate,
        EvccPhase.PaymentDetails => MessageKind.PaymentDetails,
        EvccPhase.Authorization => MessageKind.Authorization,
        EvccPhase.ChargeParameterDiscovery => MessageKind.ChargeParameterDiscovery,
        EvccPhase.CableCheck => MessageKind.CableCheck,
        EvccPhase.PreCharge => MessageKind.PreCharge,
        EvccPhase.PowerOn or EvccPhase.Renegotiation or EvccPhase.PowerOff => MessageKind.PowerDelivery,
        EvccPhase.ChargingStatus => MessageKind.ChargingStatus,
        EvccPhase.CurrentDemand => MessageKind.CurrentDemand,
        EvccPhase.MeteringReceipt => MessageKind.MeteringReceipt,
        EvccPhase.WeldingDetection => MessageKind.WeldingDetection,
        EvccPhase.SessionStop => MessageKind.SessionStop,
        _ => null,
    };

    /// <summary>One step.</summary>
    /// <param name="state">The state.</param>
    /// <param name="input">What happened.</param>
    /// <returns>The state afterwards, and what is to be done.</returns>
    /// <exception cref="InvalidOperationException">The state breaks an invariant: open the contactor and give up the session.</exception>
    public static EvccStep Step(EvccState state, EvccInput input)
    {
        EvccInvariants.Demand(state);
        var turn = new EvccTurn(state);
        if (state.Phase is not EvccPhase.Terminated)
        {
            Dispatch(turn, input);
            EvccInvariants.Demand(turn.State);
        }

        return turn.End();
    }

    private static void Dispatch(EvccTurn turn, EvccInput input)
    {
        switch (input)
        {
            case EvccInput.LinkUp up:
                OnLinkUp(turn, up);
                break;
            case EvccInput.LinkLost:
                OnLinkLost(turn);
                break;
            case EvccInput.AppProtocolReceived received:
                OnAppProtocol(turn, received.Response);
                break;
            case EvccInput.Received received:
                OnReceived(turn, received);
                break;
            case EvccInput.Undecodable:
                OnUndecodable(turn);
                break;
            case EvccInput.Signed signed:
                OnSigned(turn, signed);
                break;
            case EvccInput.SignatureVerified verified:
                OnSignatureVerified(turn, verified);
                break;
            case EvccInput.ContractInstalled installed:
                OnContractInstalled(turn, installed.Contract);
                break;
            case EvccInput.SettlementReady settlement:
                OnSettlement(turn, settlement.Ready);
                break;
            case EvccInput.StopRequested:
                RequestStop(turn, TerminationReason.StopRequested);
                break;
            case EvccInput.PauseRequested:
                turn.State = turn.State with { PauseRequested = true };
                RequestStop(turn, TerminationReason.StopRequested);
                break;
            case EvccInput.RenegotiationRequested:
                turn.State = turn.State with { RenegotiationRequested = turn.State.IsDelivering };
                break;
            case EvccInput.BatteryReported reported:
                turn.State = turn.State with { Battery = reported.Battery };
                break;
            case EvccInput.ContactorReported reported:
                OnContactorReported(turn, reported.Closed);
                break;
            case EvccInput.ControlPilotReported { State: ControlPilotState.A or ControlPilotState.E or ControlPilotState.F }:
                OnPilotLost(turn);
                break;
            case EvccInput.ControlPilotReported:
                break;
            case EvccInput.FaultDetected:
                OnFault(turn, TerminationReason.DeviceFault);
                break;
            case EvccInput.TimerExpired expired:
                OnTimerExpired(turn, expired.Timer);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(input), input, "The hierarchy of inputs is closed.");
        }
    }

    private static void OnReceived(EvccTurn turn, EvccInput.Received received)
    {
        var state = turn.State;
        if (state.Phase is EvccPhase.Idle or EvccPhase.Closing)
        {
            turn.Report(EvccEvent.InputIgnored);
            return;
        }

        var body = received.Message.Body.BodyElement;
        if (MessageKinds.OfResponse(body) is not var (kind, code) || kind != Exchange(state.Phase) || state.Activity is not EvccActivity.AwaitingResponse)
        {
            // Not a response, not the one that matches, or nobody asked.
            turn.Abort(TerminationReason.SequenceError);
        }
        else if (kind is not MessageKind.SessionSetup && received.Message.Header.SessionID != state.SessionID)
        {
            turn.Abort(TerminationReason.UnknownSession);
        }
        else if (code.IsFailure())
        {
            turn.State = state with { PeerCode = code };
            turn.Report(EvccEvent.PeerFailed);
            turn.Abort(TerminationReason.PeerFailed);
        }
        else
        {
            turn.Responded();
            Handle(turn, received, body!);
        }
    }

    private static void Handle(EvccTurn turn, EvccInput.Received received, BodyBaseType body)
    {
        switch (body)
        {
            case SessionSetupRes response:
                OnSessionSetup(turn, response, received.Message.Header.SessionID);
                break;
            case ServiceDiscoveryRes response:
                OnServiceDiscovery(turn, response);
                break;
            case ServiceDetailRes response:
                OnServiceDetail(turn, response);
                break;
            case PaymentServiceSelectionRes:
                OnPaymentServiceSelection(turn);
                break;
            case CertificateInstallationRes or CertificateUpdateRes:
                turn.Do(EvccActivity.Installing);
                turn.Emit(new EvccOutput.InstallContract(received.Message, received.Raw));
                break;
            case PaymentDetailsRes response:
                OnPaymentDetails(turn, response);
                break;
            case AuthorizationRes response:
                OnAuthorization(turn, response);
                break;
            case ChargeParameterDiscoveryRes response:
                OnChargeParameterDiscovery(turn, response, received);
                break;
            case CableCheckRes response:
                OnCableCheck(turn, response);
                break;
            case PreChargeRes response:
                OnPreCharge(turn, response);
                break;
            case PowerDeliveryRes response:
                OnPowerDelivery(turn, response);
                break;
            case ChargingStatusRes response:
                OnChargingStatus(turn, response);
                break;
            case CurrentDemandRes response:
                OnCurrentDemand(turn, response);
                break;
            case MeteringReceiptRes response:
                OnMeteringReceipt(turn, response);
                break;
            case WeldingDetectionRes response:
                OnWeldingDetection(turn, response);
                break;
            case SessionStopRes:
                OnSessionStop(turn);
                break;
        }
    }
}
