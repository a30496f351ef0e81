using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>A stretch of time.</summary>
[ExiType("IntervalType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("TimeInterval", DinSchema.MsgDataTypes, Abstract = true)]
public abstract partial record IntervalType
{
    private protected IntervalType()
    {
    }
}
