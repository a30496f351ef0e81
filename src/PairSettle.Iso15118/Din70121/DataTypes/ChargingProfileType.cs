using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>How the vehicle means to draw power over time, within the schedule chosen.</summary>
[ExiType("ChargingProfileType", DinSchema.MsgDataTypes)]
public sealed partial record ChargingProfileType
{
    /// <summary>The schedule chosen.</summary>
    [ExiElement]
    public required short SAScheduleTupleID { get; init; }

    /// <summary>One or more steps.</summary>
    [ExiElement]
    public required ExiList<ProfileEntryType> ProfileEntry { get; init; }
}
