using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>One step of a charging profile; it holds until the next begins.</summary>
[ExiType("ProfileEntryType", Iso2Schema.MsgDataTypes)]
public sealed partial record ProfileEntryType
{
    /// <summary>When the step begins, in seconds from the start of the profile.</summary>
    [ExiElement]
    public required uint ChargingProfileEntryStart { get; init; }

    /// <summary>The most power that the vehicle will draw, in W.</summary>
    [ExiElement]
    public required PhysicalValueType ChargingProfileEntryMaxPower { get; init; }

    /// <summary>The most phases that the vehicle will use, 1 to 3.</summary>
    [ExiElement]
    [ExiRange(1, 3)]
    public sbyte? ChargingProfileEntryMaxNumberOfPhasesInUse { get; init; }
}
