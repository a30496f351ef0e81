using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>
/// Confirms a meter reading with the contract key. On the side stream of metering confirmations, payload type 0x8102.
/// From EVCC to SECC.
/// </summary>
[ExiType("MeteringConfirmationReqType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("MeteringConfirmationReq", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record MeteringConfirmationReq : V2GRequestType
{
    /// <summary>The reading.</summary>
    [ExiElement]
    public required SignedMeteringDataType SignedMeteringData { get; init; }
}
