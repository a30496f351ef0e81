using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>A limit of power over time.</summary>
[ExiType("PMaxScheduleType", Iso2Schema.MsgDataTypes)]
public sealed partial record PMaxScheduleType
{
    /// <summary>One to 1024 intervals.</summary>
    [ExiElement(Reference = true, MaxOccurs = 1024)]
    public required ExiList<PMaxScheduleEntryType> PMaxScheduleEntry { get; init; }
}
