using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>What the charger answers with DC while the vehicle follows a schedule.</summary>
[ExiType("Scheduled_DC_CLResControlModeType", DcSchema.Namespace)]
[ExiGlobalElement("Scheduled_DC_CLResControlMode", DcSchema.Namespace,
    SubstitutionGroup = "CLResControlMode", SubstitutionGroupNamespace = CommonTypesSchema.Namespace)]
public partial record Scheduled_DC_CLResControlModeType : Scheduled_CLResControlModeType
{
    /// <summary>The most power that the charger can deliver, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVSEMaximumChargePower { get; init; }

    /// <summary>The least power that the charger can deliver, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVSEMinimumChargePower { get; init; }

    /// <summary>The most current that the charger can deliver, in A.</summary>
    [ExiElement]
    public RationalNumberType? EVSEMaximumChargeCurrent { get; init; }

    /// <summary>The most voltage that the charger can deliver, in V.</summary>
    [ExiElement]
    public RationalNumberType? EVSEMaximumVoltage { get; init; }
}
