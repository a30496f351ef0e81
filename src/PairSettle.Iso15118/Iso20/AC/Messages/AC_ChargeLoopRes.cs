using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.AC;

/// <summary>Answers a turn of the AC charge loop. From SECC to EVCC.</summary>
[ExiType("AC_ChargeLoopResType", AcSchema.Namespace)]
[ExiGlobalElement("AC_ChargeLoopRes", AcSchema.Namespace, Root = true)]
public sealed partial record AC_ChargeLoopRes : ChargeLoopResType
{
    /// <summary>The frequency that the charger wants, in Hz.</summary>
    [ExiElement]
    public RationalNumberType? EVSETargetFrequency { get; init; }

    /// <summary>
    /// The answer: a <see cref="Scheduled_AC_CLResControlModeType"/> or a <see
    /// cref="Dynamic_AC_CLResControlModeType"/>.
    /// </summary>
    [ExiElement(Reference = true, Namespace = CommonTypesSchema.Namespace)]
    public required CLResControlModeType CLResControlMode { get; init; }
}
