using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Asks by what means charging can be authorized. From EVCC to SECC.</summary>
[ExiType("AuthorizationSetupReqType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("AuthorizationSetupReq", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record AuthorizationSetupReq : V2GRequestType;
