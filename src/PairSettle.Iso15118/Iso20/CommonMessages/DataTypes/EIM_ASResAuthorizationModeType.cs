using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>External identification needs nothing more from the charger.</summary>
[ExiType("EIM_ASResAuthorizationModeType", CommonMessagesSchema.Namespace)]
public readonly partial record struct EIM_ASResAuthorizationModeType;
