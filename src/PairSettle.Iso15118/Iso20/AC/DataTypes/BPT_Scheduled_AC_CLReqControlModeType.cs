using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.AC;

/// <summary>What the vehicle asks for with AC in both directions while it follows a schedule.</summary>
[ExiType("BPT_Scheduled_AC_CLReqControlModeType", AcSchema.Namespace)]
[ExiGlobalElement("BPT_Scheduled_AC_CLReqControlMode", AcSchema.Namespace, SubstitutionGroup = "Scheduled_AC_CLReqControlMode")]
public sealed partial record BPT_Scheduled_AC_CLReqControlModeType : Scheduled_AC_CLReqControlModeType
{
    /// <summary>
    /// The most power that the vehicle can feed back, in W; on phase 1 where the others have values of their own.
    /// </summary>
    [ExiElement]
    public RationalNumberType? EVMaximumDischargePower { get; init; }

    /// <summary>The most power that the vehicle can feed back on phase 2, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVMaximumDischargePower_L2 { get; init; }

    /// <summary>The most power that the vehicle can feed back on phase 3, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVMaximumDischargePower_L3 { get; init; }

    /// <summary>
    /// The least power that the vehicle can feed back, in W; on phase 1 where the others have values of their own.
    /// </summary>
    [ExiElement]
    public RationalNumberType? EVMinimumDischargePower { get; init; }

    /// <summary>The least power that the vehicle can feed back on phase 2, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVMinimumDischargePower_L2 { get; init; }

    /// <summary>The least power that the vehicle can feed back on phase 3, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVMinimumDischargePower_L3 { get; init; }
}
