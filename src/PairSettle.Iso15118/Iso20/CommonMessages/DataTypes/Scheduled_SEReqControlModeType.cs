using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>What the vehicle needs, when it follows a schedule.</summary>
[ExiType("Scheduled_SEReqControlModeType", CommonMessagesSchema.Namespace)]
public sealed partial record Scheduled_SEReqControlModeType
{
    /// <summary>When the vehicle means to leave, in seconds from this message.</summary>
    [ExiElement]
    public uint? DepartureTime { get; init; }

    /// <summary>The energy to be transferred until the target is reached, in Wh. Negative: to be fed back.</summary>
    [ExiElement]
    public RationalNumberType? EVTargetEnergyRequest { get; init; }

    /// <summary>
    /// The most energy that the battery can take, in Wh. Negative: at least so much is to be fed back.
    /// </summary>
    [ExiElement]
    public RationalNumberType? EVMaximumEnergyRequest { get; init; }

    /// <summary>
    /// The energy to be transferred until the vehicle can start its trip at the least, in Wh. Negative: there is more
    /// than that in the battery.
    /// </summary>
    [ExiElement]
    public RationalNumberType? EVMinimumEnergyRequest { get; init; }

    /// <summary>Energy that the vehicle offers to feed back.</summary>
    [ExiElement]
    public EVEnergyOfferType? EVEnergyOffer { get; init; }
}
