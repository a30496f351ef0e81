using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Lists the services and ways of payment offered. From SECC to EVCC.</summary>
[ExiType("ServiceDiscoveryResType", DinSchema.MsgBody)]
[ExiGlobalElement("ServiceDiscoveryRes", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record ServiceDiscoveryRes : BodyBaseType, IResponseMessage
{
    /// <summary>The outcome.</summary>
    [ExiElement]
    public required ResponseCodeType ResponseCode { get; init; }

    /// <summary>The ways of payment.</summary>
    [ExiElement]
    public required PaymentOptionsType PaymentOptions { get; init; }

    /// <summary>The charging service.</summary>
    [ExiElement]
    public required ServiceChargeType ChargeService { get; init; }

    /// <summary>Value-added services.</summary>
    [ExiElement]
    public ServiceTagListType? ServiceList { get; init; }
}
