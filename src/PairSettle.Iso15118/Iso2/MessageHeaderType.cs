using PairSettle.Exi;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Iso2;

/// <summary>The header of every message, in both directions.</summary>
[ExiType("MessageHeaderType", Iso2Schema.MsgHeader)]
public sealed partial record MessageHeaderType
{
    /// <summary>
    /// The session, 8 octets chosen by the SECC. A request for a new session carries zero instead; see <see
    /// cref="SessionId"/>. A message with another session's identifier is answered <see
    /// cref="ResponseCodeType.FAILED_UnknownSession"/> [V2G2-460].
    /// </summary>
    [ExiElement]
    [ExiHex]
    [ExiLength(0, 8)]
    public required ExiBytes SessionID { get; init; }

    /// <summary>A fault to report, beside the body's own answer.</summary>
    [ExiElement]
    public NotificationType? Notification { get; init; }

    /// <summary>The signature over elements of the body that carry an <c>Id</c>.</summary>
    [ExiElement(Reference = true, Namespace = XmlDsigSchema.Namespace)]
    public SignatureType? Signature { get; init; }
}
