using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>States what the charger can deliver, when, and at which tariff. From SECC to EVCC.</summary>
[ExiType("ChargeParameterDiscoveryResType", Iso2Schema.MsgBody)]
[ExiGlobalElement("ChargeParameterDiscoveryRes", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record ChargeParameterDiscoveryRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>Whether the schedules are ready.</summary>
    [ExiElement]
    public required EVSEProcessingType EVSEProcessing { get; init; }

    /// <summary>The schedules to choose from, once they are ready: a <see cref="SAScheduleListType"/>.</summary>
    [ExiElement(Reference = true, Namespace = Iso2Schema.MsgDataTypes)]
    public SASchedulesType? SASchedules { get; init; }

    /// <summary>
    /// The charger's limits: <see cref="AC_EVSEChargeParameterType"/> or <see cref="DC_EVSEChargeParameterType"/>.
    /// </summary>
    [ExiElement(Reference = true, Namespace = Iso2Schema.MsgDataTypes)]
    public required EVSEChargeParameterType EVSEChargeParameter { get; init; }
}
