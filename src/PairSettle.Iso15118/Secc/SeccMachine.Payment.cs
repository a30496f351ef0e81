using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Secc;

/// <content>Contracts and authorisation.</content>
public static partial class SeccMachine
{
    private const int ChallengeOctets = 16;

    private static void OnCertificateRequest(SeccTurn turn, SeccInput.Received received)
    {
        turn.Await(new SeccPending.Provisioning(MessageKinds.OfRequest(received.Message.Body.BodyElement)!.Value));
        turn.Emit(new SeccOutput.Provision(received.Message, received.Raw));
    }

    private static void OnProvisioned(SeccTurn turn, ProvisioningResult result)
    {
        if (turn.State.Pending is not SeccPending.Provisioning { Kind: var kind })
        {
            turn.Report(SeccEvent.InputIgnored);
            return;
        }

        switch (result)
        {
            case ProvisioningResult.Issued issued when MessageKinds.OfResponse(issued.Response) is ({ } answered, { } code)
                && answered == kind && !code.IsFailure():
                turn.Respond(issued.Response, SeccPhase.PaymentDetails, issued.Signature);
                break;
            case ProvisioningResult.Declined { Code: var code } when code.IsFailure():
                turn.Refuse(kind, code, TerminationReason.Refused);
                break;
            default:
                // The backend answered something else than what was asked.
                turn.Refuse(kind, ResponseCodeType.FAILED, TerminationReason.Refused);
                break;
        }
    }

    private static void OnPaymentDetails(SeccTurn turn, PaymentDetailsReq request, SeccInput.Received received)
    {
        turn.State = turn.State with { ContractChain = request.ContractSignatureCertChain };
        turn.Await(new SeccPending.ContractCheck(received.At, received.Raw));
        turn.Emit(new SeccOutput.VerifyContract(request.eMAID, request.ContractSignatureCertChain, received.At));
    }

    private static void OnContractVerified(SeccTurn turn, ContractVerdict verdict)
    {
        if (turn.State.Pending is not SeccPending.ContractCheck check)
        {
            turn.Report(SeccEvent.InputIgnored);
            return;
        }

        var code = ResponseFor(verdict);
        if (code.IsFailure())
        {
            turn.Refuse(MessageKind.PaymentDetails, code, TerminationReason.NotAuthorised);
            return;
        }

        turn.Emit(new SeccOutput.EvidenceObserved(EvidenceKind.ContractChain, check.Raw));
        turn.State = turn.State with
        {
            Pending = new SeccPending.Challenge(check.At, code is ResponseCodeType.OK_CertificateExpiresSoon),
        };
        turn.Emit(new SeccOutput.DrawRandom(RandomPurpose.Challenge, ChallengeOctets));
    }

    private static ResponseCodeType ResponseFor(ContractVerdict verdict) => verdict switch
    {
        ContractVerdict.Valid => ResponseCodeType.OK,
        ContractVerdict.ExpiresSoon => ResponseCodeType.OK_CertificateExpiresSoon,
        ContractVerdict.Expired => ResponseCodeType.FAILED_CertificateExpired,
        ContractVerdict.Revoked => ResponseCodeType.FAILED_CertificateRevoked,
        ContractVerdict.NotAllowed => ResponseCodeType.FAILED_CertificateNotAllowedAtThisEVSE,
        ContractVerdict.Canceled => ResponseCodeType.FAILED_ContractCanceled,
        ContractVerdict.NoCertificate => ResponseCodeType.FAILED_NoCertificateAvailable,
        _ => ResponseCodeType.FAILED_CertChainError,
    };

    private static void OnRandomDrawn(SeccTurn turn, SeccInput.RandomDrawn drawn)
    {
        switch (turn.State.Pending, drawn.Purpose)
        {
            case (SeccPending.NewSession pending, RandomPurpose.SessionId):
                OnSessionIdDrawn(turn, pending, drawn.Octets);
                break;
            case (SeccPending.Challenge pending, RandomPurpose.Challenge) when drawn.Octets.Length == ChallengeOctets:
                turn.State = turn.State with { GenChallenge = drawn.Octets };
                turn.Respond(
                    SeccResponses.PaymentDetails(
                        pending.ExpiresSoon ? ResponseCodeType.OK_CertificateExpiresSoon : ResponseCodeType.OK, drawn.Octets, pending.At),
                    SeccPhase.Authorization);
                break;
            default:
                turn.Report(SeccEvent.InputIgnored);
                break;
        }
    }

    private static void OnAuthorization(SeccTurn turn, AuthorizationReq request, SeccInput.Received received)
    {
        if (turn.State.StopRequested)
        {
            turn.Refuse(MessageKind.Authorization, ResponseCodeType.FAILED, turn.State.StopReason);
        }
        else if (turn.State.PaymentOption is PaymentOptionType.Contract)
        {
            AuthoriseByContract(turn, request, received);
        }
        else
        {
            AuthoriseExternally(turn);
        }
    }

    // The vehicle waits without limit while a customer is expected at the terminal; for the pair settlement, which
    // needs nobody, it is a plain Ongoing.
    private static void AuthoriseExternally(SeccTurn turn)
    {
        var state = turn.State;
        if (state.IsAuthorised)
        {
            FinishAuthorization(turn);
        }
        else if (state.ExternalPayment is Decision.Refused || state.PowerPermission is Decision.Refused || state.OngoingExpired)
        {
            // A refusal is told at once: the vehicle must not poll until its timer ends.
            turn.Refuse(MessageKind.Authorization, ResponseCodeType.FAILED, TerminationReason.NotAuthorised);
        }
        else
        {
            turn.ArmOnce(SeccTimer.Ongoing, state.PairingSelected ? turn.Timings.SeccOngoing : turn.Timings.SeccCustomerInteraction);
            turn.Respond(
                SeccResponses.Authorization(
                    ResponseCodeType.OK,
                    state.PairingSelected ? EVSEProcessingType.Ongoing : EVSEProcessingType.Ongoing_WaitingForCustomerInteraction),
                SeccPhase.Authorization);
        }
    }

    private static void AuthoriseByContract(SeccTurn turn, AuthorizationReq request, SeccInput.Received received)
    {
        var state = turn.State;
        if (request.GenChallenge != state.GenChallenge)
        {
            turn.Refuse(MessageKind.Authorization, ResponseCodeType.FAILED_ChallengeInvalid, TerminationReason.NotAuthorised);
        }
        else if (received.Message.Header.Signature is null || request.Id is null)
        {
            turn.Refuse(MessageKind.Authorization, ResponseCodeType.FAILED_SignatureError, TerminationReason.NotAuthorised);
        }
        else if (state.Contract is Decision.Granted)
        {
            FinishAuthorization(turn);
        }
        else if (state.Contract is Decision.Refused || state.OngoingExpired)
        {
            turn.Refuse(MessageKind.Authorization, ResponseCodeType.FAILED_SignatureError, TerminationReason.NotAuthorised);
        }
        else if (state.AuthorizationInCheck is not null)
        {
            KeepChecking(turn);
        }
        else
        {
            turn.Await(new SeccPending.AuthorizationCheck(received.Raw));
            turn.Emit(new SeccOutput.VerifySignature(
                new(SignaturePurpose.Authorization, received.Message, received.Raw, state.ContractChain)));
        }
    }

    // The check takes longer than a response may: it goes on while the vehicle asks again.
    private static void KeepChecking(SeccTurn turn)
    {
        turn.ArmOnce(SeccTimer.Ongoing, turn.Timings.SeccOngoing);
        turn.Respond(SeccResponses.Authorization(ResponseCodeType.OK, EVSEProcessingType.Ongoing), SeccPhase.Authorization);
    }

    private static void OnSignatureVerified(SeccTurn turn, SeccInput.SignatureVerified verified)
    {
        switch (turn.State.Pending, verified.Purpose)
        {
            case (SeccPending.AuthorizationCheck pending, SignaturePurpose.Authorization):
                OnAuthorizationVerified(turn, pending, verified.Valid);
                break;
            case (not SeccPending.AuthorizationCheck, SignaturePurpose.Authorization) when turn.State.AuthorizationInCheck is { } raw:
                turn.State = turn.State with { AuthorizationInCheck = null };
                DecideContract(turn, raw, verified.Valid);
                break;
            case (SeccPending.ReceiptCheck pending, SignaturePurpose.MeteringReceipt):
                OnReceiptVerified(turn, pending, verified.Valid);
                break;
            default:
                turn.Report(SeccEvent.InputIgnored);
                break;
        }
    }

    private static void OnAuthorizationVerified(SeccTurn turn, SeccPending.AuthorizationCheck pending, bool valid)
    {
        DecideContract(turn, pending.Raw, valid);
        if (valid)
        {
            FinishAuthorization(turn);
        }
        else
        {
            turn.Refuse(MessageKind.Authorization, ResponseCodeType.FAILED_SignatureError, TerminationReason.NotAuthorised);
        }
    }

    private static void DecideContract(SeccTurn turn, ExiBytes raw, bool valid)
    {
        turn.State = turn.State with { Contract = valid ? Decision.Granted : Decision.Refused };
        if (valid)
        {
            turn.Emit(new SeccOutput.EvidenceObserved(EvidenceKind.Authorization, raw));
        }
    }

    private static void FinishAuthorization(SeccTurn turn)
    {
        StopWaiting(turn);
        turn.Report(SeccEvent.Authorised);
        turn.Respond(
            SeccResponses.Authorization(ResponseCodeType.OK, EVSEProcessingType.Finished), SeccPhase.ChargeParameterDiscovery);
    }

    private static void StopWaiting(SeccTurn turn)
    {
        turn.Cancel(SeccTimer.Ongoing);
        turn.State = turn.State with { OngoingExpired = false };
    }
}
