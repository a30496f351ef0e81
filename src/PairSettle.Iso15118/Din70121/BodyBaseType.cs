using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>What can stand in a message body: the 34 requests and responses.</summary>
[ExiType("BodyBaseType", DinSchema.MsgDef)]
[ExiGlobalElement("BodyElement", DinSchema.MsgDef, Abstract = true)]
public abstract partial record BodyBaseType
{
    private protected BodyBaseType()
    {
    }
}
