using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>What the vehicle asks for with DC in both directions while it follows a schedule.</summary>
[ExiType("BPT_Scheduled_DC_CLReqControlModeType", DcSchema.Namespace)]
[ExiGlobalElement("BPT_Scheduled_DC_CLReqControlMode", DcSchema.Namespace, SubstitutionGroup = "Scheduled_DC_CLReqControlMode")]
public sealed partial record BPT_Scheduled_DC_CLReqControlModeType : Scheduled_DC_CLReqControlModeType
{
    /// <summary>The most power that the vehicle can feed back, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVMaximumDischargePower { get; init; }

    /// <summary>The least power that the vehicle can feed back, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVMinimumDischargePower { get; init; }

    /// <summary>The most current that the vehicle can feed back, in A.</summary>
    [ExiElement]
    public RationalNumberType? EVMaximumDischargeCurrent { get; init; }
}
