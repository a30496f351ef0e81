using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>An interval of a relative price.</summary>
[ExiType("PriceLevelScheduleEntryType", CommonMessagesSchema.Namespace)]
public readonly partial record struct PriceLevelScheduleEntryType
{
    /// <summary>How long the interval lasts, in seconds.</summary>
    [ExiElement]
    public required uint Duration { get; init; }

    /// <summary>The price level; the lower, the cheaper.</summary>
    [ExiElement]
    public required byte PriceLevel { get; init; }
}
