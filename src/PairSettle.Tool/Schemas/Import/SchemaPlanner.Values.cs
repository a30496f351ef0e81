using System.Numerics;
using System.Xml.Schema;
using PairSettle.Exi.Schema;

namespace PairSettle.Tool.Schemas.Import;

internal sealed partial class SchemaPlanner
{
    private static readonly Dictionary<string, (string Type, BigInteger Minimum, BigInteger Maximum)> s_integers = new(StringComparer.Ordinal)
    {
        ["int"] = ("int", int.MinValue, int.MaxValue),
        ["long"] = ("long", long.MinValue, long.MaxValue),
        ["unsignedLong"] = ("ulong", ulong.MinValue, ulong.MaxValue),
        ["byte"] = ("sbyte", sbyte.MinValue, sbyte.MaxValue),
        ["unsignedByte"] = ("byte", byte.MinValue, byte.MaxValue),
        ["short"] = ("short", short.MinValue, short.MaxValue),
        ["unsignedShort"] = ("ushort", ushort.MinValue, ushort.MaxValue),
        ["unsignedInt"] = ("uint", uint.MinValue, uint.MaxValue),
    };

    private static readonly QName s_identifier = new(XmlSchema.Namespace, "ID");

    private readonly Dictionary<XmlSchemaSimpleType, string> _enumerations = [];

    private Value? ValueOf(XmlSchemaSimpleType type, string name, string component) => ValueOf(_reader.Simple(type), type, name, component);

    /// <summary>Finds the C# type of a simple type; null after an error.</summary>
    /// <param name="simple">The type with the facets of all its steps.</param>
    /// <param name="definition">Its definition, where it has one.</param>
    /// <param name="name">What an anonymous enumeration is named after.</param>
    /// <param name="component">The component to report.</param>
    private Value? ValueOf(SimpleType simple, XmlSchemaSimpleType? definition, string name, string component) => simple switch
    {
        { Kind: DatatypeKind.Boolean, HasPattern: true } => Refuse(ImportFault.BooleanPattern, component, "a Boolean with a pattern"),
        { Kind: DatatypeKind.Boolean } => new("bool", [], true),
        { Kind: DatatypeKind.Integer } => Integer(simple),
        { Kind: DatatypeKind.Enumeration } => new(Enumeration(simple, definition, name), [], true),
        { Kind: DatatypeKind.String } => new("string", [.. Characters(simple), .. Length(simple)], false),
        { Kind: DatatypeKind.Binary, IsHexadecimal: true } => new("ExiBytes", ["ExiHex", .. Length(simple)], false),
        { Kind: DatatypeKind.Binary } => new("ExiBytes", Length(simple), false),
        { Kind: DatatypeKind.Decimal } => new("ExiDecimal", [], false),
        { Kind: DatatypeKind.Float } => new("ExiFloat", [], false),
        { Kind: DatatypeKind.List } => List(simple, definition, name, component),
        { Kind: DatatypeKind.DateTime } => new("ExiDateTime", [], false),
        _ => new("ExiDateTime", [new Annotation("ExiDateTimeKind").With($"ExiDateTimeKind.{simple.Kind}").ToString()], false),
    };

    private Value? List(SimpleType type, XmlSchemaSimpleType? definition, string name, string component)
    {
        if (ValueOf(type.Item!, ItemsOf(definition), name, component) is not { } item)
        {
            return null;
        }

        var annotation = new Annotation("ExiItems");
        if (type is not { MinLength: 0, MaxLength: null })
        {
            annotation = annotation.With(Annotation.Number(type.MinLength)).With(Longest(type));
        }

        return new($"ExiList<{item.Type}>", [annotation.ToString(), .. item.Annotations], false);
    }

    private static XmlSchemaSimpleType? ItemsOf(XmlSchemaSimpleType? list) => list?.Content switch
    {
        XmlSchemaSimpleTypeList definition => definition.BaseItemType,
        XmlSchemaSimpleTypeRestriction => ItemsOf(list.BaseXmlSchemaType as XmlSchemaSimpleType),
        _ => null,
    };

    private static IEnumerable<string> Characters(SimpleType type) => type.Characters.Count == 0 ? [] :
        [new Annotation("ExiCharacters").With(Annotation.Literal(string.Concat(type.Characters.Select(char.ConvertFromUtf32)))).ToString()];

    /// <summary>The mark of xs:ID and its restrictions; one of few characters is left to a datatype that knows nothing of it.</summary>
    private IEnumerable<string> Identifier(XmlSchemaSimpleType type) =>
        _reader.Simple(type) is { Kind: DatatypeKind.String, Characters.Count: 0 } simple && simple.Lineage.Any(name => name == s_identifier) ? ["ExiIdentifier"] : [];

    private Value? Refuse(ImportFault fault, string component, string detail)
    {
        Report(fault, component, detail);
        return null;
    }

    private static string[] Length(SimpleType type) => type is { MinLength: 0, MaxLength: null } ? [] :
    [
        new Annotation("ExiLength").With(Annotation.Number(type.MinLength))
            .With(Longest(type)).ToString(),
    ];

    private static string Longest(SimpleType type) => type.MaxLength is { } maximum and < int.MaxValue ? Annotation.Number(maximum) : "int.MaxValue";

    /// <summary>
    /// The type that the schema's author chose, where it still holds every value, or the first of int, long and ulong that
    /// does; an integer of any size where none does.
    /// </summary>
    private static Value Integer(SimpleType type)
    {
        var candidates = type.Lineage.Where(name => name.Namespace == XmlSchema.Namespace).Select(name => name.LocalName)
            .Concat(["int", "long", "unsignedLong"]).Where(s_integers.ContainsKey).Select(name => s_integers[name]);
        var (chosen, least, most) = candidates.FirstOrDefault(candidate => candidate.Minimum <= type.Minimum && candidate.Maximum >= type.Maximum);
        if (chosen is null)
        {
            return new("BigInteger", type is { Minimum: null, Maximum: null } ? [] : [Range(type)], false);
        }

        return new(chosen, least == type.Minimum && most == type.Maximum ? [] : [Range(type)], true);
    }

    /// <summary>The bounds as numbers where both are such of 64 bits, or else as literals.</summary>
    private static string Range(SimpleType type)
    {
        var annotation = new Annotation("ExiRange");
        return type.Minimum >= long.MinValue && type.Maximum <= long.MaxValue
            ? annotation.With(Bound(type.Minimum.Value)).With(Bound(type.Maximum.Value)).ToString()
            : annotation.With(Literal(type.Minimum)).With(Literal(type.Maximum)).ToString();

        static string Literal(BigInteger? bound) => bound is { } number ? Annotation.Literal(Annotation.Number(number)) : "null";
    }

    private static string Bound(BigInteger bound) => bound == long.MinValue ? "long.MinValue" : Annotation.Number(bound);

    private string Enumeration(SimpleType simple, XmlSchemaSimpleType? definition, string wanted)
    {
        if (definition is not null && _enumerations.TryGetValue(definition, out var known))
        {
            return known;
        }

        var name = definition is not null && _names.TryGetValue(definition, out var named) ? named : _typeNames.Unique(wanted);
        if (definition is not null)
        {
            _enumerations.Add(definition, name);
        }

        var facets = Facets(definition).ToLookup(facet => facet.Value, StringComparer.Ordinal);
        var members = Names.OfMembers();
        _types.Add(name, new ImportedEnumeration(
            name,
            Documentation.Of(definition, $"The values of {wanted}."),
            simple.Literals.Select(literal => new ImportedMember(
                members.Unique(literal), literal, Documentation.Of(facets[literal].FirstOrDefault(), $"The value {Annotation.Literal(literal)}."))).ToList()));
        return name;
    }

    /// <summary>The literals where they are documented: at the step of derivation that lists them.</summary>
    private static List<XmlSchemaEnumerationFacet> Facets(XmlSchemaType? type)
    {
        for (; type is XmlSchemaSimpleType { Content: XmlSchemaSimpleTypeRestriction restriction }; type = type.BaseXmlSchemaType)
        {
            if (restriction.Facets.OfType<XmlSchemaEnumerationFacet>().ToList() is { Count: > 0 } facets)
            {
                return facets;
            }
        }

        return [];
    }
}
