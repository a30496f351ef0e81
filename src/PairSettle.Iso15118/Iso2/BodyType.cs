using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>The body of a message: one request or one response.</summary>
[ExiType("BodyType", Iso2Schema.MsgBody)]
public sealed partial record BodyType
{
    /// <summary>
    /// The request or response. The schema lets it be absent; no message of ISO 15118-2 leaves it out.
    /// </summary>
    [ExiElement(Reference = true)]
    public BodyBaseType? BodyElement { get; init; }
}
