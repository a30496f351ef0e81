using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Asks for a new session, or to go on with an earlier one. From EVCC to SECC.</summary>
[ExiType("SessionSetupReqType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("SessionSetupReq", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record SessionSetupReq : V2GRequestType
{
    /// <summary>
    /// The vehicle's communication controller, at most 255 characters. A personal identifier: never log it.
    /// </summary>
    [ExiElement]
    [ExiLength(0, 255)]
    public required string EVCCID { get; init; }
}
