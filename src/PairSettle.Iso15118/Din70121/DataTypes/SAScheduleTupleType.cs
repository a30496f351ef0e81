using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>One schedule: when how much power is to be had, and at which tariff.</summary>
[ExiType("SAScheduleTupleType", DinSchema.MsgDataTypes)]
public sealed partial record SAScheduleTupleType
{
    /// <summary>The schedule's number, by which <see cref="ChargingProfileType"/> chooses it.</summary>
    [ExiElement]
    public required short SAScheduleTupleID { get; init; }

    /// <summary>The limit of power over time.</summary>
    [ExiElement]
    public required PMaxScheduleType PMaxSchedule { get; init; }

    /// <summary>The tariff over time.</summary>
    [ExiElement]
    public SalesTariffType? SalesTariff { get; init; }
}
