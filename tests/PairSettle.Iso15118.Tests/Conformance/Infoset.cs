using System.Xml.Linq;

namespace PairSettle.Iso15118.Tests.Conformance;

/// <summary>Compares XML documents as information sets: prefixes, declarations and white space between elements do not count.</summary>
internal static class Infoset
{
    /// <summary>The first difference between two documents, or null.</summary>
    public static string? Difference(string expected, string actual) =>
        Difference(XDocument.Parse(expected).Root!, XDocument.Parse(actual).Root!, string.Empty);

    private static string? Difference(XElement expected, XElement actual, string path)
    {
        path = $"{path}/{expected.Name.LocalName}";
        if (expected.Name != actual.Name)
        {
            return $"{path}: {actual.Name} instead of {expected.Name}";
        }

        var expectedAttributes = Attributes(expected);
        var actualAttributes = Attributes(actual);
        if (!expectedAttributes.SequenceEqual(actualAttributes))
        {
            return $"{path}: attributes [{string.Join(", ", actualAttributes)}] instead of [{string.Join(", ", expectedAttributes)}]";
        }

        var expectedChildren = expected.Elements().ToList();
        var actualChildren = actual.Elements().ToList();
        if (expectedChildren.Count != actualChildren.Count)
        {
            return $"{path}: {actualChildren.Count} children instead of {expectedChildren.Count}";
        }

        return expectedChildren.Count == 0
            ? expected.Value == actual.Value ? null : $"{path}: text '{actual.Value}' instead of '{expected.Value}'"
            : expectedChildren.Zip(actualChildren, (left, right) => Difference(left, right, path)).FirstOrDefault(found => found is not null);
    }

    private static List<(XName Name, string Value)> Attributes(XElement element) =>
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration)
            .Select(attribute => (attribute.Name, attribute.Value)).OrderBy(pair => pair.Name.ToString(), StringComparer.Ordinal).ToList();
}
