using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Starts, ends or renegotiates the transfer of energy. From EVCC to SECC.</summary>
[ExiType("PowerDeliveryReqType", Iso2Schema.MsgBody)]
[ExiGlobalElement("PowerDeliveryReq", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record PowerDeliveryReq : BodyBaseType
{
    /// <summary>What is to happen.</summary>
    [ExiElement]
    public required ChargeProgressType ChargeProgress { get; init; }

    /// <summary>The schedule chosen.</summary>
    [ExiElement]
    [ExiRange(1, 255)]
    public required byte SAScheduleTupleID { get; init; }

    /// <summary>How the vehicle means to draw power under that schedule.</summary>
    [ExiElement]
    public ChargingProfileType? ChargingProfile { get; init; }

    /// <summary>The vehicle's state, for DC: a <see cref="DC_EVPowerDeliveryParameterType"/>.</summary>
    [ExiElement(Reference = true, Namespace = Iso2Schema.MsgDataTypes)]
    public EVPowerDeliveryParameterType? EVPowerDeliveryParameter { get; init; }
}
