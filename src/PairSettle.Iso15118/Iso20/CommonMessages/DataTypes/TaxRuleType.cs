using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>One tax.</summary>
[ExiType("TaxRuleType", CommonMessagesSchema.Namespace)]
public sealed partial record TaxRuleType
{
    /// <summary>The tax's number, from 1.</summary>
    [ExiElement]
    [ExiRange(1, 4294967295)]
    public required uint TaxRuleID { get; init; }

    /// <summary>The tax's name, at most 80 characters.</summary>
    [ExiElement]
    [ExiLength(0, 80)]
    public string? TaxRuleName { get; init; }

    /// <summary>The rate.</summary>
    [ExiElement]
    public required RationalNumberType TaxRate { get; init; }

    /// <summary>Whether the prices contain the tax.</summary>
    [ExiElement]
    public bool? TaxIncludedInPrice { get; init; }

    /// <summary>Whether energy is taxed.</summary>
    [ExiElement]
    public required bool AppliesToEnergyFee { get; init; }

    /// <summary>Whether parking is taxed.</summary>
    [ExiElement]
    public required bool AppliesToParkingFee { get; init; }

    /// <summary>Whether staying too long is taxed.</summary>
    [ExiElement]
    public required bool AppliesToOverstayFee { get; init; }

    /// <summary>Whether the bounds of the cost are taxed.</summary>
    [ExiElement]
    public required bool AppliesMinimumMaximumCost { get; init; }
}
