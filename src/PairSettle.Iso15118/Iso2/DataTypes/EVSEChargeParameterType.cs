using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>What the charger can deliver.</summary>
[ExiType("EVSEChargeParameterType", Iso2Schema.MsgDataTypes)]
[ExiGlobalElement("EVSEChargeParameter", Iso2Schema.MsgDataTypes, Abstract = true)]
public abstract partial record EVSEChargeParameterType
{
    private protected EVSEChargeParameterType()
    {
    }
}
