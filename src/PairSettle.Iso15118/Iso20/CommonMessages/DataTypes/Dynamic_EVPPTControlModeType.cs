using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The charger steers the power, and no schedule is chosen.</summary>
[ExiType("Dynamic_EVPPTControlModeType", CommonMessagesSchema.Namespace)]
public readonly partial record struct Dynamic_EVPPTControlModeType;
