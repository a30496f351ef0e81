using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.AC;

/// <summary>What the vehicle asks for with AC while the charger steers the power.</summary>
[ExiType("Dynamic_AC_CLReqControlModeType", AcSchema.Namespace)]
[ExiGlobalElement("Dynamic_AC_CLReqControlMode", AcSchema.Namespace,
    SubstitutionGroup = "CLReqControlMode", SubstitutionGroupNamespace = CommonTypesSchema.Namespace)]
public partial record Dynamic_AC_CLReqControlModeType : Dynamic_CLReqControlModeType
{
    /// <summary>
    /// The most power that the vehicle can draw, in W; on phase 1 where the others have values of their own.
    /// </summary>
    [ExiElement]
    public required RationalNumberType EVMaximumChargePower { get; init; }

    /// <summary>The most power that the vehicle can draw on phase 2, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVMaximumChargePower_L2 { get; init; }

    /// <summary>The most power that the vehicle can draw on phase 3, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVMaximumChargePower_L3 { get; init; }

    /// <summary>
    /// The least power that the vehicle can draw, in W; on phase 1 where the others have values of their own.
    /// </summary>
    [ExiElement]
    public required RationalNumberType EVMinimumChargePower { get; init; }

    /// <summary>The least power that the vehicle can draw on phase 2, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVMinimumChargePower_L2 { get; init; }

    /// <summary>The least power that the vehicle can draw on phase 3, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVMinimumChargePower_L3 { get; init; }

    /// <summary>
    /// The active power at the vehicle now, in W; on phase 1 where the others have values of their own.
    /// </summary>
    [ExiElement]
    public required RationalNumberType EVPresentActivePower { get; init; }

    /// <summary>The active power at the vehicle now on phase 2, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVPresentActivePower_L2 { get; init; }

    /// <summary>The active power at the vehicle now on phase 3, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVPresentActivePower_L3 { get; init; }

    /// <summary>
    /// The reactive power at the vehicle now, in var; on phase 1 where the others have values of their own.
    /// </summary>
    [ExiElement]
    public required RationalNumberType EVPresentReactivePower { get; init; }

    /// <summary>The reactive power at the vehicle now on phase 2, in var.</summary>
    [ExiElement]
    public RationalNumberType? EVPresentReactivePower_L2 { get; init; }

    /// <summary>The reactive power at the vehicle now on phase 3, in var.</summary>
    [ExiElement]
    public RationalNumberType? EVPresentReactivePower_L3 { get; init; }
}
