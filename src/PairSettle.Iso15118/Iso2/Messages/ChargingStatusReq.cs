using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Asks for the charger's state, again and again while AC power flows. From EVCC to SECC.</summary>
[ExiType("ChargingStatusReqType", Iso2Schema.MsgBody)]
[ExiGlobalElement("ChargingStatusReq", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record ChargingStatusReq : BodyBaseType;
