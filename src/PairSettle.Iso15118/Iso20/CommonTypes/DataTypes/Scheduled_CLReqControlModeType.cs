using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>What the vehicle asks for in the charge loop while it follows a schedule.</summary>
[ExiType("Scheduled_CLReqControlModeType", CommonTypesSchema.Namespace)]
public abstract partial record Scheduled_CLReqControlModeType : CLReqControlModeType
{
    private protected Scheduled_CLReqControlModeType()
    {
    }

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
}
