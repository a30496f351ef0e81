using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Further services that cost.</summary>
[ExiType("AdditionalServiceListType", CommonMessagesSchema.Namespace)]
public sealed partial record AdditionalServiceListType
{
    /// <summary>One to five services.</summary>
    [ExiElement(MaxOccurs = 5)]
    public required ExiList<AdditionalServiceType> AdditionalService { get; init; }
}
