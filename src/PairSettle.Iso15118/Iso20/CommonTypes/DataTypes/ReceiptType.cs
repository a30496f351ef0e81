using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>The costs so far, in the currency of the price schedule.</summary>
[ExiType("ReceiptType", CommonTypesSchema.Namespace)]
public sealed partial record ReceiptType
{
    /// <summary>When the costs were reckoned, in seconds since 1970-01-01T00:00:00Z.</summary>
    [ExiElement]
    public required ulong TimeAnchor { get; init; }

    /// <summary>What the energy costs.</summary>
    [ExiElement]
    public DetailedCostType? EnergyCosts { get; init; }

    /// <summary>What the occupation of the charger costs.</summary>
    [ExiElement]
    public DetailedCostType? OccupancyCosts { get; init; }

    /// <summary>What further services cost.</summary>
    [ExiElement]
    public DetailedCostType? AdditionalServicesCosts { get; init; }

    /// <summary>What staying too long costs.</summary>
    [ExiElement]
    public DetailedCostType? OverstayCosts { get; init; }

    /// <summary>At most ten taxes.</summary>
    [ExiElement(MinOccurs = 0, MaxOccurs = 10)]
    public ExiList<DetailedTaxType> TaxCosts { get; init; }
}
