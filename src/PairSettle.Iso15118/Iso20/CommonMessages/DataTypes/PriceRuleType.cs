using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The prices from a given power upwards.</summary>
[ExiType("PriceRuleType", CommonMessagesSchema.Namespace)]
public readonly partial record struct PriceRuleType
{
    /// <summary>The price of energy, for a kWh.</summary>
    [ExiElement]
    public required RationalNumberType EnergyFee { get; init; }

    /// <summary>The price of parking, for <see cref="ParkingFeePeriod"/>.</summary>
    [ExiElement]
    public RationalNumberType? ParkingFee { get; init; }

    /// <summary>The time that <see cref="ParkingFee"/> pays for, in seconds.</summary>
    [ExiElement]
    public uint? ParkingFeePeriod { get; init; }

    /// <summary>The emission of carbon dioxide, in g/kWh.</summary>
    [ExiElement]
    public ushort? CarbonDioxideEmission { get; init; }

    /// <summary>The share of renewable generation, in percent.</summary>
    [ExiElement]
    public byte? RenewableGenerationPercentage { get; init; }

    /// <summary>The power from which the prices hold, in W.</summary>
    [ExiElement]
    public required RationalNumberType PowerRangeStart { get; init; }
}
