using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>The vehicle's state.</summary>
[ExiType("EVStatusType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("EVStatus", DinSchema.MsgDataTypes, Abstract = true)]
public abstract partial record EVStatusType
{
    private protected EVStatusType()
    {
    }
}
