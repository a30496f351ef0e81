using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>What authorization by contract certificate needs from the charger.</summary>
[ExiType("PnC_ASResAuthorizationModeType", CommonMessagesSchema.Namespace)]
public sealed partial record PnC_ASResAuthorizationModeType
{
    /// <summary>16 random octets that the vehicle returns signed.</summary>
    [ExiElement]
    [ExiLength(16, 16)]
    public required ExiBytes GenChallenge { get; init; }

    /// <summary>The mobility operators whose contracts are accepted; absent: the charger does not say.</summary>
    [ExiElement]
    public SupportedProvidersListType? SupportedProviders { get; init; }
}
