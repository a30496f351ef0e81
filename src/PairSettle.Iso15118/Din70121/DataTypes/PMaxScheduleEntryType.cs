using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>An interval of a limit of power.</summary>
[ExiType("PMaxScheduleEntryType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("PMaxScheduleEntry", DinSchema.MsgDataTypes, SubstitutionGroup = "Entry")]
public sealed partial record PMaxScheduleEntryType : EntryType
{
    /// <summary>The most power to draw, in W. A charger that can deliver more than 32,767 W states this.</summary>
    [ExiElement]
    public required short PMax { get; init; }
}
