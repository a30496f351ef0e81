using System.Globalization;
using System.Numerics;
using System.Xml.Schema;

namespace PairSettle.Exi.Schema.Xsd;

internal sealed partial class XsdSchemaReader
{
    private readonly Dictionary<XmlSchemaSimpleType, SimpleType> _simple = [];
    private int _anonymous;

    /// <summary>Reads a simple type with the facets of all its steps of derivation.</summary>
    public SimpleType Simple(XmlSchemaSimpleType type)
    {
        if (_simple.TryGetValue(type, out var known))
        {
            return known;
        }

        if (type.QualifiedName.Namespace == BuiltInTypes.Namespace)
        {
            return _simple[type] = BuiltInTypes.Find(type.QualifiedName.Name);
        }

        var read = type.Content switch
        {
            XmlSchemaSimpleTypeUnion => BuiltInTypes.Find("anySimpleType") with { IsUnion = true },
            XmlSchemaSimpleTypeList list => BuiltInTypes.Find("anySimpleType") with
            {
                Kind = DatatypeKind.List,
                Item = Simple(list.BaseItemType!),
                WhiteSpace = WhiteSpaceRule.Collapse,
            },
            XmlSchemaSimpleTypeRestriction restriction => Restrict(Simple((XmlSchemaSimpleType)type.BaseXmlSchemaType!), restriction.Facets),
            _ => BuiltInTypes.Find("anySimpleType"),
        };
        return _simple[type] = Name(read, type);
    }

    private SimpleType Name(SimpleType type, XmlSchemaType definition) => definition.QualifiedName.IsEmpty
        ? type with { Id = $"#{_anonymous++}" }
        : type with
        {
            Id = NameOf(definition.QualifiedName).ToString(),
            Lineage = type.Lineage.Prepend(NameOf(definition.QualifiedName)).ToEquatable(),
        };

    /// <summary>The type of the text of a complex type with simple content.</summary>
    public SimpleType TextOf(XmlSchemaComplexType type)
    {
        var inherited = type.BaseXmlSchemaType switch
        {
            XmlSchemaSimpleType simple => Simple(simple),
            XmlSchemaComplexType { ContentType: XmlSchemaContentType.TextOnly } complex => TextOf(complex),
            _ => BuiltInTypes.Find("string"),
        };
        if (type.ContentModel?.Content is not XmlSchemaSimpleContentRestriction restriction)
        {
            return inherited;
        }

        inherited = restriction.BaseType is { } own ? Simple(own) : inherited;
        return restriction.Facets.Count == 0 ? inherited : Restrict(inherited, restriction.Facets) with { Id = $"#{_anonymous++}" };
    }

    /// <summary>Applies the facets of one step of derivation.</summary>
    private static SimpleType Restrict(SimpleType type, XmlSchemaObjectCollection facets)
    {
        var literals = new List<string>();
        var patterns = new List<string>();
        foreach (var facet in facets.OfType<XmlSchemaFacet>())
        {
            var value = facet.Value ?? string.Empty;
            switch (facet)
            {
                case XmlSchemaEnumerationFacet:
                    literals.Add(value);
                    break;
                case XmlSchemaPatternFacet:
                    patterns.Add(value);
                    break;
                case XmlSchemaWhiteSpaceFacet:
                    type = type with { WhiteSpace = Enum.Parse<WhiteSpaceRule>(value, ignoreCase: true) };
                    break;
                case XmlSchemaLengthFacet:
                    type = type with { MinLength = Length(value), MaxLength = Length(value) };
                    break;
                case XmlSchemaMinLengthFacet:
                    type = type with { MinLength = Math.Max(type.MinLength, Length(value)) };
                    break;
                case XmlSchemaMaxLengthFacet:
                    type = type with { MaxLength = Math.Min(type.MaxLength ?? int.MaxValue, Length(value)) };
                    break;
                default:
                    type = type.Kind == DatatypeKind.Integer ? Bound(type, facet, value) : type;
                    break;
            }
        }

        if (patterns.Count > 0)
        {
            type = type with { HasPattern = true, Characters = type.Kind == DatatypeKind.String ? PatternCharacters.Of(patterns) : default };
        }

        // The values of unions, lists, qualified names and notations stay what they are (EXI 1.0, 7.2).
        return literals.Count == 0 || type.IsUnion || type.Kind == DatatypeKind.List || IsName(type) ? type : type with
        {
            Kind = DatatypeKind.Enumeration,
            Literals = literals.ToEquatable(),
            ValueType = type.Kind == DatatypeKind.Enumeration ? type.ValueType : type.Kind == DatatypeKind.String ? null : type,
        };
    }

    private static bool IsName(SimpleType type) =>
        type.Lineage.Any(name => name.Namespace == BuiltInTypes.Namespace && name.LocalName is "QName" or "NOTATION");

    private static SimpleType Bound(SimpleType type, XmlSchemaFacet facet, string value)
    {
        if (!BigInteger.TryParse(value.AsSpan().Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bound))
        {
            return type;
        }

        return facet switch
        {
            XmlSchemaMinInclusiveFacet => type with { Minimum = Max(type.Minimum, bound) },
            XmlSchemaMinExclusiveFacet => type with { Minimum = Max(type.Minimum, bound + 1) },
            XmlSchemaMaxInclusiveFacet => type with { Maximum = Min(type.Maximum, bound) },
            XmlSchemaMaxExclusiveFacet => type with { Maximum = Min(type.Maximum, bound - 1) },
            _ => type,
        };
    }

    private static BigInteger Max(BigInteger? left, BigInteger right) => left is { } known ? BigInteger.Max(known, right) : right;

    private static BigInteger Min(BigInteger? left, BigInteger right) => left is { } known ? BigInteger.Min(known, right) : right;

    private static int Length(string value) =>
        int.TryParse(value.AsSpan().Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var length) ? length : int.MaxValue;
}
