using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The vehicle's price from a given power upwards.</summary>
[ExiType("EVPriceRuleType", CommonMessagesSchema.Namespace)]
public readonly partial record struct EVPriceRuleType
{
    /// <summary>The price of energy, for a kWh.</summary>
    [ExiElement]
    public required RationalNumberType EnergyFee { get; init; }

    /// <summary>The power from which the prices hold, in W.</summary>
    [ExiElement]
    public required RationalNumberType PowerRangeStart { get; init; }
}
