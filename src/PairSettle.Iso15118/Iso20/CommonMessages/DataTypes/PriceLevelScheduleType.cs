using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Relative prices over time.</summary>
[ExiType("PriceLevelScheduleType", CommonMessagesSchema.Namespace)]
public sealed partial record PriceLevelScheduleType : PriceScheduleType
{
    /// <summary>How many price levels the schedule distinguishes.</summary>
    [ExiElement]
    public required byte NumberOfPriceLevels { get; init; }

    /// <summary>The intervals.</summary>
    [ExiElement]
    public required PriceLevelScheduleEntryListType PriceLevelScheduleEntries { get; init; }

    /// <summary>The name that a signature refers to, where one covers the schedule.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public string? Id { get; init; }
}
