using System.Xml;
using System.Xml.Linq;

namespace PairSettle.Tool.Conformance;

/// <summary>
/// Compares two XML texts as information sets: prefixes, namespace declarations, comments and insignificant white
/// space do not count, and values compare in their lexical canonical form.
/// </summary>
internal static class Infoset
{
    private const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";

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
        // A fragment has several roots; a document may declare entities. Neither is in the way of comparing elements.
        var root = new XElement("root");
        using var reader = new XmlTextReader(xml, xml.Contains("<!DOCTYPE", StringComparison.Ordinal) ? XmlNodeType.Document : XmlNodeType.Element, null)
        {
            Normalization = true,
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = null,
            EntityHandling = EntityHandling.ExpandEntities,
        };
        while (reader.Read())
        {
            while (reader.NodeType == XmlNodeType.Element)
            {
                root.Add(XNode.ReadFrom(reader));
            }
        }

        return root;
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
        if (right.Count == 0 && left is [XText blank] && string.IsNullOrWhiteSpace(blank.Value))
        {
            // White space that its type collapses to nothing.
            return null;
        }

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
        element.Attributes()
            .Where(a => !a.IsNamespaceDeclaration)
            .Where(a => a.Name.NamespaceName != Xsi || a.Name.LocalName is not ("schemaLocation" or "noNamespaceSchemaLocation"))
            .Where(a => a.Name != XName.Get("nil", Xsi) || a.Value is not ("false" or "0"))
            .ToDictionary(a => a.Name, a => a.Name == XName.Get("type", Xsi) ? Expand(element, a.Value) : a.Value);

    /// <summary>A qualified name with its namespace instead of a prefix.</summary>
    private static string Expand(XElement element, string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var uri = colon < 0 ? element.GetDefaultNamespace() : element.GetNamespaceOfPrefix(name[..colon].Trim());
        return uri is null ? name : (uri + name[(colon + 1)..].Trim()).ToString();
    }

    private static List<XNode> Children(XElement element)
    {
        var nodes = new List<XNode>();
        foreach (var node in element.Nodes())
        {
            if (node is XText text && nodes is [.., XText before])
            {
                nodes[^1] = new XText(before.Value + text.Value);
            }
            else if (node is XElement or XText)
            {
                nodes.Add(node);
            }
        }

        // White space between elements is insignificant; as the only content of an element it is a value.
        return nodes.Exists(n => n is XElement) ? nodes.FindAll(n => n is not XText space || !string.IsNullOrWhiteSpace(space.Value)) : nodes;
    }

    private static bool SameValue(string left, string right) =>
        CanonicalValues.Same(left, right) || SameBinary(left, right);

    private static bool SameBinary(string left, string right)
    {
        var (a, b) = (WithoutSpace(left), WithoutSpace(right));
        return a == b && IsBase64(a) || a.Length % 2 == 0 && string.Equals(a, b, StringComparison.OrdinalIgnoreCase) && a.All(char.IsAsciiHexDigit);
    }

    private static bool IsBase64(string text) => Convert.TryFromBase64String(text, new byte[text.Length], out _);

    private static string WithoutSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
