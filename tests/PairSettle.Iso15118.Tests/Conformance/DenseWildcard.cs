using PairSettle.Exi;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Tests.Conformance;

/// <summary>Content behind a wildcard that is as dense as it can be: what makes a decoder keep most for its octets, each in its own way.</summary>
internal static class DenseWildcard
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";

    private static readonly Dictionary<string, Func<int, ExiAnyElement>> Shapes = new()
    {
        ["elements of one name"] = count => Element("a") with { Content = [.. Many(count, _ => Element("b"))] },
        ["elements of two names"] = count => Element("a") with { Content = [.. Many(count, i => Element(i % 2 == 0 ? "b" : "c"))] },
        ["elements of many names"] = count => Element("a") with { Content = [.. Many(count, i => Element(Name(i)))] },
        ["elements of many namespaces"] = count => Element("a") with { Content = [.. Many(count, i => Element(Name(i), Name(i)))] },
        ["names that the schema declares"] = count => Element("a") with { Content = [.. Many(count, i => Element(i % 2 == 0 ? "anyURI" : "short", "http://www.w3.org/2001/XMLSchema"))] },
        ["attributes of many names"] = count => Element("a") with { Attributes = [.. Many(count, i => new ExiAnyElementAttribute(new("", Name(i)), ""))] },
        ["attributes of many namespaces"] = count => Element("a") with { Attributes = [.. Many(count, i => new ExiAnyElementAttribute(new(Name(i), Name(i)), "v"))] },
        ["attributes of known names"] = count => Element("a") with { Content = [.. Many(count / 3, _ => Element("b") with { Attributes = [new(new("", "x"), ""), new(new("", "y"), "")] })] },
        ["empty texts"] = count => Element("a") with { Content = [.. Many(count, _ => new ExiAnyText(""))] },
        ["texts of a character"] = count => Element("a") with { Content = [.. Many(count, i => new ExiAnyText(Name(i)[..1]))] },
        ["elements with a text each"] = count => Element("a") with { Content = [.. Many(count / 2, i => Element(Name(i)) with { Content = [new ExiAnyText("v")] })] },
        ["elements inside each other"] = count => Enumerable.Range(0, Math.Min(count, 60)).Aggregate(Element("a"), (inner, i) => Element(Name(i)) with { Content = [.. Many(5, _ => Element("b")), inner] }),
        ["chains of one name"] = count => Element("a") with { Content = [.. Many(Math.Max(1, count / 55), _ => Chain(Math.Min(count, 55)))] },
    };

    /// <summary>The names of the shapes.</summary>
    public static IEnumerable<string> Names => Shapes.Keys;

    /// <summary>Makes content of a shape with about so many nodes behind its wildcard.</summary>
    public static ObjectType Make(string shape, int nodes) => new() { Any = [Shapes[shape](nodes)] };

    /// <summary>The elements, attributes and texts that no annotated type describes.</summary>
    public static int NodesOf(ObjectType content) => content.Any.Sum(NodesOf);

    private static int NodesOf(ExiAnyNode node) =>
        node is ExiUndeclaredElement element ? 1 + element.Attributes.Count + element.Content.Sum(NodesOf) : 1;

    private static ExiUndeclaredElement Element(string name, string uri = "") => new() { Name = new(uri, name) };

    private static ExiUndeclaredElement Chain(int length) =>
        Enumerable.Range(1, length - 1).Aggregate(Element("b"), (inner, _) => Element("b") with { Content = [inner] });

    private static IEnumerable<T> Many<T>(int count, Func<int, T> make) => Enumerable.Range(0, count).Select(make);

    private static string Name(int number) => number < Letters.Length
        ? Letters[number].ToString()
        : Name((number / Letters.Length) - 1) + Letters[number % Letters.Length];
}
