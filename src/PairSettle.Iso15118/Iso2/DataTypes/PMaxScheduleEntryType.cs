using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>An interval of a limit of power.</summary>
[ExiType("PMaxScheduleEntryType", Iso2Schema.MsgDataTypes)]
[ExiGlobalElement("PMaxScheduleEntry", Iso2Schema.MsgDataTypes, SubstitutionGroup = "Entry")]
public sealed partial record PMaxScheduleEntryType : EntryType
{
    /// <summary>The most power to draw, in W.</summary>
    [ExiElement]
    public required PhysicalValueType PMax { get; init; }
}
