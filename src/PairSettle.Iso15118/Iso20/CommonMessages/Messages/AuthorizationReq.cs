using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>
/// Asks for permission to charge, and asks again while the answer is pending. With Plug and Charge, the contract key
/// signs <see cref="PnC_AReqAuthorizationMode"/> [V2G20-1063]. From EVCC to SECC.
/// </summary>
[ExiType("AuthorizationReqType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("AuthorizationReq", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record AuthorizationReq : V2GRequestType
{
    /// <summary>The means chosen.</summary>
    [ExiElement]
    public required AuthorizationType SelectedAuthorizationService { get; init; }

    /// <summary>Set with external identification.</summary>
    [ExiElement]
    [ExiChoice("Mode")]
    public EIM_AReqAuthorizationModeType? EIM_AReqAuthorizationMode { get; init; }

    /// <summary>Set with a contract certificate.</summary>
    [ExiElement]
    [ExiChoice("Mode")]
    public PnC_AReqAuthorizationModeType? PnC_AReqAuthorizationMode { get; init; }
}
