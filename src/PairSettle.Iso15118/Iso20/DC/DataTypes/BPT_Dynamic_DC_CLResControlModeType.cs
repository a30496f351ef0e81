using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>What the charger answers with DC in both directions while it steers the power.</summary>
[ExiType("BPT_Dynamic_DC_CLResControlModeType", DcSchema.Namespace)]
[ExiGlobalElement("BPT_Dynamic_DC_CLResControlMode", DcSchema.Namespace, SubstitutionGroup = "Dynamic_DC_CLResControlMode")]
public sealed partial record BPT_Dynamic_DC_CLResControlModeType : Dynamic_DC_CLResControlModeType
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

    /// <summary>The least voltage that the charger can deliver, in V.</summary>
    [ExiElement]
    public required RationalNumberType EVSEMinimumVoltage { get; init; }
}
