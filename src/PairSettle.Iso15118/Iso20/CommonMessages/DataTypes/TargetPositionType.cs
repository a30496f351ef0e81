using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Where the vehicle is to stop, from the middle of the device. No message uses it.</summary>
[ExiType("TargetPositionType", CommonMessagesSchema.Namespace)]
public readonly partial record struct TargetPositionType
{
    /// <summary>The distance along the first axis.</summary>
    [ExiElement]
    public required ushort TargetOffsetX { get; init; }

    /// <summary>The distance along the second axis.</summary>
    [ExiElement]
    public required ushort TargetOffsetY { get; init; }
}
