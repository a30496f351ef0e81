using System.Collections.Frozen;
using System.Xml;
using System.Xml.Schema;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Interpreter.Names;

/// <summary>The names that the string table holds before a stream begins (EXI 1.0, 7.3.1 and appendix D). They never change.</summary>
internal sealed class InitialNames
{
    public const string Xml = "http://www.w3.org/XML/1998/namespace";
    public const string Xsi = XmlSchema.InstanceNamespace;

    private static readonly string[] s_xml = ["base", "id", "lang", "space"];
    private static readonly string[] s_xsi = ["nil", "type"];

    /// <summary>The names without a schema.</summary>
    public static InitialNames SchemaLess { get; } = new(null);

    public InitialNames(SchemaModel? model)
    {
        var names = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        Add(string.Empty, []);
        Add(Xml, s_xml);
        Add(Xsi, s_xsi);
        var order = new List<string> { string.Empty, Xml, Xsi };
        if (model is not null)
        {
            Add(XmlSchema.Namespace, []);
            order.Add(XmlSchema.Namespace);
            foreach (var name in NamesOf(model))
            {
                Add(name.Namespace, name.LocalName == "*" ? [] : [name.LocalName]);
            }

            order.AddRange(names.Keys.Except(order).Order(StringComparer.Ordinal).ToList());
        }

        Uris = order.Select((uri, id) => new InitialUri(uri, id, names[uri])).ToArray();
        UriIds = Uris.ToFrozenDictionary(uri => uri.Uri, uri => uri.Id, StringComparer.Ordinal);
        XsiType = Find(new QName(Xsi, "type"))!;
        XsiNil = Find(new QName(Xsi, "nil"))!;

        void Add(string uri, IEnumerable<string> locals)
        {
            if (!names.TryGetValue(uri, out var known))
            {
                names.Add(uri, known = new SortedSet<string>(StringComparer.Ordinal));
            }

            known.UnionWith(locals);
        }
    }

    public InitialUri[] Uris { get; }

    public FrozenDictionary<string, int> UriIds { get; }

    public ExpandedName XsiType { get; }

    public ExpandedName XsiNil { get; }

    public ExpandedName? Find(QName name) =>
        UriIds.TryGetValue(name.Namespace, out var id) && Uris[id].LocalIds.TryGetValue(name.LocalName, out var local) ? Uris[id].Names[local] : null;

    private static IEnumerable<QName> NamesOf(SchemaModel model)
    {
        foreach (var type in model.NamedTypes)
        {
            yield return type.Name;
        }

        foreach (var declaration in model.Declarations())
        {
            yield return declaration.Name;
        }

        foreach (var attribute in model.Types.SelectMany(type => type.Attributes).Concat(model.Attributes))
        {
            yield return attribute.Name;
        }

        var wildcards = model.Types.SelectMany(type => type.Content.Leaves()).OfType<WildcardParticle>().SelectMany(wildcard => wildcard.Namespaces)
            .Concat(model.Types.SelectMany(type => type.AttributeWildcard?.Namespaces ?? default));
        foreach (var uri in wildcards)
        {
            yield return new QName(uri, "*");
        }
    }
}
