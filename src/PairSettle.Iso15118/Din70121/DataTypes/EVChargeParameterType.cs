using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>What the vehicle needs and tolerates.</summary>
[ExiType("EVChargeParameterType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("EVChargeParameter", DinSchema.MsgDataTypes, Abstract = true)]
public abstract partial record EVChargeParameterType
{
    private protected EVChargeParameterType()
    {
    }
}
