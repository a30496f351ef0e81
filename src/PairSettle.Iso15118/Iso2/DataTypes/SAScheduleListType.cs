using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>The schedules that the vehicle chooses from.</summary>
[ExiType("SAScheduleListType", Iso2Schema.MsgDataTypes)]
[ExiGlobalElement("SAScheduleList", Iso2Schema.MsgDataTypes, SubstitutionGroup = "SASchedules")]
public sealed partial record SAScheduleListType : SASchedulesType
{
    /// <summary>One to three schedules.</summary>
    [ExiElement(MaxOccurs = 3)]
    public required ExiList<SAScheduleTupleType> SAScheduleTuple { get; init; }
}
