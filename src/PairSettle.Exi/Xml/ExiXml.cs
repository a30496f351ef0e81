using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Xml;
using PairSettle.Exi.Bits;

namespace PairSettle.Exi.Xml;

/// <summary>Literals of the datatypes in the XML form (XML Schema 1.0 part 2); emitted code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class ExiXml
{
    /// <summary>Makes a writer of XML text without declaration and without white space of its own.</summary>
    /// <param name="destination">Receives the text.</param>
    /// <returns>The writer.</returns>
    public static XmlWriter CreateWriter(StringBuilder destination) =>
        XmlWriter.Create(destination, new XmlWriterSettings
        {
            OmitXmlDeclaration = true,
            ConformanceLevel = ConformanceLevel.Document,
            CheckCharacters = true,
            NewLineHandling = NewLineHandling.Entitize,
        });

    /// <summary>Applies the white space facet of a datatype.</summary>
    /// <param name="text">The text as it stands in the document.</param>
    /// <param name="whiteSpace">The facet.</param>
    /// <returns>The text that the datatype sees.</returns>
    public static string Normalize(string text, ExiWhiteSpace whiteSpace)
    {
        if (whiteSpace == ExiWhiteSpace.Preserve || !NeedsNormalizing(text, whiteSpace))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!IsWhiteSpace(character))
            {
                result.Append(character);
            }
            else if (whiteSpace == ExiWhiteSpace.Replace || (result.Length != 0 && result[^1] != ' '))
            {
                result.Append(' ');
            }
        }

        if (whiteSpace == ExiWhiteSpace.Collapse && result.Length != 0 && result[^1] == ' ')
        {
            result.Length--;
        }

        return result.ToString();
    }

    /// <summary>The literal of a truth value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The canonical literal.</returns>
    public static string Format(bool value) => value ? "true" : "false";

    /// <summary>The literal of an integer.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The canonical literal.</returns>
    public static string Format(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The literal of an integer.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The canonical literal.</returns>
    public static string Format(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The literal of an integer.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The canonical literal.</returns>
    public static string Format(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The literal of <c>xs:hexBinary</c>.</summary>
    /// <param name="value">The octets.</param>
    /// <returns>The canonical literal: upper case.</returns>
    public static string FormatHex(ExiBytes value) => Convert.ToHexString(value.Span);

    /// <summary>The literal of <c>xs:base64Binary</c>.</summary>
    /// <param name="value">The octets.</param>
    /// <returns>The canonical literal: without white space.</returns>
    public static string FormatBase64(ExiBytes value) => Convert.ToBase64String(value.Span);

    /// <summary>Whether a character is white space of XML.</summary>
    internal static bool IsWhiteSpace(char character) => character is ' ' or '\t' or '\n' or '\r';

    private static bool NeedsNormalizing(string text, ExiWhiteSpace whiteSpace) =>
        text.AsSpan().IndexOfAny('\t', '\n', '\r') >= 0
        || (whiteSpace == ExiWhiteSpace.Collapse && text.Length != 0
            && (text[0] == ' ' || text[^1] == ' ' || text.Contains("  ", StringComparison.Ordinal)));
}
