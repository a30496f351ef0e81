using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Ends the session. From EVCC to SECC.</summary>
[ExiType("SessionStopType", DinSchema.MsgBody)]
[ExiGlobalElement("SessionStopReq", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record SessionStopReq : BodyBaseType;
