using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>What all price schedules have in common.</summary>
[ExiType("PriceScheduleType", CommonMessagesSchema.Namespace)]
public abstract partial record PriceScheduleType
{
    private protected PriceScheduleType()
    {
    }

    /// <summary>When the first interval begins, in seconds since 1970-01-01T00:00:00Z.</summary>
    [ExiElement]
    public required ulong TimeAnchor { get; init; }

    /// <summary>The schedule's number, from 1.</summary>
    [ExiElement]
    [ExiRange(1, 4294967295)]
    public required uint PriceScheduleID { get; init; }

    /// <summary>Words for people, at most 160 characters.</summary>
    [ExiElement]
    [ExiLength(0, 160)]
    public string? PriceScheduleDescription { get; init; }
}
