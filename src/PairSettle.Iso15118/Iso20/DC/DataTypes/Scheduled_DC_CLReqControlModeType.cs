using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>What the vehicle asks for with DC while it follows a schedule.</summary>
[ExiType("Scheduled_DC_CLReqControlModeType", DcSchema.Namespace)]
[ExiGlobalElement("Scheduled_DC_CLReqControlMode", DcSchema.Namespace,
    SubstitutionGroup = "CLReqControlMode", SubstitutionGroupNamespace = CommonTypesSchema.Namespace)]
public partial record Scheduled_DC_CLReqControlModeType : Scheduled_CLReqControlModeType
{
    /// <summary>The current wanted, in A.</summary>
    [ExiElement]
    public required RationalNumberType EVTargetCurrent { get; init; }

    /// <summary>The voltage wanted, in V.</summary>
    [ExiElement]
    public required RationalNumberType EVTargetVoltage { get; init; }

    /// <summary>The most power that the vehicle can draw, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVMaximumChargePower { get; init; }

    /// <summary>The least power that the vehicle can draw, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVMinimumChargePower { get; init; }

    /// <summary>The most current that the vehicle can draw, in A.</summary>
    [ExiElement]
    public RationalNumberType? EVMaximumChargeCurrent { get; init; }

    /// <summary>The most voltage that the vehicle admits, in V.</summary>
    [ExiElement]
    public RationalNumberType? EVMaximumVoltage { get; init; }

    /// <summary>The least voltage that the vehicle admits, in V.</summary>
    [ExiElement]
    public RationalNumberType? EVMinimumVoltage { get; init; }
}
