using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>How the vehicle means to draw power over time, within the schedule chosen.</summary>
[ExiType("ChargingProfileType", Iso2Schema.MsgDataTypes)]
public sealed partial record ChargingProfileType
{
    /// <summary>One to 24 steps.</summary>
    [ExiElement(MaxOccurs = 24)]
    public required ExiList<ProfileEntryType> ProfileEntry { get; init; }
}
