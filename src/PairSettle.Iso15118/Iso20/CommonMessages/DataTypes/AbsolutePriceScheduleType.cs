using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Prices in money over time.</summary>
[ExiType("AbsolutePriceScheduleType", CommonMessagesSchema.Namespace)]
public sealed partial record AbsolutePriceScheduleType : PriceScheduleType
{
    /// <summary>The currency, by its code of three letters (ISO 4217).</summary>
    [ExiElement]
    [ExiLength(0, 3)]
    public required string Currency { get; init; }

    /// <summary>The language of names and descriptions, by its code of at most three letters.</summary>
    [ExiElement]
    [ExiLength(0, 3)]
    public required string Language { get; init; }

    /// <summary>By what rule prices are reckoned, a URI; at most 255 characters.</summary>
    [ExiElement]
    [ExiLength(0, 255)]
    public required string PriceAlgorithm { get; init; }

    /// <summary>What is paid at least.</summary>
    [ExiElement]
    public RationalNumberType? MinimumCost { get; init; }

    /// <summary>What is paid at most.</summary>
    [ExiElement]
    public RationalNumberType? MaximumCost { get; init; }

    /// <summary>The taxes.</summary>
    [ExiElement]
    public TaxRuleListType? TaxRules { get; init; }

    /// <summary>The prices.</summary>
    [ExiElement]
    public required PriceRuleStackListType PriceRuleStacks { get; init; }

    /// <summary>What staying too long costs.</summary>
    [ExiElement]
    public OverstayRuleListType? OverstayRules { get; init; }

    /// <summary>Further services that cost.</summary>
    [ExiElement]
    public AdditionalServiceListType? AdditionalSelectedServices { get; init; }

    /// <summary>The name that a signature refers to, where one covers the schedule.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public string? Id { get; init; }
}
