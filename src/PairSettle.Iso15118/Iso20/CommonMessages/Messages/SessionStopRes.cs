using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>
/// Confirms the end of the session. The connection is closed 5 s later [V2G20-1643]. From SECC to EVCC.
/// </summary>
[ExiType("SessionStopResType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("SessionStopRes", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record SessionStopRes : V2GResponseType;
