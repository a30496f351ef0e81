using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The value-added services that the vehicle chose.</summary>
[ExiType("SelectedServiceListType", CommonMessagesSchema.Namespace)]
public sealed partial record SelectedServiceListType
{
    /// <summary>One to sixteen services.</summary>
    [ExiElement(MaxOccurs = 16)]
    public required ExiList<SelectedServiceType> SelectedService { get; init; }
}
