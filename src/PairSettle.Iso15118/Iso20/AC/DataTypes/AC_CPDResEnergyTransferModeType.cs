using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.AC;

/// <summary>What the charger can deliver with AC.</summary>
[ExiType("AC_CPDResEnergyTransferModeType", AcSchema.Namespace)]
[ExiGlobalElement("AC_CPDResEnergyTransferMode", AcSchema.Namespace)]
public partial record AC_CPDResEnergyTransferModeType
{
    /// <summary>
    /// The most power that the charger can deliver, in W; on phase 1 where the others have values of their own.
    /// </summary>
    [ExiElement]
    public required RationalNumberType EVSEMaximumChargePower { get; init; }

    /// <summary>The most power that the charger can deliver on phase 2, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVSEMaximumChargePower_L2 { get; init; }

    /// <summary>The most power that the charger can deliver on phase 3, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVSEMaximumChargePower_L3 { get; init; }

    /// <summary>
    /// The least power that the charger can deliver, in W; on phase 1 where the others have values of their own.
    /// </summary>
    [ExiElement]
    public required RationalNumberType EVSEMinimumChargePower { get; init; }

    /// <summary>The least power that the charger can deliver on phase 2, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVSEMinimumChargePower_L2 { get; init; }

    /// <summary>The least power that the charger can deliver on phase 3, in W.</summary>
    [ExiElement]
    public RationalNumberType? EVSEMinimumChargePower_L3 { get; init; }

    /// <summary>The nominal frequency, in Hz.</summary>
    [ExiElement]
    public required RationalNumberType EVSENominalFrequency { get; init; }

    /// <summary>How much the power of the phases may differ, in W.</summary>
    [ExiElement]
    public RationalNumberType? MaximumPowerAsymmetry { get; init; }

    /// <summary>How fast power may change.</summary>
    [ExiElement]
    public RationalNumberType? EVSEPowerRampLimitation { get; init; }

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
