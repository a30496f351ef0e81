using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>Says what the vehicle needs and tolerates with DC. From EVCC to SECC.</summary>
[ExiType("DC_ChargeParameterDiscoveryReqType", DcSchema.Namespace)]
[ExiGlobalElement("DC_ChargeParameterDiscoveryReq", DcSchema.Namespace, Root = true)]
public sealed partial record DC_ChargeParameterDiscoveryReq : ChargeParameterDiscoveryReqType
{
    /// <summary>
    /// The parameters; with bidirectional power transfer a <see cref="BPT_DC_CPDReqEnergyTransferModeType"/>.
    /// </summary>
    [ExiElement(Reference = true)]
    public required DC_CPDReqEnergyTransferModeType DC_CPDReqEnergyTransferMode { get; init; }
}
