using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>What the vehicle asks for with DC in both directions while the charger steers the power.</summary>
[ExiType("BPT_Dynamic_DC_CLReqControlModeType", DcSchema.Namespace)]
[ExiGlobalElement("BPT_Dynamic_DC_CLReqControlMode", DcSchema.Namespace, SubstitutionGroup = "Dynamic_DC_CLReqControlMode")]
public sealed partial record BPT_Dynamic_DC_CLReqControlModeType : Dynamic_DC_CLReqControlModeType
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

    /// <summary>The energy to be transferred before the vehicle lends no more of its battery, in Wh.</summary>
    [ExiElement]
    public RationalNumberType? EVMaximumV2XEnergyRequest { get; init; }

    /// <summary>The energy to be transferred before the vehicle begins to lend its battery, in Wh.</summary>
    [ExiElement]
    public RationalNumberType? EVMinimumV2XEnergyRequest { get; init; }
}
