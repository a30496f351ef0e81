using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;

namespace PairSettle.Tool.Wire;

/// <summary>
/// The JSON form of messages, derived from the XML form alone (docs/formats/wire-json.md): an element with text only is a string in the
/// schema's lexical form, any other an object with its attributes ("@name"), its child elements in order (an array where a name repeats),
/// and its text ("#text") where it has some.
/// </summary>
internal static class JsonForm
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A message with what is known of it, broken and indented.</summary>
    public static string Of(WireMessage message) => Write(Indented, json =>
    {
        json.WriteStartObject();
        WriteMembers(json, message, withDocument: true);
        json.WriteEndObject();
    });

    /// <summary>One JSON text in one line.</summary>
    public static string OneLine(Action<Utf8JsonWriter> content) => Write(Line, content);

    /// <summary>Writes the members of a message into the object at hand.</summary>
    public static void WriteMembers(Utf8JsonWriter json, WireMessage message, bool withDocument)
    {
        WriteOptional(json, "payloadType", message.PayloadType is { } type ? XmlForm.Hex16((int)type) : null);
        WriteOptional(json, "set", message.Set);
        json.WriteString("message", message.Name);
        WriteOptional(json, "sessionId", message.SessionId);
        WriteOptional(json, "responseCode", message.ResponseCode);
        if (withDocument)
        {
            // The codec bounds how deep elements lie inside each other.
            using var reader = XmlForm.Read(message.Xml);
            var root = XElement.Load(reader);
            json.WriteStartObject("document");
            json.WritePropertyName(root.Name.LocalName);
            WriteElement(json, root);
            json.WriteEndObject();
        }
    }

    /// <summary>Writes a member, unless it has no value.</summary>
    public static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteElement(Utf8JsonWriter json, XElement element)
    {
        var attributes = element.Attributes().Where(a => !a.IsNamespaceDeclaration).ToList();
        if (attributes.Count == 0 && !element.HasElements)
        {
            json.WriteStringValue(element.Value);
            return;
        }

        json.WriteStartObject();
        foreach (var attribute in attributes)
        {
            json.WriteString("@" + attribute.Name.LocalName, attribute.Value);
        }

        foreach (var children in element.Elements().GroupBy(child => child.Name.LocalName))
        {
            json.WritePropertyName(children.Key);
            var repeated = children.Skip(1).Any();
            if (repeated)
            {
                json.WriteStartArray();
            }

            foreach (var child in children)
            {
                WriteElement(json, child);
            }

            if (repeated)
            {
                json.WriteEndArray();
            }
        }

        var text = string.Concat(element.Nodes().OfType<XText>().Select(node => node.Value));
        if (text.Length > 0)
        {
            json.WriteString("#text", text);
        }

        json.WriteEndObject();
    }

    private static string Write(JsonWriterOptions options, Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            content(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
