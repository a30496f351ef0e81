using System.Xml;

namespace PairSettle.Tool.Wire;

/// <summary>What a listing says of a message: read from the first few elements of its XML form.</summary>
internal static class MessageSummary
{
    private const string SessionID = "SessionID";

    /// <summary>
    /// The local name of the root, the name of the request or response (DIN 70121 and ISO 15118-2 put it into the body of a V2G_Message,
    /// elsewhere it is the root itself), and the SessionID of the header.
    /// </summary>
    public static (string Root, string Name, string? SessionId) Of(string xml)
    {
        using var reader = XmlForm.Read(xml);
        reader.MoveToContent();
        var root = reader.LocalName;
        string? sessionId = null;
        var inBody = false;
        while (reader.Read())
        {
            if (reader.NodeType is not XmlNodeType.Element)
            {
                continue;
            }

            if (inBody)
            {
                return (root, reader.LocalName, sessionId);
            }

            if (sessionId is null && reader is { Depth: 2, LocalName: SessionID })
            {
                reader.Read();
                sessionId = reader.NodeType is XmlNodeType.Text ? reader.Value : "";
            }

            inBody = reader is { Depth: 1, LocalName: "Body" } && root == "V2G_Message";
            if (root != "V2G_Message" && sessionId is not null)
            {
                break;
            }
        }

        return (root, root, sessionId);
    }
}
