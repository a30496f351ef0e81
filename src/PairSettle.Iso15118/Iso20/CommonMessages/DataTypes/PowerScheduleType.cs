using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>A limit of power over time.</summary>
[ExiType("PowerScheduleType", CommonMessagesSchema.Namespace)]
public sealed partial record PowerScheduleType
{
    /// <summary>When the first interval begins, in seconds since 1970-01-01T00:00:00Z.</summary>
    [ExiElement]
    public required ulong TimeAnchor { get; init; }

    /// <summary>The energy that is to be had in all, in Wh.</summary>
    [ExiElement]
    public RationalNumberType? AvailableEnergy { get; init; }

    /// <summary>How far the vehicle may stray from the schedule, in W.</summary>
    [ExiElement]
    public RationalNumberType? PowerTolerance { get; init; }

    /// <summary>The intervals.</summary>
    [ExiElement]
    public required PowerScheduleEntryListType PowerScheduleEntries { get; init; }
}
