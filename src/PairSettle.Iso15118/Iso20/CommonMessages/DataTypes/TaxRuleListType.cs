using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The taxes that a price schedule knows.</summary>
[ExiType("TaxRuleListType", CommonMessagesSchema.Namespace)]
public sealed partial record TaxRuleListType
{
    /// <summary>One to ten taxes.</summary>
    [ExiElement(MaxOccurs = 10)]
    public required ExiList<TaxRuleType> TaxRule { get; init; }
}
