using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>What the vehicle needs and tolerates with DC in both directions.</summary>
[ExiType("BPT_DC_CPDReqEnergyTransferModeType", DcSchema.Namespace)]
[ExiGlobalElement("BPT_DC_CPDReqEnergyTransferMode", DcSchema.Namespace, SubstitutionGroup = "DC_CPDReqEnergyTransferMode")]
public sealed partial record BPT_DC_CPDReqEnergyTransferModeType : DC_CPDReqEnergyTransferModeType
{
    /// <summary>The most power that the vehicle can feed back, in W.</summary>
    [ExiElement]
    public required RationalNumberType EVMaximumDischargePower { get; init; }

    /// <summary>The least power that the vehicle can feed back, in W.</summary>
    [ExiElement]
    public required RationalNumberType EVMinimumDischargePower { get; init; }

    /// <summary>The most current that the vehicle can feed back, in A.</summary>
    [ExiElement]
    public required RationalNumberType EVMaximumDischargeCurrent { get; init; }

    /// <summary>The least current that the vehicle can feed back, in A.</summary>
    [ExiElement]
    public required RationalNumberType EVMinimumDischargeCurrent { get; init; }
}
