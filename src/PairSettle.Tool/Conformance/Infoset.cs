using System.Globalization;
using System.Numerics;
using System.Xml;
using System.Xml.Linq;

namespace PairSettle.Tool.Conformance;

/// <summary>
/// Compares two XML texts as information sets: prefixes, namespace declarations, comments and insignificant white
/// space do not count, and values compare in their lexical canonical form.
/// </summary>
internal static class Infoset
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Says where two texts differ first, or null where they are the same.</summary>
    public static string? Difference(string expected, string actual)
    {
        try
        {
            return Difference(Load(expected), Load(actual), "");
        }
        catch (XmlException e)
        {
            return $"not well-formed: {e.Message}";
        }
    }

    private static XElement Load(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!;
    }

    private static string? Difference(XElement expected, XElement actual, string path)
    {
        if (expected.Name != actual.Name)
        {
            return $"{path}/: expected {expected.Name}, found {actual.Name}";
        }

        path = $"{path}/{expected.Name.LocalName}";
        var wanted = Attributes(expected);
        var found = Attributes(actual);
        if (wanted.Count != found.Count)
        {
            return $"{path}: expected {wanted.Count} attributes, found {found.Count}";
        }

        foreach (var (name, value) in wanted)
        {
            if (!found.TryGetValue(name, out var other) || !SameValue(value, other))
            {
                return $"{path}/@{name.LocalName}: expected '{value}', found '{other}'";
            }
        }

        var left = Children(expected);
        var right = Children(actual);
        if (left.Count != right.Count)
        {
            return $"{path}: expected {left.Count} children, found {right.Count}";
        }

        for (var i = 0; i < left.Count; i++)
        {
            var difference = (left[i], right[i]) switch
            {
                (XElement a, XElement b) => Difference(a, b, path),
                (XText a, XText b) => SameValue(a.Value, b.Value) ? null : $"{path}: expected '{a.Value}', found '{b.Value}'",
                _ => $"{path}: expected {left[i].NodeType}, found {right[i].NodeType}",
            };
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }

    private static Dictionary<XName, string> Attributes(XElement element) =>
        element.Attributes().Where(a => !a.IsNamespaceDeclaration).ToDictionary(a => a.Name, a => a.Value);

    private static List<XNode> Children(XElement element)
    {
        var nodes = element.Nodes().Where(n => n is XElement or XText).ToList();

        // White space between elements is insignificant; as the only content of an element it is a value.
        return nodes.Exists(n => n is XElement) ? nodes.FindAll(n => n is not XText text || !string.IsNullOrWhiteSpace(text.Value)) : nodes;
    }

    private static bool SameValue(string left, string right) =>
        left == right || CanonicalNumber(left) is { } number && number == CanonicalNumber(right)
        || CanonicalBoolean(left) is { } truth && truth == CanonicalBoolean(right)
        || SameBinary(left, right);

    private static BigInteger? CanonicalNumber(string text) =>
        BigInteger.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool? CanonicalBoolean(string text) => text.Trim() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    private static bool SameBinary(string left, string right)
    {
        var (a, b) = (WithoutSpace(left), WithoutSpace(right));
        return a == b && IsBase64(a) || a.Length % 2 == 0 && string.Equals(a, b, StringComparison.OrdinalIgnoreCase) && a.All(char.IsAsciiHexDigit);
    }

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);

    private static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
