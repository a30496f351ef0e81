using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.ACDP;

/// <summary>
/// Reports the vehicle's state. On the side stream of the system status, payload type 0x8103. From EVCC to SECC.
/// </summary>
[ExiType("ACDP_SystemStatusReqType", AcdpSchema.Namespace)]
[ExiGlobalElement("ACDP_SystemStatusReq", AcdpSchema.Namespace, Root = true)]
public sealed partial record ACDP_SystemStatusReq : V2GRequestType
{
    /// <summary>The state.</summary>
    [ExiElement]
    public required EVTechnicalStatusType EVTechnicalStatus { get; init; }
}
