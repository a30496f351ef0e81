using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>The vehicle's state.</summary>
[ExiType("EVStatusType", Iso2Schema.MsgDataTypes)]
[ExiGlobalElement("EVStatus", Iso2Schema.MsgDataTypes, Abstract = true)]
public abstract partial record EVStatusType
{
    private protected EVStatusType()
    {
    }
}
