using System.Xml.Schema;

namespace PairSettle.Exi.Schema.Xsd;

/// <summary>
/// The namespaces that a wildcard admits: all, all but one and none (<paramref name="Excluded"/>), or those listed
/// (XML Schema 1.0 part 1, 3.10.1). The empty namespace stands for none.
/// </summary>
internal sealed record WildcardScope(string? Excluded, IReadOnlyCollection<string>? Listed)
{
    private static readonly WildcardScope s_any = new(null, null);

    public static WildcardScope Of(string? namespaces, XmlSchemaObject declaration)
    {
        var target = TargetNamespace(declaration);
        return namespaces?.Trim() switch
        {
            null or "" or "##any" => s_any,
            "##other" => new(target, null),
            var list => new(null, list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(name => name switch
            {
                "##local" => string.Empty,
                "##targetNamespace" => target,
                _ => name,
            }).Distinct().ToList()),
        };
    }

    /// <summary>The attributes that a complex type admits beside those it declares, or null for none (part 1, 3.4.2).</summary>
    public static WildcardScope? OfAttributes(XmlSchemaComplexType type)
    {
        var (attributes, any, isExtension) = type.ContentModel?.Content switch
        {
            XmlSchemaComplexContentExtension extension => (extension.Attributes, extension.AnyAttribute, true),
            XmlSchemaSimpleContentExtension extension => (extension.Attributes, extension.AnyAttribute, true),
            XmlSchemaComplexContentRestriction restriction => (restriction.Attributes, restriction.AnyAttribute, false),
            XmlSchemaSimpleContentRestriction restriction => (restriction.Attributes, restriction.AnyAttribute, false),
            _ => (type.Attributes, type.AnyAttribute, false),
        };
        var scope = Local(attributes, any);
        var inherited = isExtension && type.BaseXmlSchemaType is XmlSchemaComplexType parent && parent.QualifiedName.Namespace != BuiltInTypes.Namespace
            ? OfAttributes(parent)
            : null;
        return scope is null || inherited is null ? scope ?? inherited : scope.Unite(inherited);
    }

    public AttributeWildcard ToAttributeWildcard() => new() { Namespaces = (Listed ?? []).Order(StringComparer.Ordinal).ToEquatable() };

    public WildcardParticle ToParticle(int minimum, int maximum) => new()
    {
        Namespaces = (Listed ?? []).ToEquatable(),
        ExcludedNamespace = Excluded,
        MinOccurs = minimum,
        MaxOccurs = maximum,
    };

    private static WildcardScope? Local(XmlSchemaObjectCollection attributes, XmlSchemaAnyAttribute? any)
    {
        var scope = any is null ? null : Of(any.Namespace, any);
        foreach (var reference in attributes.OfType<XmlSchemaAttributeGroupRef>())
        {
            if (Group(reference) is { } group && Local(group.Attributes, group.AnyAttribute) is { } inner)
            {
                scope = scope is null ? inner : scope.Intersect(inner);
            }
        }

        return scope;
    }

    private static XmlSchemaAttributeGroup? Group(XmlSchemaAttributeGroupRef reference)
    {
        var schema = Schema(reference);
        return schema is null ? null : Find(schema, reference.RefName, []);
    }

    private static XmlSchemaAttributeGroup? Find(XmlSchema schema, System.Xml.XmlQualifiedName name, HashSet<XmlSchema> visited)
    {
        if (!visited.Add(schema))
        {
            return null;
        }

        return schema.AttributeGroups[name] as XmlSchemaAttributeGroup
            ?? schema.Includes.OfType<XmlSchemaExternal>().Select(external => external.Schema is null ? null : Find(external.Schema, name, visited))
                .FirstOrDefault(found => found is not null);
    }

    private WildcardScope Unite(WildcardScope other) => (this, other) switch
    {
        ({ Listed: { } left }, { Listed: { } right }) => new(null, left.Union(right).ToList()),
        _ => s_any, // coded like every scope that is not a list
    };

    private WildcardScope Intersect(WildcardScope other) => (this, other) switch
    {
        ({ Listed: { } left }, { Listed: { } right }) => new(null, left.Intersect(right).ToList()),
        ({ Listed: { } left }, _) => new(null, left.Where(other.Admits).ToList()),
        (_, { Listed: { } right }) => new(null, right.Where(Admits).ToList()),
        _ => Excluded is null ? other : this,
    };

    private bool Admits(string name) => Listed?.Contains(name) ?? (Excluded is null || name != Excluded && name.Length > 0);

    /// <summary>The target namespace of the document that a component stands in.</summary>
    public static string TargetNamespace(XmlSchemaObject declaration) => Schema(declaration)?.TargetNamespace ?? string.Empty;

    private static XmlSchema? Schema(XmlSchemaObject declaration)
    {
        var current = declaration;
        while (current is not null and not XmlSchema)
        {
            current = current.Parent;
        }

        return current as XmlSchema;
    }
}
