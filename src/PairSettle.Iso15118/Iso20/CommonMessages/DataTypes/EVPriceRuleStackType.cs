using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The vehicle's prices of one interval, by the power fed back.</summary>
[ExiType("EVPriceRuleStackType", CommonMessagesSchema.Namespace)]
public sealed partial record EVPriceRuleStackType
{
    /// <summary>How long the interval lasts, in seconds.</summary>
    [ExiElement]
    public required uint Duration { get; init; }

    /// <summary>One to eight prices, by power.</summary>
    [ExiElement(MaxOccurs = 8)]
    public required ExiList<EVPriceRuleType> EVPriceRule { get; init; }
}
