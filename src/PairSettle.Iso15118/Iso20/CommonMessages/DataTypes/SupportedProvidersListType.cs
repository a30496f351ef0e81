using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The mobility operators whose contracts the charger accepts.</summary>
[ExiType("SupportedProvidersListType", CommonMessagesSchema.Namespace)]
public sealed partial record SupportedProvidersListType
{
    /// <summary>1 to 128 identifiers, each at most 80 characters.</summary>
    [ExiElement(MaxOccurs = 128)]
    [ExiLength(0, 80)]
    public required ExiList<string> ProviderID { get; init; }
}
