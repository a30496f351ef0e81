using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Schedules by which the charger offers power.</summary>
[ExiType("SASchedulesType", Iso2Schema.MsgDataTypes)]
[ExiGlobalElement("SASchedules", Iso2Schema.MsgDataTypes, Abstract = true)]
public abstract partial record SASchedulesType
{
    private protected SASchedulesType()
    {
    }
}
