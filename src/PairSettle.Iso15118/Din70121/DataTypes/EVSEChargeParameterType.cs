using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>What the charger can deliver.</summary>
[ExiType("EVSEChargeParameterType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("EVSEChargeParameter", DinSchema.MsgDataTypes, Abstract = true)]
public abstract partial record EVSEChargeParameterType
{
    private protected EVSEChargeParameterType()
    {
    }
}
