using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.AC;

/// <summary>
/// Keeps the transfer of AC going. Repeated until the vehicle stops; both sides expect the next message within 0.5 s.
/// From EVCC to SECC.
/// </summary>
[ExiType("AC_ChargeLoopReqType", AcSchema.Namespace)]
[ExiGlobalElement("AC_ChargeLoopReq", AcSchema.Namespace, Root = true)]
public sealed partial record AC_ChargeLoopReq : ChargeLoopReqType
{
    /// <summary>
    /// What is asked for: a <see cref="Scheduled_AC_CLReqControlModeType"/> or a <see
    /// cref="Dynamic_AC_CLReqControlModeType"/>.
    /// </summary>
    [ExiElement(Reference = true, Namespace = CommonTypesSchema.Namespace)]
    public required CLReqControlModeType CLReqControlMode { get; init; }
}
