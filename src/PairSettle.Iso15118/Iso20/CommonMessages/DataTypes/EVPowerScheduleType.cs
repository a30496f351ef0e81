using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Power that the vehicle offers to feed back over time.</summary>
[ExiType("EVPowerScheduleType", CommonMessagesSchema.Namespace)]
public sealed partial record EVPowerScheduleType
{
    /// <summary>When the first interval begins, in seconds since 1970-01-01T00:00:00Z.</summary>
    [ExiElement]
    public required ulong TimeAnchor { get; init; }

    /// <summary>The intervals.</summary>
    [ExiElement]
    public required EVPowerScheduleEntryListType EVPowerScheduleEntries { get; init; }
}
