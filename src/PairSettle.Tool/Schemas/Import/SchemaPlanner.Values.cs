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
        { Kind: DatatypeKind.Integer } => Integer(simple, component),
        { Kind: DatatypeKind.Enumeration, ValueType: not null } =>
            Refuse(ImportFault.EnumerationNotText, component, $"an enumeration of type {simple.ValueType.Kind}"),
        { Kind: DatatypeKind.Enumeration } => new(Enumeration(simple, definition, name), [], true),
        { Kind: DatatypeKind.String, Characters.Count: > 0 } =>
            Refuse(ImportFault.CharacterSet, component, $"a pattern leaves {Annotation.Number(simple.Characters.Count)} characters, by which EXI codes the text"),
        { Kind: DatatypeKind.String } => new("string", Length(simple), false),
        { Kind: DatatypeKind.Binary, IsHexadecimal: true } => new("ExiBytes", ["ExiHex", .. Length(simple)], false),
        { Kind: DatatypeKind.Binary } => new("ExiBytes", Length(simple), false),
        _ => Refuse(ImportFault.DatatypeUnsupported, component, $"there is no C# type for {simple.Kind}"),
    };

    private Value? Refuse(ImportFault fault, string component, string detail)
    {
        Report(fault, component, detail);
        return null;
    }

    private static string[] Length(SimpleType type) => type is { MinLength: 0, MaxLength: null } ? [] :
    [
        new Annotation("ExiLength").With(Annotation.Number(type.MinLength))
            .With(type.MaxLength is { } maximum and < int.MaxValue ? Annotation.Number(maximum) : "int.MaxValue").ToString(),
    ];

    /// <summary>The type that the schema's author chose, where it still holds every value, or the first of int, long and ulong that does.</summary>
    private Value? Integer(SimpleType type, string component)
    {
        if (type is { Minimum: null, Maximum: null })
        {
            return new("BigInteger", [], false);
        }

        if (type.Minimum is not { } minimum || type.Maximum is not { } maximum)
        {
            return Refuse(ImportFault.IntegerBound, component, "an integer with one bound");
        }

        var candidates = type.Lineage.Where(name => name.Namespace == XmlSchema.Namespace).Select(name => name.LocalName)
            .Concat(["int", "long", "unsignedLong"]).Where(s_integers.ContainsKey).Select(name => s_integers[name]);
        var chosen = candidates.FirstOrDefault(candidate => candidate.Minimum <= minimum && candidate.Maximum >= maximum);
        if (chosen.Type is null)
        {
            return Refuse(ImportFault.IntegerBound, component, "an integer beyond 64 bits");
        }

        if (chosen.Minimum == minimum && chosen.Maximum == maximum)
        {
            return new(chosen.Type, [], true);
        }

        return maximum > long.MaxValue
            ? Refuse(ImportFault.IntegerBound, component, "a bound beyond that of a signed integer of 64 bits")
            : new(chosen.Type, [new Annotation("ExiRange").With(Bound(minimum)).With(Bound(maximum)).ToString()], true);
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
