using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>The vehicle's state when power is switched.</summary>
[ExiType("EVPowerDeliveryParameterType", Iso2Schema.MsgDataTypes)]
[ExiGlobalElement("EVPowerDeliveryParameter", Iso2Schema.MsgDataTypes, Abstract = true)]
public abstract partial record EVPowerDeliveryParameterType
{
    private protected EVPowerDeliveryParameterType()
    {
    }
}
