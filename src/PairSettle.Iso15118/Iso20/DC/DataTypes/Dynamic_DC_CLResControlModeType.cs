using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>What the charger answers with DC while it steers the power.</summary>
[ExiType("Dynamic_DC_CLResControlModeType", DcSchema.Namespace)]
[ExiGlobalElement("Dynamic_DC_CLResControlMode", DcSchema.Namespace,
    SubstitutionGroup = "CLResControlMode", SubstitutionGroupNamespace = CommonTypesSchema.Namespace)]
public partial record Dynamic_DC_CLResControlModeType : Dynamic_CLResControlModeType
{
    /// <summary>The most power that the charger can deliver, in W.</summary>
    [ExiElement]
    public required RationalNumberType EVSEMaximumChargePower { get; init; }

    /// <summary>The least power that the charger can deliver, in W.</summary>
    [ExiElement]
    public required RationalNumberType EVSEMinimumChargePower { get; init; }

    /// <summary>The most current that the charger can deliver, in A.</summary>
    [ExiElement]
    public required RationalNumberType EVSEMaximumChargeCurrent { get; init; }

    /// <summary>The most voltage that the charger can deliver, in V.</summary>
    [ExiElement]
    public required RationalNumberType EVSEMaximumVoltage { get; init; }
}
