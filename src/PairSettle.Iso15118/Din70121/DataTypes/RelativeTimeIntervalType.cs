using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>A stretch of time counted from the message that carries it.</summary>
[ExiType("RelativeTimeIntervalType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("RelativeTimeInterval", DinSchema.MsgDataTypes, SubstitutionGroup = "TimeInterval")]
public sealed partial record RelativeTimeIntervalType : IntervalType
{
    /// <summary>When it begins, in seconds from now.</summary>
    [ExiElement]
    public required uint start { get; init; }

    /// <summary>How long it lasts, in seconds. Absent: until the next interval begins.</summary>
    [ExiElement]
    public uint? duration { get; init; }
}
