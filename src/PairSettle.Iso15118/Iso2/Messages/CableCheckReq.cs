using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>
/// Asks for the insulation test before DC charging, again and again until it is done. From EVCC to SECC.
/// </summary>
[ExiType("CableCheckReqType", Iso2Schema.MsgBody)]
[ExiGlobalElement("CableCheckReq", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record CableCheckReq : BodyBaseType
{
    /// <summary>The vehicle's state.</summary>
    [ExiElement]
    public required DC_EVStatusType DC_EVStatus { get; init; }
}
