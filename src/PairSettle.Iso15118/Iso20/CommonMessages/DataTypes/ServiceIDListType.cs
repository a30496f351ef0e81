using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Services by their numbers.</summary>
[ExiType("ServiceIDListType", CommonMessagesSchema.Namespace)]
public sealed partial record ServiceIDListType
{
    /// <summary>One to sixteen services.</summary>
    [ExiElement(MaxOccurs = 16)]
    public required ExiList<ushort> ServiceID { get; init; }
}
