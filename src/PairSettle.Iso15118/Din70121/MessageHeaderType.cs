using PairSettle.Exi;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Din70121;

/// <summary>The header of every message, in both directions.</summary>
[ExiType("MessageHeaderType", DinSchema.MsgHeader)]
public sealed partial record MessageHeaderType
{
    /// <summary>
    /// The session, chosen by the SECC, at most 8 octets. A request for a new session carries zero instead, with
    /// whatever number of octets; <see cref="Iso2.SessionId.IsNone"/> recognises it.
    /// </summary>
    [ExiElement]
    [ExiHex]
    [ExiLength(0, 8)]
    public required ExiBytes SessionID { get; init; }

    /// <summary>A fault to report, beside the body's own answer.</summary>
    [ExiElement]
    public NotificationType? Notification { get; init; }

    /// <summary>A signature. DC charging by DIN SPEC 70121 pays by external means and signs nothing.</summary>
    [ExiElement(Reference = true, Namespace = XmlDsigSchema.Namespace)]
    public SignatureType? Signature { get; init; }
}
