using PairSettle.Exi;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>The header of every message, in both directions.</summary>
[ExiType("MessageHeaderType", CommonTypesSchema.Namespace)]
public sealed partial record MessageHeaderType
{
    /// <summary>
    /// The session: 8 octets that the SECC chose, all zero in a request for a new session. A message with another
    /// session's identifier is answered <see cref="ResponseCodeType.FAILED_UnknownSession"/>.
    /// </summary>
    [ExiElement]
    [ExiHex]
    [ExiLength(8, 8)]
    public required ExiBytes SessionID { get; init; }

    /// <summary>
    /// When the message was made, in seconds since 1970-01-01T00:00:00Z. A repeated AuthorizationReq may differ in this
    /// alone [V2G20-1582].
    /// </summary>
    [ExiElement]
    public required ulong TimeStamp { get; init; }

    /// <summary>The signature over elements of the message that carry an <c>Id</c>.</summary>
    [ExiElement(Reference = true, Namespace = XmlDsigSchema.Namespace)]
    public SignatureType? Signature { get; init; }
}
