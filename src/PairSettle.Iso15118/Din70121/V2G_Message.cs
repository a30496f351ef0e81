using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>A message of DIN SPEC 70121:2012, in either direction.</summary>
[ExiType("V2G_Message", DinSchema.MsgDef)]
[ExiGlobalElement("V2G_Message", DinSchema.MsgDef, Root = true)]
public sealed partial record V2G_Message
{
    /// <summary>The session, and a fault where there is one to report.</summary>
    [ExiElement]
    public required MessageHeaderType Header { get; init; }

    /// <summary>The request or response.</summary>
    [ExiElement]
    public required BodyType Body { get; init; }

    /// <summary>Puts a request or response into a message.</summary>
    /// <param name="sessionId">The session; see <see cref="Iso2.SessionId"/>.</param>
    /// <param name="body">The request or response.</param>
    /// <param name="notification">A fault to report.</param>
    /// <returns>The message.</returns>
    public static V2G_Message Create(ExiBytes sessionId, BodyBaseType body, NotificationType? notification = null) => new()
    {
        Header = new() { SessionID = sessionId, Notification = notification },
        Body = new() { BodyElement = body },
    };
}
