using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The prices of one interval, by the power drawn.</summary>
[ExiType("PriceRuleStackType", CommonMessagesSchema.Namespace)]
public sealed partial record PriceRuleStackType
{
    /// <summary>How long the interval lasts, in seconds.</summary>
    [ExiElement]
    public required uint Duration { get; init; }

    /// <summary>One to eight prices, by power.</summary>
    [ExiElement(MaxOccurs = 8)]
    public required ExiList<PriceRuleType> PriceRule { get; init; }
}
