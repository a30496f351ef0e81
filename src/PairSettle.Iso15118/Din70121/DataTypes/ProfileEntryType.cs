using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>One step of a charging profile; it holds until the next begins.</summary>
[ExiType("ProfileEntryType", DinSchema.MsgDataTypes)]
public sealed partial record ProfileEntryType
{
    /// <summary>When the step begins, in seconds from the start of the profile.</summary>
    [ExiElement]
    public required uint ChargingProfileEntryStart { get; init; }

    /// <summary>The most power that the vehicle will draw, in W.</summary>
    [ExiElement]
    public required short ChargingProfileEntryMaxPower { get; init; }
}
