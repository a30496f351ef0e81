using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>External identification needs nothing more from the vehicle.</summary>
[ExiType("EIM_AReqAuthorizationModeType", CommonMessagesSchema.Namespace)]
public readonly partial record struct EIM_AReqAuthorizationModeType;
