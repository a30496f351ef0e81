using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>Schedules by which the charger offers power.</summary>
[ExiType("SASchedulesType", DinSchema.MsgDataTypes)]
[ExiGlobalElement("SASchedules", DinSchema.MsgDataTypes, Abstract = true)]
public abstract partial record SASchedulesType
{
    private protected SASchedulesType()
    {
    }
}
