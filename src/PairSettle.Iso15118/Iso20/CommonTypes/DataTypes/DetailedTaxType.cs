using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>The amount of one tax, in the currency of the price schedule.</summary>
[ExiType("DetailedTaxType", CommonTypesSchema.Namespace)]
public readonly partial record struct DetailedTaxType
{
    /// <summary>The tax rule of the price schedule that the tax comes from.</summary>
    [ExiElement]
    [ExiRange(1, 4294967295)]
    public required uint TaxRuleID { get; init; }

    /// <summary>The tax.</summary>
    [ExiElement]
    public required RationalNumberType Amount { get; init; }
}
