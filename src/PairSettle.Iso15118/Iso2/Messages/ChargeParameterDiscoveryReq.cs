using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>
/// States what the vehicle needs and tolerates. Repeated while the answer is pending. From EVCC to SECC.
/// </summary>
[ExiType("ChargeParameterDiscoveryReqType", Iso2Schema.MsgBody)]
[ExiGlobalElement("ChargeParameterDiscoveryReq", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record ChargeParameterDiscoveryReq : BodyBaseType
{
    /// <summary>The most entries that the vehicle can take in one schedule.</summary>
    [ExiElement]
    public ushort? MaxEntriesSAScheduleTuple { get; init; }

    /// <summary>The way of energy transfer chosen.</summary>
    [ExiElement]
    public required EnergyTransferModeType RequestedEnergyTransferMode { get; init; }

    /// <summary>
    /// The vehicle's limits: <see cref="AC_EVChargeParameterType"/> or <see cref="DC_EVChargeParameterType"/>.
    /// </summary>
    [ExiElement(Reference = true, Namespace = Iso2Schema.MsgDataTypes)]
    public required EVChargeParameterType EVChargeParameter { get; init; }
}
