using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The frame in which the charger steers the power.</summary>
[ExiType("Dynamic_SEResControlModeType", CommonMessagesSchema.Namespace)]
public sealed partial record Dynamic_SEResControlModeType
{
    /// <summary>When the vehicle is to leave as the charger knows it, in seconds from this message.</summary>
    [ExiElement]
    public uint? DepartureTime { get; init; }

    /// <summary>The least state of charge wanted at departure, in percent, 0 to 100.</summary>
    [ExiElement]
    [ExiRange(0, 100)]
    public sbyte? MinimumSOC { get; init; }

    /// <summary>The state of charge wanted at departure, in percent, 0 to 100.</summary>
    [ExiElement]
    [ExiRange(0, 100)]
    public sbyte? TargetSOC { get; init; }

    /// <summary>Prices in money; this, relative prices or none.</summary>
    [ExiElement]
    [ExiChoice("PriceSchedule", Optional = true)]
    public AbsolutePriceScheduleType? AbsolutePriceSchedule { get; init; }

    /// <summary>Relative prices; this, prices in money or none.</summary>
    [ExiElement]
    [ExiChoice("PriceSchedule", Optional = true)]
    public PriceLevelScheduleType? PriceLevelSchedule { get; init; }
}
