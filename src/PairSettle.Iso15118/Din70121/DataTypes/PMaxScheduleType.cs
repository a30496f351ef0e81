using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>A limit of power over time.</summary>
[ExiType("PMaxScheduleType", DinSchema.MsgDataTypes)]
public sealed partial record PMaxScheduleType
{
    /// <summary>The limit's number within the session.</summary>
    [ExiElement]
    public required short PMaxScheduleID { get; init; }

    /// <summary>One or more intervals.</summary>
    [ExiElement(Reference = true)]
    public required ExiList<PMaxScheduleEntryType> PMaxScheduleEntry { get; init; }
}
