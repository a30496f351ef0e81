using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>What staying too long costs.</summary>
[ExiType("OverstayRuleListType", CommonMessagesSchema.Namespace)]
public sealed partial record OverstayRuleListType
{
    /// <summary>After how long the rules begin to hold, in seconds.</summary>
    [ExiElement]
    public uint? OverstayTimeThreshold { get; init; }

    /// <summary>Below which power the rules begin to hold, in W.</summary>
    [ExiElement]
    public RationalNumberType? OverstayPowerThreshold { get; init; }

    /// <summary>One to five rules, one after the other.</summary>
    [ExiElement(MaxOccurs = 5)]
    public required ExiList<OverstayRuleType> OverstayRule { get; init; }
}
