using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>A cost and the price that it comes from, in the currency of the price schedule.</summary>
[ExiType("DetailedCostType", CommonTypesSchema.Namespace)]
public readonly partial record struct DetailedCostType
{
    /// <summary>The cost.</summary>
    [ExiElement]
    public required RationalNumberType Amount { get; init; }

    /// <summary>The price of one unit of what is counted.</summary>
    [ExiElement]
    public required RationalNumberType CostPerUnit { get; init; }
}
