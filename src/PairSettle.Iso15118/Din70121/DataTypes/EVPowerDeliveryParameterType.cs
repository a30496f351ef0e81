using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>The vehicle's state when power is switched.</summary>
[ExiType("EVPowerDeliveryParameterType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("EVPowerDeliveryParameter", DinSchema.MsgDataTypes, Abstract = true)]
public abstract partial record EVPowerDeliveryParameterType
{
    private protected EVPowerDeliveryParameterType()
    {
    }
}
