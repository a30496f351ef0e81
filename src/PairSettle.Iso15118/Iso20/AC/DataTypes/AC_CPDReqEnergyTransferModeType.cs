using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.AC;

/// <summary>What the vehicle needs and tolerates with AC.</summary>
[ExiType("AC_CPDReqEnergyTransferModeType", AcSchema.Namespace)]
[ExiGlobalElement("AC_CPDReqEnergyTransferMode", AcSchema.Namespace)]
public partial record AC_CPDReqEnergyTransferModeType
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
}
