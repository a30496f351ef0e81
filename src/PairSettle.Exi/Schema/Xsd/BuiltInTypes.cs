using System.Numerics;
using System.Xml.Schema;

namespace PairSettle.Exi.Schema.Xsd;

/// <summary>The types that XML Schema itself defines (XML Schema 1.0 part 2, 3).</summary>
internal static class BuiltInTypes
{
    public const string Namespace = XmlSchema.Namespace;

    private static readonly BigInteger s_long = long.MaxValue;
    private static readonly Dictionary<string, (SimpleType Type, string? Base)> s_types = Create();

    /// <summary>The most general type, <c>xs:anyType</c>.</summary>
    public static ComplexType AnyType { get; } = new()
    {
        Id = Name("anyType").ToString(),
        Name = Name("anyType"),
        IsMixed = true,
        AttributeWildcard = new AttributeWildcard(),
        Content = new GroupParticle
        {
            Particles = new([new WildcardParticle { MinOccurs = 0, MaxOccurs = Particle.Unbounded }]),
        },
    };

    /// <summary>All of them, as <c>xsi:type</c> may name them.</summary>
    public static IEnumerable<NamedType> All =>
        s_types.Select(entry => new NamedType(Name(entry.Key), TypeReference.To(entry.Value.Type), Name(entry.Value.Base ?? "anyType")))
            .Append(new NamedType(AnyType.Name, TypeReference.To(AnyType.Id), null));

    public static SimpleType Find(string localName) =>
        s_types.TryGetValue(localName, out var found) ? found.Type : s_types["anySimpleType"].Type;

    private static QName Name(string localName) => new(Namespace, localName);

    private static Dictionary<string, (SimpleType, string?)> Create()
    {
        var types = new Dictionary<string, (SimpleType Type, string? Base)>(StringComparer.Ordinal);
        Add("anySimpleType", null, new() { Kind = DatatypeKind.String });
        Primitive("string", DatatypeKind.String, WhiteSpaceRule.Preserve);
        Primitive("boolean", DatatypeKind.Boolean);
        Primitive("decimal", DatatypeKind.Decimal);
        Primitive("float", DatatypeKind.Float);
        Primitive("double", DatatypeKind.Float);
        Primitive("duration", DatatypeKind.String);
        Primitive("dateTime", DatatypeKind.DateTime);
        Primitive("time", DatatypeKind.Time);
        Primitive("date", DatatypeKind.Date);
        Primitive("gYearMonth", DatatypeKind.GYearMonth);
        Primitive("gYear", DatatypeKind.GYear);
        Primitive("gMonthDay", DatatypeKind.GMonthDay);
        Primitive("gDay", DatatypeKind.GDay);
        Primitive("gMonth", DatatypeKind.GMonth);
        Primitive("hexBinary", DatatypeKind.Binary, isHexadecimal: true);
        Primitive("base64Binary", DatatypeKind.Binary);
        Primitive("anyURI", DatatypeKind.String);
        Primitive("QName", DatatypeKind.String);
        Primitive("NOTATION", DatatypeKind.String);

        Text("normalizedString", "string", WhiteSpaceRule.Replace);
        Text("token", "normalizedString");
        Text("language", "token");
        Text("NMTOKEN", "token");
        Text("Name", "token");
        Text("NCName", "Name");
        Text("ID", "NCName");
        Text("IDREF", "NCName");
        Text("ENTITY", "NCName");
        List("NMTOKENS", "NMTOKEN");
        List("IDREFS", "IDREF");
        List("ENTITIES", "ENTITY");

        Integer("integer", "decimal", null, null);
        Integer("nonPositiveInteger", "integer", null, 0);
        Integer("negativeInteger", "nonPositiveInteger", null, -1);
        Integer("long", "integer", long.MinValue, s_long);
        Integer("int", "long", int.MinValue, int.MaxValue);
        Integer("short", "int", short.MinValue, short.MaxValue);
        Integer("byte", "short", sbyte.MinValue, sbyte.MaxValue);
        Integer("nonNegativeInteger", "integer", 0, null);
        Integer("unsignedLong", "nonNegativeInteger", 0, ulong.MaxValue);
        Integer("unsignedInt", "unsignedLong", 0, uint.MaxValue);
        Integer("unsignedShort", "unsignedInt", 0, ushort.MaxValue);
        Integer("unsignedByte", "unsignedShort", 0, byte.MaxValue);
        Integer("positiveInteger", "nonNegativeInteger", 1, null);
        return types;

        void Add(string name, string? parent, SimpleType type)
        {
            var lineage = parent is null ? default : types[parent].Type.Lineage;
            types.Add(name, (type with { Id = Name(name).ToString(), Lineage = lineage.Prepend(Name(name)).ToEquatable() }, parent));
        }

        void Primitive(string name, DatatypeKind kind, WhiteSpaceRule whiteSpace = WhiteSpaceRule.Collapse, bool isHexadecimal = false) =>
            Add(name, "anySimpleType", new() { Kind = kind, WhiteSpace = whiteSpace, IsHexadecimal = isHexadecimal });

        void Text(string name, string parent, WhiteSpaceRule whiteSpace = WhiteSpaceRule.Collapse) =>
            Add(name, parent, new() { Kind = DatatypeKind.String, WhiteSpace = whiteSpace });

        void List(string name, string item) =>
            Add(name, "anySimpleType", new() { Kind = DatatypeKind.List, Item = types[item].Type, WhiteSpace = WhiteSpaceRule.Collapse });

        void Integer(string name, string parent, BigInteger? minimum, BigInteger? maximum) => Add(name, parent, new()
        {
            Kind = DatatypeKind.Integer,
            Minimum = minimum,
            Maximum = maximum,
            WhiteSpace = WhiteSpaceRule.Collapse,
        });
    }
}
