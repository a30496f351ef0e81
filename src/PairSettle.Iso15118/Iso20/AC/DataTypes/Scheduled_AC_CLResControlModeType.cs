using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.AC;

/// <summary>What the charger answers with AC while the vehicle follows a schedule.</summary>
[ExiType("Scheduled_AC_CLResControlModeType", AcSchema.Namespace)]
[ExiGlobalElement("Scheduled_AC_CLResControlMode", AcSchema.Namespace,
    SubstitutionGroup = "CLResControlMode", SubstitutionGroupNamespace = CommonTypesSchema.Namespace)]
public partial record Scheduled_AC_CLResControlModeType : Scheduled_CLResControlModeType
{
    /// <summary>
    /// The active power that the charger wants, in W; on phase 1 where the others have values of their own.
    /// </summary>
    [ExiElement]
    public RationalNumberType? EVSETargetActivePower { get; init; }

    /// <summary>The active power that the charger wants on phase 2, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVSETargetActivePower_L2 { get; init; }

    /// <summary>The active power that the charger wants on phase 3, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVSETargetActivePower_L3 { get; init; }

    /// <summary>
    /// The reactive power that the charger wants, in var; on phase 1 where the others have values of their own.
    /// </summary>
    [ExiElement]
    public RationalNumberType? EVSETargetReactivePower { get; init; }

    /// <summary>The reactive power that the charger wants on phase 2, in var.</summary>
    [ExiElement]
    public RationalNumberType? EVSETargetReactivePower_L2 { get; init; }

    /// <summary>The reactive power that the charger wants on phase 3, in var.</summary>
    [ExiElement]
    public RationalNumberType? EVSETargetReactivePower_L3 { get; init; }

    /// <summary>
    /// The active power at the charger now, in W; on phase 1 where the others have values of their own.
    /// </summary>
    [ExiElement]
    public RationalNumberType? EVSEPresentActivePower { get; init; }

    /// <summary>The active power at the charger now on phase 2, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVSEPresentActivePower_L2 { get; init; }

    /// <summary>The active power at the charger now on phase 3, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVSEPresentActivePower_L3 { get; init; }
}
