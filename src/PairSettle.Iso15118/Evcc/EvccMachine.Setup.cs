using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Pairing;
using PairSettle.Iso15118.Session;
using ResponseCodeType = PairSettle.Iso15118.Iso2.ResponseCodeType;

namespace PairSettle.Iso15118.Evcc;

/// <content>From the connection to the choice of services.</content>
public static partial class EvccMachine
{
    private const byte ProtocolSchemaID = 1;
    private const byte HighestPriority = 1;
    private const ushort ChargeServiceID = 1;
    private const ushort CertificateServiceID = 2;
    private const short InstallationSet = 1;
    private const short UpdateSet = 2;

    private static void OnLinkUp(EvccTurn turn, EvccInput.LinkUp up)
    {
        if (turn.State.Phase is not EvccPhase.Idle)
        {
            turn.Report(EvccEvent.InputIgnored);
            return;
        }

        turn.State = turn.State with { IsTls = up.IsTls };
        turn.Arm(EvccTimer.CommunicationSetup, turn.Timings.EvccCommunicationSetup);
        var request = new SupportedAppProtocolReq
        {
            AppProtocol =
            [
                new()
                {
                    ProtocolNamespace = Iso2Protocol.Namespace,
                    VersionNumberMajor = Iso2Protocol.Major,
                    VersionNumberMinor = Iso2Protocol.Minor,
                    SchemaID = ProtocolSchemaID,
                    Priority = HighestPriority,
                },
            ],
        };
        turn.Request(ShowsMarker(turn.State) ? PairMarker.AddTo(request) : request);
    }

    // Without TLS the service is never offered: then the marker would say nothing that anybody needs to know.
    private static bool ShowsMarker(EvccState state) => state.IsTls && state.Options.Pairing is not PairingWish.Never;

    private static void OnAppProtocol(EvccTurn turn, SupportedAppProtocolRes response)
    {
        var state = turn.State;
        if (state.Phase is EvccPhase.Idle or EvccPhase.Closing)
        {
            turn.Report(EvccEvent.InputIgnored);
            return;
        }

        if (state is not { Phase: EvccPhase.AppProtocol, Activity: EvccActivity.AwaitingResponse })
        {
            turn.Abort(TerminationReason.SequenceError);
            return;
        }

        if (response.ResponseCode is AppProtocol.ResponseCodeType.Failed_NoNegotiation || response.SchemaID != ProtocolSchemaID)
        {
            turn.Abort(TerminationReason.NoCommonProtocol);
            return;
        }

        turn.Responded();
        turn.Report(EvccEvent.ProtocolChosen);
        turn.Request(EvccPhase.SessionSetup, MessageKind.SessionSetup, new SessionSetupReq { EVCCID = state.Options.EVCCID });
    }

    private static void OnSessionSetup(EvccTurn turn, SessionSetupRes response, ExiBytes id)
    {
        var joined = response.ResponseCode is ResponseCodeType.OK_OldSessionJoined;
        if (SessionId.IsNone(id) || (joined && id != turn.State.Paused?.SessionID))
        {
            turn.Abort(TerminationReason.UnknownSession);
            return;
        }

        turn.Cancel(EvccTimer.CommunicationSetup);
        turn.State = turn.State with { SessionID = id, Joined = joined };
        turn.Report(joined ? EvccEvent.SessionJoined : EvccEvent.SessionEstablished);
        if (!EndIfAsked(turn))
        {
            turn.Request(EvccPhase.ServiceDiscovery, MessageKind.ServiceDiscovery, new ServiceDiscoveryReq());
        }
    }

    private static void OnServiceDiscovery(EvccTurn turn, ServiceDiscoveryRes response)
    {
        var state = turn.State;
        var offered = response.ChargeService.SupportedEnergyTransferMode.EnergyTransferMode;
        var mode = ChooseMode(state, offered);
        var payment = ChoosePayment(state, response);
        if (mode is null || payment is null)
        {
            EndWith(turn, TerminationReason.NoCommonService);
            return;
        }

        turn.State = state with { EnergyTransferMode = mode, PaymentOption = payment, DetailsWanted = WantedDetails(state, response, payment.Value) };
        NextService(turn);
    }

    // A joined session keeps its mode and its payment option.
    private static EnergyTransferModeType? ChooseMode(EvccState state, ExiList<EnergyTransferModeType> offered)
    {
        if (state.Joined)
        {
            return offered.Contains(state.Paused!.EnergyTransferMode) ? state.Paused.EnergyTransferMode : null;
        }

        foreach (var mode in state.Options.EnergyTransferModes)
        {
            if (offered.Contains(mode))
            {
                return mode;
            }
        }

        return null;
    }

    // A contract is shown, and anything signed with its key, over TLS only and only where the charger offers it.
    private static PaymentOptionType? ChoosePayment(EvccState state, ServiceDiscoveryRes response)
    {
        var offered = response.PaymentOptionList.PaymentOption;
        var options = state.Options;
        var canContract = state.IsTls && offered.Contains(PaymentOptionType.Contract) && options.Payment is not PaymentPreference.ExternalOnly
            && (state.Contract is not null || (options.Provisioning is EvccProvisioning.Installation && Offers(response, CertificateServiceID)));
        var canPayExternally = offered.Contains(PaymentOptionType.ExternalPayment) && options.Payment is not PaymentPreference.ContractOnly;
        PaymentOptionType? choice = canContract ? PaymentOptionType.Contract : canPayExternally ? PaymentOptionType.ExternalPayment : null;
        if (!state.Joined || choice == state.Paused!.PaymentOption)
        {
            return choice;
        }

        return state.Paused!.PaymentOption is PaymentOptionType.ExternalPayment && canPayExternally ? PaymentOptionType.ExternalPayment : null;
    }

    private static ExiList<ushort> WantedDetails(EvccState state, ServiceDiscoveryRes response, PaymentOptionType payment)
    {
        var pairing = ShowsMarker(state) && PairService.IsOffered(response.ServiceList);
        var certificate = payment is PaymentOptionType.Contract && state.Options.Provisioning is not null
            && Offers(response, CertificateServiceID);
        return (pairing, certificate) switch
        {
            (true, true) => [PairService.ServiceID, CertificateServiceID],
            (true, false) => [PairService.ServiceID],
            (false, true) => [CertificateServiceID],
            _ => [],
        };
    }

    private static bool Offers(ServiceDiscoveryRes response, ushort id)
    {
        foreach (var service in response.ServiceList?.Service ?? default)
        {
            if (service.ServiceID == id)
            {
                return true;
            }
        }

        return false;
    }

    private static void NextService(EvccTurn turn)
    {
        var state = turn.State;
        if (EndIfAsked(turn))
        {
            return;
        }

        if (!state.DetailsWanted.IsEmpty)
        {
            turn.Request(EvccPhase.ServiceDetail, MessageKind.ServiceDetail, new ServiceDetailReq { ServiceID = state.DetailsWanted[0] });
            return;
        }

        if (state.Options.Pairing is PairingWish.Required && state.PairingSet is null)
        {
            EndWith(turn, TerminationReason.NoCommonService);
            return;
        }

        if (state is { PaymentOption: PaymentOptionType.Contract, Contract: null, CertificateSet: null })
        {
            // The certificate service turned out to have no installation in it.
            EndWith(turn, TerminationReason.NoCommonService);
            return;
        }

        SelectServices(turn);
    }

    private static void OnServiceDetail(EvccTurn turn, ServiceDetailRes response)
    {
        var state = turn.State;
        if (response.ServiceID != state.DetailsWanted[0])
        {
            turn.Abort(TerminationReason.SequenceError);
            return;
        }

        ExiList<ushort> rest = [.. state.DetailsWanted.Skip(1)];
        turn.State = response.ServiceID == PairService.ServiceID
            ? state with { DetailsWanted = rest, PairingSet = PairService.TryChoose(response.ServiceParameterList, out var set) ? set : null }
            : state with { DetailsWanted = rest, CertificateSet = UsableCertificateSet(state.Options, response.ServiceParameterList) };
        NextService(turn);
    }

    private static short? UsableCertificateSet(EvccOptions options, ServiceParameterListType? list)
    {
        var wanted = options.Provisioning is EvccProvisioning.Update ? UpdateSet : InstallationSet;
        return list?.ParameterSet.Any(set => set.ParameterSetID == wanted) is true ? wanted : null;
    }

    private static void SelectServices(EvccTurn turn)
    {
        var state = turn.State;
        List<SelectedServiceType> selected = [new() { ServiceID = ChargeServiceID }];
        if (state.CertificateSet is { } set)
        {
            selected.Add(new() { ServiceID = CertificateServiceID, ParameterSetID = set });
        }

        if (state.PairingSet is { } pairing)
        {
            selected.Add(PairService.Select(pairing));
        }

        turn.Request(
            EvccPhase.PaymentServiceSelection,
            MessageKind.PaymentServiceSelection,
            new PaymentServiceSelectionReq
            {
                SelectedPaymentOption = state.PaymentOption!.Value,
                SelectedServiceList = new() { SelectedService = [.. selected] },
            });
    }
}
