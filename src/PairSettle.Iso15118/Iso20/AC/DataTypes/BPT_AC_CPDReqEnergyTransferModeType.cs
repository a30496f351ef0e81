using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.AC;

/// <summary>What the vehicle needs and tolerates with AC in both directions.</summary>
[ExiType("BPT_AC_CPDReqEnergyTransferModeType", AcSchema.Namespace)]
[ExiGlobalElement("BPT_AC_CPDReqEnergyTransferMode", AcSchema.Namespace, SubstitutionGroup = "AC_CPDReqEnergyTransferMode")]
public sealed partial record BPT_AC_CPDReqEnergyTransferModeType : AC_CPDReqEnergyTransferModeType
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
}
