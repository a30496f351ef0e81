using PairSettle.Exi;
using PairSettle.Iso15118.Iso20.CommonTypes;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>Opens the session. From SECC to EVCC.</summary>
[ExiType("SessionSetupResType", CommonMessagesSchema.Namespace)]
[ExiGlobalElement("SessionSetupRes", CommonMessagesSchema.Namespace, Root = true)]
public sealed partial record SessionSetupRes : V2GResponseType
{
    /// <summary>The charger's outlet, at most 255 characters.</summary>
    [ExiElement]
    [ExiLength(0, 255)]
    public required string EVSEID { get; init; }
}
