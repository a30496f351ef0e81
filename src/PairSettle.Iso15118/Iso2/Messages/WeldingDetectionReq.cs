using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>
/// Asks for the output voltage after DC charging, so that the vehicle can tell whether its contactors have opened. From
/// EVCC to SECC.
/// </summary>
[ExiType("WeldingDetectionReqType", Iso2Schema.MsgBody)]
[ExiGlobalElement("WeldingDetectionReq", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record WeldingDetectionReq : BodyBaseType
{
    /// <summary>The vehicle's state.</summary>
    [ExiElement]
    public required DC_EVStatusType DC_EVStatus { get; init; }
}
