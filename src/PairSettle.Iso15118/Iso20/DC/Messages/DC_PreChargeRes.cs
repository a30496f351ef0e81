using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.DC;

/// <summary>Says how far the charger's voltage has come. From SECC to EVCC.</summary>
[ExiType("DC_PreChargeResType", DcSchema.Namespace)]
[ExiGlobalElement("DC_PreChargeRes", DcSchema.Namespace, Root = true)]
public sealed partial record DC_PreChargeRes : V2GResponseType
{
    /// <summary>The voltage at the charger's outlet now, in V.</summary>
    [ExiElement]
    public required RationalNumberType EVSEPresentVoltage { get; init; }
}
