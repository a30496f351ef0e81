using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>What the charger answers with DC in both directions while the vehicle follows a schedule.</summary>
[ExiType("BPT_Scheduled_DC_CLResControlModeType", DcSchema.Namespace)]
[ExiGlobalElement("BPT_Scheduled_DC_CLResControlMode", DcSchema.Namespace, SubstitutionGroup = "Scheduled_DC_CLResControlMode")]
public sealed partial record BPT_Scheduled_DC_CLResControlModeType : Scheduled_DC_CLResControlModeType
{
    /// <summary>The most power that the charger can take, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVSEMaximumDischargePower { get; init; }

    /// <summary>The least power that the charger can take, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVSEMinimumDischargePower { get; init; }

    /// <summary>The most current that the charger can take, in A.</summary>
    [ExiElement]
    public RationalNumberType? EVSEMaximumDischargeCurrent { get; init; }

    /// <summary>The least voltage that the charger can deliver, in V.</summary>
    [ExiElement]
    public RationalNumberType? EVSEMinimumVoltage { get; init; }
}
