using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>What can stand in a message body: the 34 requests and responses.</summary>
[ExiType("BodyBaseType", Iso2Schema.MsgBody)]
[ExiGlobalElement("BodyElement", Iso2Schema.MsgBody, Abstract = true)]
public abstract partial record BodyBaseType
{
    private protected BodyBaseType()
    {
    }
}
