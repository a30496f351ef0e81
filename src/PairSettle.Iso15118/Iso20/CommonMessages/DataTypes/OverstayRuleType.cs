using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>What staying costs from a given time on.</summary>
[ExiType("OverstayRuleType", CommonMessagesSchema.Namespace)]
public sealed partial record OverstayRuleType
{
    /// <summary>Words for people, at most 160 characters.</summary>
    [ExiElement]
    [ExiLength(0, 160)]
    public string? OverstayRuleDescription { get; init; }

    /// <summary>When the rule begins to hold, in seconds from the beginning of the overstay.</summary>
    [ExiElement]
    public required uint StartTime { get; init; }

    /// <summary>The price, for <see cref="OverstayFeePeriod"/>.</summary>
    [ExiElement]
    public required RationalNumberType OverstayFee { get; init; }

    /// <summary>The time that <see cref="OverstayFee"/> pays for, in seconds.</summary>
    [ExiElement]
    public required uint OverstayFeePeriod { get; init; }
}
