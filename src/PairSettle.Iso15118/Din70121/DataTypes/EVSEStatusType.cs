using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>The charger's state.</summary>
[ExiType("EVSEStatusType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("EVSEStatus", DinSchema.MsgDataTypes, Abstract = true)]
public abstract partial record EVSEStatusType
{
    private protected EVSEStatusType()
    {
    }
}
