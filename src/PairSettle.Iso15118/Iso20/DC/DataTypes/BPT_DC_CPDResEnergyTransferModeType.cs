using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>What the charger can deliver and take with DC.</summary>
[ExiType("BPT_DC_CPDResEnergyTransferModeType", DcSchema.Namespace)]
[ExiGlobalElement("BPT_DC_CPDResEnergyTransferMode", DcSchema.Namespace, SubstitutionGroup = "DC_CPDResEnergyTransferMode")]
public sealed partial record BPT_DC_CPDResEnergyTransferModeType : DC_CPDResEnergyTransferModeType
{
    /// <summary>The most power that the charger can take, in W.</summary>
    [ExiElement]
    public required RationalNumberType EVSEMaximumDischargePower { get; init; }

    /// <summary>The least power that the charger can take, in W.</summary>
    [ExiElement]
    public required RationalNumberType EVSEMinimumDischargePower { get; init; }

    /// <summary>The most current that the charger can take, in A.</summary>
    [ExiElement]
    public required RationalNumberType EVSEMaximumDischargeCurrent { get; init; }

    /// <summary>The least current that the charger can take, in A.</summary>
    [ExiElement]
    public required RationalNumberType EVSEMinimumDischargeCurrent { get; init; }
}
