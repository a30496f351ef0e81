using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>The schedules that the vehicle chooses from.</summary>
[ExiType("SAScheduleListType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("SAScheduleList", DinSchema.MsgDataTypes, SubstitutionGroup = "SASchedules")]
public sealed partial record SAScheduleListType : SASchedulesType
{
    /// <summary>One or more schedules.</summary>
    [ExiElement]
    public required ExiList<SAScheduleTupleType> SAScheduleTuple { get; init; }
}
