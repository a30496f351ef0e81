using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Acknowledges a confirmed meter reading. From SECC to EVCC.</summary>
[ExiType("MeteringConfirmationResType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("MeteringConfirmationRes", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record MeteringConfirmationRes : V2GResponseType;
