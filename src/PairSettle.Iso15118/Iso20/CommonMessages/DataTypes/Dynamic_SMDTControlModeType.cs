using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The energy was metered while the charger steered the power.</summary>
[ExiType("Dynamic_SMDTControlModeType", CommonMessagesSchema.Namespace)]
public readonly partial record struct Dynamic_SMDTControlModeType;
