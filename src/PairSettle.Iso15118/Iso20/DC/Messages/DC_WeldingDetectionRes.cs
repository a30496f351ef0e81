using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>Gives the voltage while the vehicle tests its contactors. From SECC to EVCC.</summary>
[ExiType("DC_WeldingDetectionResType", DcSchema.Namespace)]
[ExiGlobalElement("DC_WeldingDetectionRes", DcSchema.Namespace, Root = true)]
public sealed partial record DC_WeldingDetectionRes : V2GResponseType
{
    /// <summary>The voltage at the charger's outlet now, in V.</summary>
    [ExiElement]
    public required RationalNumberType EVSEPresentVoltage { get; init; }
}
