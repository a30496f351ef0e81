using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>One schedule that the vehicle can choose.</summary>
[ExiType("ScheduleTupleType", CommonMessagesSchema.Namespace)]
public sealed partial record ScheduleTupleType
{
    /// <summary>The schedule's number, from 1, by which <see cref="PowerDeliveryReq"/> chooses it.</summary>
    [ExiElement]
    [ExiRange(1, 4294967295)]
    public required uint ScheduleTupleID { get; init; }

    /// <summary>Power to the vehicle.</summary>
    [ExiElement]
    public required ChargingScheduleType ChargingSchedule { get; init; }

    /// <summary>Power from the vehicle.</summary>
    [ExiElement]
    public ChargingScheduleType? DischargingSchedule { get; init; }
}
