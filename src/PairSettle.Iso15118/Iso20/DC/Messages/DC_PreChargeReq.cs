using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>
/// Asks the charger to bring its voltage to that of the battery, before the vehicle's contactors close. From EVCC to
/// SECC.
/// </summary>
[ExiType("DC_PreChargeReqType", DcSchema.Namespace)]
[ExiGlobalElement("DC_PreChargeReq", DcSchema.Namespace, Root = true)]
public sealed partial record DC_PreChargeReq : V2GRequestType
{
    /// <summary>Whether the voltages are close enough for the vehicle.</summary>
    [ExiElement]
    public required ProcessingType EVProcessing { get; init; }

    /// <summary>The voltage at the vehicle's inlet now, in V.</summary>
    [ExiElement]
    public required RationalNumberType EVPresentVoltage { get; init; }

    /// <summary>The voltage wanted, in V.</summary>
    [ExiElement]
    public required RationalNumberType EVTargetVoltage { get; init; }
}
