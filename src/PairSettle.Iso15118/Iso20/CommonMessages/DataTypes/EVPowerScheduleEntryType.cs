using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>An interval of power offered.</summary>
[ExiType("EVPowerScheduleEntryType", CommonMessagesSchema.Namespace)]
public readonly partial record struct EVPowerScheduleEntryType
{
    /// <summary>How long the interval lasts, in seconds.</summary>
    [ExiElement]
    public required uint Duration { get; init; }

    /// <summary>The power, in W.</summary>
    [ExiElement]
    public required RationalNumberType Power { get; init; }
}
