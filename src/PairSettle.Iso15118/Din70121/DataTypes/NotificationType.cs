using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>A fault that one side reports in a message header.</summary>
[ExiType("NotificationType", DinSchema.MsgDataTypes)]
public sealed partial record NotificationType
{
    /// <summary>The kind of fault.</summary>
    [ExiElement]
    public required FaultCodeType FaultCode { get; init; }

    /// <summary>Words for people, at most 64 characters.</summary>
    [ExiElement]
    [ExiLength(0, 64)]
    public string? FaultMsg { get; init; }
}
