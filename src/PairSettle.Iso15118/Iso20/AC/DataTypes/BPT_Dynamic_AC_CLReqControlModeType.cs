using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.AC;

/// <summary>What the vehicle asks for with AC in both directions while the charger steers the power.</summary>
[ExiType("BPT_Dynamic_AC_CLReqControlModeType", AcSchema.Namespace)]
[ExiGlobalElement("BPT_Dynamic_AC_CLReqControlMode", AcSchema.Namespace, SubstitutionGroup = "Dynamic_AC_CLReqControlMode")]
public sealed partial record BPT_Dynamic_AC_CLReqControlModeType : Dynamic_AC_CLReqControlModeType
{
    /// <summary>
    /// The most power that the vehicle can feed back, in W; on phase 1 where the others have values of their own.
    /// </summary>
    [ExiElement]
    public required RationalNumberType EVMaximumDischargePower { get; init; }

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
    public required RationalNumberType EVMinimumDischargePower { get; init; }

    /// <summary>The least power that the vehicle can feed back on phase 2, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVMinimumDischargePower_L2 { get; init; }

    /// <summary>The least power that the vehicle can feed back on phase 3, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVMinimumDischargePower_L3 { get; init; }

    /// <summary>The energy to be transferred before the vehicle lends no more of its battery, in Wh.</summary>
    [ExiElement]
    public RationalNumberType? EVMaximumV2XEnergyRequest { get; init; }

    /// <summary>The energy to be transferred before the vehicle begins to lend its battery, in Wh.</summary>
    [ExiElement]
    public RationalNumberType? EVMinimumV2XEnergyRequest { get; init; }
}
