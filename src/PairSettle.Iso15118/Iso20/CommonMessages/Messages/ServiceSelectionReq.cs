using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Chooses services and their parameter sets. From EVCC to SECC.</summary>
[ExiType("ServiceSelectionReqType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("ServiceSelectionReq", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record ServiceSelectionReq : V2GRequestType
{
    /// <summary>The service of energy transfer.</summary>
    [ExiElement]
    public required SelectedServiceType SelectedEnergyTransferService { get; init; }

    /// <summary>The value-added services.</summary>
    [ExiElement]
    public SelectedServiceListType? SelectedVASList { get; init; }
}
