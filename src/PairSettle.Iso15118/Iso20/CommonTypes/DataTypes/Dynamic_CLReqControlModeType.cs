using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>What the vehicle asks for in the charge loop while the charger steers the power.</summary>
[ExiType("Dynamic_CLReqControlModeType", CommonTypesSchema.Namespace)]
public abstract partial record Dynamic_CLReqControlModeType : CLReqControlModeType
{
    private protected Dynamic_CLReqControlModeType()
    {
    }

    /// <summary>When the vehicle means to leave, in seconds from this message.</summary>
    [ExiElement]
    public uint? DepartureTime { get; init; }

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
}
