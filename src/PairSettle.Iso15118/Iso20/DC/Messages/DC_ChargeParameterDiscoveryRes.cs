using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>Says what the DC charger can deliver. From SECC to EVCC.</summary>
[ExiType("DC_ChargeParameterDiscoveryResType", DcSchema.Namespace)]
[ExiGlobalElement("DC_ChargeParameterDiscoveryRes", DcSchema.Namespace, Root = true)]
public sealed partial record DC_ChargeParameterDiscoveryRes : ChargeParameterDiscoveryResType
{
    /// <summary>
    /// The parameters; with bidirectional power transfer a <see cref="BPT_DC_CPDResEnergyTransferModeType"/>.
    /// </summary>
    [ExiElement(Reference = true)]
    public required DC_CPDResEnergyTransferModeType DC_CPDResEnergyTransferMode { get; init; }
}
