using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Contracts by their e-mobility account identifiers. Personal identifiers: never log them.</summary>
[ExiType("EMAIDListType", CommonMessagesSchema.Namespace)]
public sealed partial record EMAIDListType
{
    /// <summary>One to eight identifiers, each at most 255 characters.</summary>
    [ExiElement(MaxOccurs = 8)]
    [ExiLength(0, 255)]
    public required ExiList<string> EMAID { get; init; }
}
