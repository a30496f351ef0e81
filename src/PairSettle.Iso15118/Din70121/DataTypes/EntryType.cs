using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>An interval of a schedule.</summary>
[ExiType("EntryType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("Entry", DinSchema.MsgDataTypes, Abstract = true)]
public abstract partial record EntryType
{
    private protected EntryType()
    {
    }

    /// <summary>When the interval is: a <see cref="RelativeTimeIntervalType"/>.</summary>
    [ExiElement(Reference = true)]
    public required IntervalType TimeInterval { get; init; }
}
