using System.Xml;

namespace PairSettle.Tool.Wire;

/// <summary>What a listing says of a message: read from the first few elements of its XML form.</summary>
/// <param name="Root">The local name of the root.</param>
/// <param name="Name">
/// The request or response: DIN 70121 and ISO 15118-2 put it into the body of a V2G_Message, elsewhere it is the root itself.
/// </param>
/// <param name="SessionId">SessionID of the header, where there is one.</param>
/// <param name="ResponseCode">The first element of a response, where it is one.</param>
internal readonly record struct MessageSummary(string Root, string Name, string? SessionId, string? ResponseCode)
{
    private const string V2gMessage = "V2G_Message";

    public static MessageSummary Of(string xml)
    {
        using var reader = XmlForm.Read(xml);
        reader.MoveToContent();
        var root = reader.LocalName;
        var (name, depth) = root == V2gMessage ? (null, 3) : (root, 1);
        string? sessionId = null;
        var inBody = false;
        while (reader.Read())
        {
            if (reader.NodeType is not XmlNodeType.Element)
            {
                continue;
            }

            if (reader.Depth == depth && name is not null && reader.LocalName != "Header")
            {
                return new(root, name, sessionId, reader.LocalName == "ResponseCode" ? TextOf(reader) : null);
            }

            if (reader.Depth == 1)
            {
                inBody = reader.LocalName == "Body";
            }
            else if (reader.Depth == 2 && inBody)
            {
                name ??= reader.LocalName;
            }
            else if (reader.Depth == 2 && reader.LocalName == "SessionID")
            {
                sessionId ??= TextOf(reader);
            }
        }

        return new(root, name ?? root, sessionId, null);
    }

    private static string TextOf(XmlReader reader) => reader.IsEmptyElement || !reader.Read() || reader.NodeType is not XmlNodeType.Text ? "" : reader.Value;
}
