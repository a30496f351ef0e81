using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Power over time, with its prices.</summary>
[ExiType("ChargingScheduleType", CommonMessagesSchema.Namespace)]
public sealed partial record ChargingScheduleType
{
    /// <summary>The limit of power.</summary>
    [ExiElement]
    public required PowerScheduleType PowerSchedule { get; init; }

    /// <summary>Prices in money; this, relative prices or none.</summary>
    [ExiElement]
    [ExiChoice("PriceSchedule", Optional = true)]
    public AbsolutePriceScheduleType? AbsolutePriceSchedule { get; init; }

    /// <summary>Relative prices; this, prices in money or none.</summary>
    [ExiElement]
    [ExiChoice("PriceSchedule", Optional = true)]
    public PriceLevelScheduleType? PriceLevelSchedule { get; init; }
}
