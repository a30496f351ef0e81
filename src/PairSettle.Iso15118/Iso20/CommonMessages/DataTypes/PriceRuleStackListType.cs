using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The intervals of prices, one after the other.</summary>
[ExiType("PriceRuleStackListType", CommonMessagesSchema.Namespace)]
public sealed partial record PriceRuleStackListType
{
    /// <summary>1 to 1024 intervals.</summary>
    [ExiElement(MaxOccurs = 1024)]
    public required ExiList<PriceRuleStackType> PriceRuleStack { get; init; }
}
