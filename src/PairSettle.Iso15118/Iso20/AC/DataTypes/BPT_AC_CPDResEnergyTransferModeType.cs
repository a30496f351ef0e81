using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.AC;

/// <summary>What the charger can deliver and take with AC.</summary>
[ExiType("BPT_AC_CPDResEnergyTransferModeType", AcSchema.Namespace)]
[ExiGlobalElement("BPT_AC_CPDResEnergyTransferMode", AcSchema.Namespace, SubstitutionGroup = "AC_CPDResEnergyTransferMode")]
public sealed partial record BPT_AC_CPDResEnergyTransferModeType : AC_CPDResEnergyTransferModeType
{
    /// <summary>
    /// The most power that the charger can take, in W; on phase 1 where the others have values of their own.
    /// </summary>
    [ExiElement]
    public required RationalNumberType EVSEMaximumDischargePower { get; init; }

    /// <summary>The most power that the charger can take on phase 2, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVSEMaximumDischargePower_L2 { get; init; }

    /// <summary>The most power that the charger can take on phase 3, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVSEMaximumDischargePower_L3 { get; init; }

    /// <summary>
    /// The least power that the charger can take, in W; on phase 1 where the others have values of their own.
    /// </summary>
    [ExiElement]
    public required RationalNumberType EVSEMinimumDischargePower { get; init; }

    /// <summary>The least power that the charger can take on phase 2, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVSEMinimumDischargePower_L2 { get; init; }

    /// <summary>The least power that the charger can take on phase 3, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVSEMinimumDischargePower_L3 { get; init; }
}
