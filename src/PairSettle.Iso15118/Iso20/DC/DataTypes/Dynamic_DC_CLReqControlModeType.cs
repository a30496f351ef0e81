using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>What the vehicle asks for with DC while the charger steers the power.</summary>
[ExiType("Dynamic_DC_CLReqControlModeType", DcSchema.Namespace)]
[ExiGlobalElement("Dynamic_DC_CLReqControlMode", DcSchema.Namespace,
    SubstitutionGroup = "CLReqControlMode", SubstitutionGroupNamespace = CommonTypesSchema.Namespace)]
public partial record Dynamic_DC_CLReqControlModeType : Dynamic_CLReqControlModeType
{
    /// <summary>The most power that the vehicle can draw, in W.</summary>
    [ExiElement]
    public required RationalNumberType EVMaximumChargePower { get; init; }

    /// <summary>The least power that the vehicle can draw, in W.</summary>
    [ExiElement]
    public required RationalNumberType EVMinimumChargePower { get; init; }

    /// <summary>The most current that the vehicle can draw, in A.</summary>
    [ExiElement]
    public required RationalNumberType EVMaximumChargeCurrent { get; init; }

    /// <summary>The most voltage that the vehicle admits, in V.</summary>
    [ExiElement]
    public required RationalNumberType EVMaximumVoltage { get; init; }

    /// <summary>The least voltage that the vehicle admits, in V.</summary>
    [ExiElement]
    public required RationalNumberType EVMinimumVoltage { get; init; }
}
