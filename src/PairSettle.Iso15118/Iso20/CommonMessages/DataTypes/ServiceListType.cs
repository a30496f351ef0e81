using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The services of one kind that the charger offers.</summary>
[ExiType("ServiceListType", CommonMessagesSchema.Namespace)]
public sealed partial record ServiceListType
{
    /// <summary>One to eight services.</summary>
    [ExiElement(MaxOccurs = 8)]
    public required ExiList<ServiceType> Service { get; init; }
}
