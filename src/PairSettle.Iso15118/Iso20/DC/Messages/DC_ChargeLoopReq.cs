using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>
/// Keeps the transfer of DC going. Repeated until the vehicle stops; both sides expect the next message within 0.5 s.
/// From EVCC to SECC.
/// </summary>
[ExiType("DC_ChargeLoopReqType", DcSchema.Namespace)]
[ExiGlobalElement("DC_ChargeLoopReq", DcSchema.Namespace, Root = true)]
public sealed partial record DC_ChargeLoopReq : ChargeLoopReqType
{
    /// <summary>The voltage at the vehicle's inlet now, in V.</summary>
    [ExiElement]
    public required RationalNumberType EVPresentVoltage { get; init; }

    /// <summary>
    /// What is asked for: a <see cref="Scheduled_DC_CLReqControlModeType"/> or a <see
    /// cref="Dynamic_DC_CLReqControlModeType"/>.
    /// </summary>
    [ExiElement(Reference = true, Namespace = CommonTypesSchema.Namespace)]
    public required CLReqControlModeType CLReqControlMode { get; init; }
}
