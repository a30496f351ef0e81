using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The vehicle's prices in money over time.</summary>
[ExiType("EVAbsolutePriceScheduleType", CommonMessagesSchema.Namespace)]
public sealed partial record EVAbsolutePriceScheduleType
{
    /// <summary>When the first interval begins, in seconds since 1970-01-01T00:00:00Z.</summary>
    [ExiElement]
    public required ulong TimeAnchor { get; init; }

    /// <summary>The currency, by its code of three letters (ISO 4217).</summary>
    [ExiElement]
    [ExiLength(0, 3)]
    public required string Currency { get; init; }

    /// <summary>By what rule prices are reckoned, a URI; at most 255 characters.</summary>
    [ExiElement]
    [ExiLength(0, 255)]
    public required string PriceAlgorithm { get; init; }

    /// <summary>The prices.</summary>
    [ExiElement]
    public required EVPriceRuleStackListType EVPriceRuleStacks { get; init; }
}
