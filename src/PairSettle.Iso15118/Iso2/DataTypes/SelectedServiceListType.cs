using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>The services that the vehicle chose.</summary>
[ExiType("SelectedServiceListType", Iso2Schema.MsgDataTypes)]
public sealed partial record SelectedServiceListType
{
    /// <summary>One to sixteen services.</summary>
    [ExiElement(MaxOccurs = 16)]
    public required ExiList<SelectedServiceType> SelectedService { get; init; }
}
