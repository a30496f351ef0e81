using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Xml;

namespace PairSettle.Exi.Interpreter;

/// <summary>Turns whole streams into XML text and back, without ever throwing on what they hold.</summary>
public static class ExiTranscoder
{
    private static readonly XmlWriterSettings s_output = new()
    {
        ConformanceLevel = ConformanceLevel.Auto,
        OmitXmlDeclaration = true,
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>Decodes a stream that lies in memory. Octets after its end are refused.</summary>
    /// <param name="octets">The whole stream.</param>
    /// <param name="grammars">The grammars.</param>
    /// <param name="options">The options agreed out of band.</param>
    /// <param name="xml">The XML text, on success; of a fragment, its elements one after another.</param>
    /// <param name="error">Where and why the stream was refused, otherwise.</param>
    /// <returns>Whether the stream is valid.</returns>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static bool TryDecode(
        byte[] octets,
        ExiGrammars grammars,
        ExiOptions options,
        [NotNullWhen(true)] out string? xml,
        out ExiError error)
    {
        ArgumentNullException.ThrowIfNull(octets);
        ArgumentNullException.ThrowIfNull(grammars);
        ArgumentNullException.ThrowIfNull(options);
        xml = null;
        _ = options.Checked();
        try
        {
            using var reader = new ExiXmlReader(octets, grammars, options);
            var text = new StringBuilder();
            using (var writer = XmlWriter.Create(text, s_output))
            {
                while (reader.TryRead(out error))
                {
                    XmlNodes.Copy(reader, writer);
                    writer.Flush();
                    if (text.Length > options.Limits.MaxXmlCharacters)
                    {
                        error = new ExiError(ExiFault.XmlTooLarge, -1, string.Empty);
                        return false;
                    }
                }
            }

            error = error.Fault == ExiFault.None ? reader.CheckEnd() : error;
            xml = error.Fault == ExiFault.None ? text.ToString() : null;
            return xml is not null;
        }
        catch (ExiXmlException e)
        {
            error = e.Error;
        }
        catch (Exception e) when (e is XmlException or ArgumentException or InvalidOperationException)
        {
            // A stream may order events in ways that no XML text can show: text outside the root, for one.
            error = new ExiError(ExiFault.UnrepresentableContent, -1, string.Empty);
        }

        return false;
    }

    /// <summary>Encodes XML text.</summary>
    /// <param name="xml">The XML text; for a fragment, any number of elements.</param>
    /// <param name="grammars">The grammars.</param>
    /// <param name="options">The options.</param>
    /// <param name="octets">The stream, on success.</param>
    /// <param name="error">Where and why the text was refused, otherwise.</param>
    /// <returns>Whether the text could be written.</returns>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static bool TryEncode(
        string xml,
        ExiGrammars grammars,
        ExiOptions options,
        [NotNullWhen(true)] out byte[]? octets,
        out ExiError error)
    {
        ArgumentNullException.ThrowIfNull(xml);
        ArgumentNullException.ThrowIfNull(grammars);
        ArgumentNullException.ThrowIfNull(options);
        octets = null;
        error = default;
        _ = options.Checked();
        try
        {
            using var stream = new MemoryStream();
            using (var reader = new XmlTextReader(xml, options.IsFragment ? XmlNodeType.Element : XmlNodeType.Document, null))
            using (var writer = new ExiXmlWriter(stream, grammars, options, leaveOpen: true))
            {
                reader.Normalization = true;
                reader.DtdProcessing = DtdProcessing.Prohibit;
                reader.XmlResolver = null;
                writer.WriteStartDocument();
                writer.WriteNode(reader, true);
                writer.WriteEndDocument();
            }

            octets = stream.ToArray();
            return true;
        }
        catch (ExiXmlException e)
        {
            error = e.Error;
        }
        catch (XmlException)
        {
            error = new ExiError(ExiFault.MalformedXml, -1, string.Empty);
        }

        return false;
    }
}
