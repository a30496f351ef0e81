using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>The value-added services offered.</summary>
[ExiType("ServiceListType", Iso2Schema.MsgDataTypes)]
public sealed partial record ServiceListType
{
    /// <summary>One to eight services.</summary>
    [ExiElement(MaxOccurs = 8)]
    public required ExiList<ServiceType> Service { get; init; }
}
