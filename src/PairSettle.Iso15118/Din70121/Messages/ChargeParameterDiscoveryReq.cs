using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>States what the vehicle needs and tolerates. Repeated while the answer is pending. From EVCC to SECC.</summary>
[ExiType("ChargeParameterDiscoveryReqType", DinSchema.MsgBody)]
[ExiGlobalElement("ChargeParameterDiscoveryReq", DinSchema.MsgBody, SubstitutionGroup = "BodyElement", SubstitutionGroupNamespace = DinSchema.MsgDef)]
public sealed partial record ChargeParameterDiscoveryReq : BodyBaseType
{
    /// <summary>The way of energy transfer chosen.</summary>
    [ExiElement]
    public required EVRequestedEnergyTransferType EVRequestedEnergyTransferType { get; init; }

    /// <summary>
    /// The vehicle's limits: <see cref="AC_EVChargeParameterType"/> or <see cref="DC_EVChargeParameterType"/>.
    /// </summary>
    [ExiElement(Reference = true, Namespace = DinSchema.MsgDataTypes)]
    public required EVChargeParameterType EVChargeParameter { get; init; }
}
