using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>What the vehicle needs and tolerates.</summary>
[ExiType("EVChargeParameterType", Iso2Schema.MsgDataTypes)]
[ExiGlobalElement("EVChargeParameter", Iso2Schema.MsgDataTypes, Abstract = true)]
public abstract partial record EVChargeParameterType
{
    private protected EVChargeParameterType()
    {
    }

    /// <summary>When the vehicle means to leave, in seconds from this message.</summary>
    [ExiElement]
    public uint? DepartureTime { get; init; }
}
