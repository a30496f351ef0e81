using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.AC;

/// <summary>Says what the vehicle needs and tolerates with AC. From EVCC to SECC.</summary>
[ExiType("AC_ChargeParameterDiscoveryReqType", AcSchema.Namespace)]
[ExiGlobalElement("AC_ChargeParameterDiscoveryReq", AcSchema.Namespace, Root = true)]
public sealed partial record AC_ChargeParameterDiscoveryReq : ChargeParameterDiscoveryReqType
{
    /// <summary>
    /// The parameters; with bidirectional power transfer a <see cref="BPT_AC_CPDReqEnergyTransferModeType"/>.
    /// </summary>
    [ExiElement(Reference = true)]
    public required AC_CPDReqEnergyTransferModeType AC_CPDReqEnergyTransferMode { get; init; }
}
