using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>
/// Asks for the voltage while the vehicle tests whether its contactors have opened. From EVCC to SECC.
/// </summary>
[ExiType("DC_WeldingDetectionReqType", DcSchema.Namespace)]
[ExiGlobalElement("DC_WeldingDetectionReq", DcSchema.Namespace, Root = true)]
public sealed partial record DC_WeldingDetectionReq : V2GRequestType
{
    /// <summary>Whether the vehicle's test is done.</summary>
    [ExiElement]
    public required ProcessingType EVProcessing { get; init; }
}
