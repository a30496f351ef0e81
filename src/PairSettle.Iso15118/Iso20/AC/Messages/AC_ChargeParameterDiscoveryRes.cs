using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.AC;

/// <summary>Says what the AC charger can deliver. From SECC to EVCC.</summary>
[ExiType("AC_ChargeParameterDiscoveryResType", AcSchema.Namespace)]
[ExiGlobalElement("AC_ChargeParameterDiscoveryRes", AcSchema.Namespace, Root = true)]
public sealed partial record AC_ChargeParameterDiscoveryRes : ChargeParameterDiscoveryResType
{
    /// <summary>
    /// The parameters; with bidirectional power transfer a <see cref="BPT_AC_CPDResEnergyTransferModeType"/>.
    /// </summary>
    [ExiElement(Reference = true)]
    public required AC_CPDResEnergyTransferModeType AC_CPDResEnergyTransferMode { get; init; }
}
