using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Starts, ends or renegotiates the transfer of energy. From EVCC to SECC.</summary>
[ExiType("PowerDeliveryReqType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("PowerDeliveryReq", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record PowerDeliveryReq : V2GRequestType
{
    /// <summary>Whether the vehicle is done with what it is doing.</summary>
    [ExiElement]
    public required ProcessingType EVProcessing { get; init; }

    /// <summary>What is to happen.</summary>
    [ExiElement]
    public required ChargeProgressType ChargeProgress { get; init; }

    /// <summary>How the vehicle means to draw power.</summary>
    [ExiElement]
    public EVPowerProfileType? EVPowerProfile { get; init; }

    /// <summary>The direction of energy, where both have channels of their own.</summary>
    [ExiElement]
    public ChannelSelectionType? BPT_ChannelSelection { get; init; }
}
