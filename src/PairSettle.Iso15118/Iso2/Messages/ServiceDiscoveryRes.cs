using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Lists the services and ways of payment offered. From SECC to EVCC.</summary>
[ExiType("ServiceDiscoveryResType", Iso2Schema.MsgBody)]
[ExiGlobalElement("ServiceDiscoveryRes", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record ServiceDiscoveryRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>The ways of payment.</summary>
    [ExiElement]
    public required PaymentOptionListType PaymentOptionList { get; init; }

    /// <summary>The charging service.</summary>
    [ExiElement]
    public required ChargeServiceType ChargeService { get; init; }

    /// <summary>Value-added services. They need TLS [V2G2-422].</summary>
    [ExiElement]
    public ServiceListType? ServiceList { get; init; }
}
