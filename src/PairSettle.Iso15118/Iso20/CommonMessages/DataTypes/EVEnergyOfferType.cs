using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Energy that the vehicle offers to feed back, and its price.</summary>
[ExiType("EVEnergyOfferType", CommonMessagesSchema.Namespace)]
public sealed partial record EVEnergyOfferType
{
    /// <summary>The power offered.</summary>
    [ExiElement]
    public required EVPowerScheduleType EVPowerSchedule { get; init; }

    /// <summary>The price asked.</summary>
    [ExiElement]
    public required EVAbsolutePriceScheduleType EVAbsolutePriceSchedule { get; init; }
}
