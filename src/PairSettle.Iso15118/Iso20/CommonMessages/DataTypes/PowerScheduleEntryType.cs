using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>An interval of a limit of power.</summary>
[ExiType("PowerScheduleEntryType", CommonMessagesSchema.Namespace)]
public readonly partial record struct PowerScheduleEntryType
{
    /// <summary>How long the interval lasts, in seconds.</summary>
    [ExiElement]
    public required uint Duration { get; init; }

    /// <summary>The most power, in W; on phase 1 where the others have limits of their own.</summary>
    [ExiElement]
    public required RationalNumberType Power { get; init; }

    /// <summary>The most power on phase 2, in W.</summary>
    [ExiElement]
    public RationalNumberType? Power_L2 { get; init; }

    /// <summary>The most power on phase 3, in W.</summary>
    [ExiElement]
    public RationalNumberType? Power_L3 { get; init; }
}
