using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Evcc;

/// <content>Contracts and authorisation.</content>
public static partial class EvccMachine
{
    private const string SignedId = "id1";

    private static void OnPaymentServiceSelection(EvccTurn turn)
    {
        if (turn.State.PairingSet is not null)
        {
            turn.State = turn.State with { PairingSelected = true };
            turn.Report(EvccEvent.PairingSelected);
        }

        var state = turn.State;
        if (EndIfAsked(turn))
        {
            return;
        }

        if (state.PaymentOption is PaymentOptionType.ExternalPayment)
        {
            turn.Request(EvccPhase.Authorization, MessageKind.Authorization, new AuthorizationReq());
        }
        else if (state.CertificateSet is null)
        {
            ShowContract(turn);
        }
        else
        {
            AskForCertificate(turn);
        }
    }

    private static void AskForCertificate(EvccTurn turn)
    {
        switch (turn.State.Options.Provisioning)
        {
            case EvccProvisioning.Installation installation:
                Sign(turn, EvccPhase.CertificateInstallation, SignaturePurpose.CertificateInstallation, new CertificateInstallationReq
                {
                    Id = SignedId,
                    OEMProvisioningCert = installation.ProvisioningCertificate,
                    ListOfRootCertificateIDs = installation.Roots,
                });
                break;
            case EvccProvisioning.Update update:
                Sign(turn, EvccPhase.CertificateUpdate, SignaturePurpose.CertificateUpdate, new CertificateUpdateReq
                {
                    Id = SignedId,
                    ContractSignatureCertChain = turn.State.Contract!.Chain,
                    eMAID = turn.State.Contract.EMAID,
                    ListOfRootCertificateIDs = update.Roots,
                });
                break;
        }
    }

    private static void OnContractInstalled(EvccTurn turn, EvccContract? contract)
    {
        if (turn.State.Activity is not EvccActivity.Installing)
        {
            turn.Report(EvccEvent.InputIgnored);
            return;
        }

        if (contract is not null)
        {
            turn.State = turn.State with { Contract = contract };
            turn.Report(EvccEvent.ContractInstalled);
        }

        if (EndIfAsked(turn))
        {
            return;
        }

        // A failed update leaves the contract that was there; a failed installation leaves nothing to pay with.
        if (turn.State.Contract is null)
        {
            EndWith(turn, TerminationReason.NotAuthorised);
        }
        else
        {
            ShowContract(turn);
        }
    }

    private static void ShowContract(EvccTurn turn) => turn.Request(
        EvccPhase.PaymentDetails,
        MessageKind.PaymentDetails,
        new PaymentDetailsReq { eMAID = turn.State.Contract!.EMAID, ContractSignatureCertChain = turn.State.Contract.Chain },
        evidence: EvidenceKind.ContractChain);

    private static void OnPaymentDetails(EvccTurn turn, PaymentDetailsRes response)
    {
        turn.State = turn.State with { GenChallenge = response.GenChallenge };
        if (!EndIfAsked(turn))
        {
            Sign(turn, EvccPhase.Authorization, SignaturePurpose.Authorization, new AuthorizationReq
            {
                Id = SignedId,
                GenChallenge = response.GenChallenge,
            });
        }
    }

    private static void Sign(EvccTurn turn, EvccPhase phase, SignaturePurpose purpose, BodyBaseType element)
    {
        turn.State = turn.State with { Draft = element, DraftSignature = null };
        turn.Do(phase, EvccActivity.Signing);
        turn.Emit(new EvccOutput.Sign(purpose, element));
    }

    private static void OnSigned(EvccTurn turn, EvccInput.Signed signed)
    {
        var state = turn.State;
        if (state is not { Activity: EvccActivity.Signing, Draft: { } draft } || signed.Purpose != PurposeOf(draft))
        {
            turn.Report(EvccEvent.InputIgnored);
            return;
        }

        if (signed.Signature is null)
        {
            GiveUpSigning(turn, state.Phase);
            return;
        }

        if (state.Phase is not EvccPhase.MeteringReceipt && EndIfAsked(turn))
        {
            return;
        }

        turn.State = state with { DraftSignature = signed.Signature };
        SendDraft(turn);
        if (state.Phase is EvccPhase.MeteringReceipt)
        {
            turn.Report(EvccEvent.ReceiptSigned);
        }
    }

    // In the loop the charger waits for the receipt and for nothing else, so there is no good order left to end in.
    private static void GiveUpSigning(EvccTurn turn, EvccPhase phase)
    {
        if (phase is EvccPhase.MeteringReceipt)
        {
            turn.Abort(TerminationReason.NotAuthorised);
        }
        else
        {
            EndWith(turn, TerminationReason.NotAuthorised);
        }
    }

    private static void SendDraft(EvccTurn turn)
    {
        var state = turn.State;
        turn.Request(state.Phase, Exchange(state.Phase)!.Value, state.Draft!, state.DraftSignature, state.Draft switch
        {
            AuthorizationReq => EvidenceKind.Authorization,
            MeteringReceiptReq => EvidenceKind.MeteringReceipt,
            _ => null,
        });
    }

    private static SignaturePurpose? PurposeOf(BodyBaseType draft) => draft switch
    {
        AuthorizationReq => SignaturePurpose.Authorization,
        MeteringReceiptReq => SignaturePurpose.MeteringReceipt,
        CertificateInstallationReq => SignaturePurpose.CertificateInstallation,
        CertificateUpdateReq => SignaturePurpose.CertificateUpdate,
        _ => null,
    };

    private static void OnAuthorization(EvccTurn turn, AuthorizationRes response)
    {
        if (EndIfAsked(turn))
        {
            return;
        }

        switch (response.EVSEProcessing)
        {
            case EVSEProcessingType.Finished:
                turn.Cancel(EvccTimer.Ongoing);
                turn.State = turn.State with { IsAuthorised = true, Draft = null, DraftSignature = null };
                turn.Report(EvccEvent.Authorised);
                DiscoverParameters(turn);
                break;
            case EVSEProcessingType.Ongoing:
                turn.ArmOnce(EvccTimer.Ongoing, turn.Timings.EvccOngoing);
                turn.Pace(turn.Timings.EvccPoll);
                break;
            default:
                // A customer is expected at the terminal: that has no limit here.
                turn.Cancel(EvccTimer.Ongoing);
                turn.Pace(turn.Timings.EvccPoll);
                break;
        }
    }

    private static void RepeatAuthorization(EvccTurn turn)
    {
        if (turn.State.Draft is AuthorizationReq)
        {
            SendDraft(turn);
        }
        else
        {
            turn.Request(EvccPhase.Authorization, MessageKind.Authorization, new AuthorizationReq());
        }
    }
}
