using PairSettle.Exi;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Iso2;

/// <summary>A message of ISO 15118-2:2013, in either direction.</summary>
[ExiType("V2G_Message", Iso2Schema.MsgDef)]
[ExiGlobalElement("V2G_Message", Iso2Schema.MsgDef, Root = true)]
public sealed partial record V2G_Message
{
    /// <summary>The session, and the signature where there is one.</summary>
    [ExiElement]
    public required MessageHeaderType Header { get; init; }

    /// <summary>The request or response.</summary>
    [ExiElement]
    public required BodyType Body { get; init; }

    /// <summary>Puts a request or response into a message.</summary>
    /// <param name="sessionId">The session; see <see cref="SessionId"/>.</param>
    /// <param name="body">The request or response.</param>
    /// <param name="signature">The signature over elements of the body, where the message is signed.</param>
    /// <param name="notification">A fault to report.</param>
    /// <returns>The message.</returns>
    public static V2G_Message Create(
        ExiBytes sessionId,
        BodyBaseType body,
        SignatureType? signature = null,
        NotificationType? notification = null) =>
        new()
        {
            Header = new() { SessionID = sessionId, Notification = notification, Signature = signature },
            Body = new() { BodyElement = body },
        };
}
