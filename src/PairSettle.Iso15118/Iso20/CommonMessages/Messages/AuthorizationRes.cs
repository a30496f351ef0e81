using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Says whether charging is permitted. From SECC to EVCC.</summary>
[ExiType("AuthorizationResType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("AuthorizationRes", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record AuthorizationRes : V2GResponseType
{
    /// <summary>Whether the decision has been made.</summary>
    [ExiElement]
    public required ProcessingType EVSEProcessing { get; init; }
}
