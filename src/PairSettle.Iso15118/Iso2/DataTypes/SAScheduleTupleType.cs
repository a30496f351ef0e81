using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>One schedule: when how much power is to be had, and at which tariff.</summary>
[ExiType("SAScheduleTupleType", Iso2Schema.MsgDataTypes)]
public sealed partial record SAScheduleTupleType
{
    /// <summary>The schedule's number, by which <see cref="PowerDeliveryReq"/> chooses it.</summary>
    [ExiElement]
    [ExiRange(1, 255)]
    public required byte SAScheduleTupleID { get; init; }

    /// <summary>The limit of power over time.</summary>
    [ExiElement]
    public required PMaxScheduleType PMaxSchedule { get; init; }

    /// <summary>The tariff over time. With Plug and Charge the mobility operator signs it.</summary>
    [ExiElement]
    public SalesTariffType? SalesTariff { get; init; }
}
