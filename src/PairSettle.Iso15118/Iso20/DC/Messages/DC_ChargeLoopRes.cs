using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>Answers a turn of the DC charge loop. From SECC to EVCC.</summary>
[ExiType("DC_ChargeLoopResType", DcSchema.Namespace)]
[ExiGlobalElement("DC_ChargeLoopRes", DcSchema.Namespace, Root = true)]
public sealed partial record DC_ChargeLoopRes : ChargeLoopResType
{
    /// <summary>The current at the charger's outlet now, in A.</summary>
    [ExiElement]
    public required RationalNumberType EVSEPresentCurrent { get; init; }

    /// <summary>The voltage at the charger's outlet now, in V.</summary>
    [ExiElement]
    public required RationalNumberType EVSEPresentVoltage { get; init; }

    /// <summary>Whether the charger is at its limit of power.</summary>
    [ExiElement]
    public required bool EVSEPowerLimitAchieved { get; init; }

    /// <summary>Whether the charger is at its limit of current.</summary>
    [ExiElement]
    public required bool EVSECurrentLimitAchieved { get; init; }

    /// <summary>Whether the charger is at its limit of voltage.</summary>
    [ExiElement]
    public required bool EVSEVoltageLimitAchieved { get; init; }

    /// <summary>
    /// The answer: a <see cref="Scheduled_DC_CLResControlModeType"/> or a <see
    /// cref="Dynamic_DC_CLResControlModeType"/>.
    /// </summary>
    [ExiElement(Reference = true, Namespace = CommonTypesSchema.Namespace)]
    public required CLResControlModeType CLResControlMode { get; init; }
}
