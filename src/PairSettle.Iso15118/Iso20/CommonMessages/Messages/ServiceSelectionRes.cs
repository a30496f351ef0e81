using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Confirms the choice of services. From SECC to EVCC.</summary>
[ExiType("ServiceSelectionResType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("ServiceSelectionRes", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record ServiceSelectionRes : V2GResponseType;
