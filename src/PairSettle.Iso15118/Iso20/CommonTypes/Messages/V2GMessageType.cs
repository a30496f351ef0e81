using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>
/// What every message of ISO 15118-20 has: a header. Each message is a document of its own; the V2GTP payload type says
/// to which message set it belongs.
/// </summary>
[ExiType("V2GMessageType", CommonTypesSchema.Namespace)]
public abstract partial record V2GMessageType
{
    private protected V2GMessageType()
    {
    }

    /// <summary>The session, the time, and the signature where there is one.</summary>
    [ExiElement]
    public required MessageHeaderType Header { get; init; }
}
