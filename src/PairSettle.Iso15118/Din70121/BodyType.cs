using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>The body of a message: one request or one response.</summary>
[ExiType("BodyType", DinSchema.MsgDef)]
public sealed partial record BodyType
{
    /// <summary>
    /// The request or response. The schema lets it be absent; no message of DIN SPEC 70121 leaves it out.
    /// </summary>
    [ExiElement(Reference = true)]
    public BodyBaseType? BodyElement { get; init; }
}
