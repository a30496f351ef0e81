using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>A stretch of time.</summary>
[ExiType("IntervalType", Iso2Schema.MsgDataTypes)]
[ExiGlobalElement("TimeInterval", Iso2Schema.MsgDataTypes, Abstract = true)]
public abstract partial record IntervalType
{
    private protected IntervalType()
    {
    }
}
