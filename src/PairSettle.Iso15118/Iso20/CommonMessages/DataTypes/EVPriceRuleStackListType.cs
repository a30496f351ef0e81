using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The intervals of the vehicle's prices, one after the other.</summary>
[ExiType("EVPriceRuleStackListType", CommonMessagesSchema.Namespace)]
public sealed partial record EVPriceRuleStackListType
{
    /// <summary>1 to 1024 intervals.</summary>
    [ExiElement(MaxOccurs = 1024)]
    public required ExiList<EVPriceRuleStackType> EVPriceRuleStack { get; init; }
}
