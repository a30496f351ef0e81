using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>What the vehicle needs, when the charger steers the power.</summary>
[ExiType("Dynamic_SEReqControlModeType", CommonMessagesSchema.Namespace)]
public sealed partial record Dynamic_SEReqControlModeType
{
    /// <summary>When the vehicle means to leave, in seconds from this message.</summary>
    [ExiElement]
    public required uint DepartureTime { get; init; }

    /// <summary>The least state of charge wanted at departure, in percent, 0 to 100.</summary>
    [ExiElement]
    [ExiRange(0, 100)]
    public sbyte? MinimumSOC { get; init; }

    /// <summary>The state of charge wanted at departure, in percent, 0 to 100.</summary>
    [ExiElement]
    [ExiRange(0, 100)]
    public sbyte? TargetSOC { get; init; }

    /// <summary>The energy to be transferred until the target is reached, in Wh. Negative: to be fed back.</summary>
    [ExiElement]
    public required RationalNumberType EVTargetEnergyRequest { get; init; }

    /// <summary>
    /// The most energy that the battery can take, in Wh. Negative: at least so much is to be fed back.
    /// </summary>
    [ExiElement]
    public required RationalNumberType EVMaximumEnergyRequest { get; init; }

    /// <summary>
    /// The energy to be transferred until the vehicle can start its trip at the least, in Wh. Negative: there is more
    /// than that in the battery.
    /// </summary>
    [ExiElement]
    public required RationalNumberType EVMinimumEnergyRequest { get; init; }

    /// <summary>The energy to be transferred before the vehicle lends no more of its battery, in Wh.</summary>
    [ExiElement]
    public RationalNumberType? EVMaximumV2XEnergyRequest { get; init; }

    /// <summary>The energy to be transferred before the vehicle begins to lend its battery, in Wh.</summary>
    [ExiElement]
    public RationalNumberType? EVMinimumV2XEnergyRequest { get; init; }
}
