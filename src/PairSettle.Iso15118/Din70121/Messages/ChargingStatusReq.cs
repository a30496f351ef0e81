using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Asks for the charger's state, again and again while AC power flows. From EVCC to SECC.</summary>
[ExiType("ChargingStatusReqType", DinSchema.MsgBody)]
[ExiGlobalElement("ChargingStatusReq", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record ChargingStatusReq : BodyBaseType;
