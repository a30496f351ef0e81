using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>A stretch of time counted from the message that carries it.</summary>
[ExiType("RelativeTimeIntervalType", Iso2Schema.MsgDataTypes)]
[ExiGlobalElement("RelativeTimeInterval", Iso2Schema.MsgDataTypes, SubstitutionGroup = "TimeInterval")]
public sealed partial record RelativeTimeIntervalType : IntervalType
{
    /// <summary>When it begins, in seconds from now.</summary>
    [ExiElement]
    [ExiRange(0, 16777214)]
    public required uint start { get; init; }

    /// <summary>How long it lasts, in seconds. Absent: until the next interval begins.</summary>
    [ExiElement]
    [ExiRange(0, 86400)]
    public uint? duration { get; init; }
}
