using PairSettle.Exi.Schema;
using PairSettle.Exi.Schema.Xsd;

namespace PairSettle.Exi.Interpreter.Options;

/// <summary>The schema of options documents (EXI 1.0, appendix C), written down as a model.</summary>
internal static class OptionsSchema
{
    private static readonly string[] s_datatypes =
    [
        "base64Binary", "hexBinary", "boolean", "decimal", "double", "integer", "string", "dateTime", "date", "time",
        "gYearMonth", "gMonthDay", "gYear", "gMonth", "gDay", "ieeeBinary32", "ieeeBinary64",
    ];

    public static SchemaModel Create()
    {
        var types = new List<ComplexType> { BuiltInTypes.AnyType };
        var number = Anonymous(BuiltInTypes.Find("unsignedInt"));
        var uncommon = Type(
            "uncommon",
            new WildcardParticle { ExcludedNamespace = OptionsDocument.Namespace, MinOccurs = 0, MaxOccurs = Particle.Unbounded },
            Element("alignment", Choice("alignment", Flag("byte", 1), Flag("pre-compress", 1))),
            Flag("selfContained"),
            Value("valueMaxLength", number),
            Value("valuePartitionCapacity", number),
            Element("datatypeRepresentationMap", Type(
                "datatypeRepresentationMap",
                new WildcardParticle { ExcludedNamespace = OptionsDocument.Namespace },
                new WildcardParticle())) with { MaxOccurs = Particle.Unbounded });
        var preserve = Type("preserve", Flag("dtd"), Flag("prefixes"), Flag("lexicalValues"), Flag("comments"), Flag("pis"));
        var lessCommon = Type("lesscommon", Element("uncommon", uncommon), Element("preserve", preserve), Value("blockSize", number));
        var common = Type(
            "common",
            Flag("compression"),
            Flag("fragment"),
            Value("schemaId", Anonymous(BuiltInTypes.Find("string"))) with { IsNillable = true });
        var header = Type("header", Element("lesscommon", lessCommon), Element("common", common), Flag("strict"));
        return new SchemaModel
        {
            Elements = new([new GlobalElement { Name = Name("header"), Type = header }]),
            Types = new(types),
            NamedTypes = BuiltInTypes.All.Concat(s_datatypes.Select(Named)).ToEquatable(),
        };

        TypeReference Type(string name, params Particle[] particles) => Add(name, new GroupParticle { Particles = new(particles) });

        TypeReference Choice(string name, params Particle[] particles) => Add(name, new GroupParticle { IsChoice = true, Particles = new(particles) });

        TypeReference Add(string name, GroupParticle? content)
        {
            var type = new ComplexType { Id = $"#{name}", Name = Name(name), Content = content };
            types.Add(type);
            return TypeReference.To(type.Id);
        }

        ElementParticle Flag(string name, int minimum = 0) => Element(name, Add($"{name}{types.Count}", null)) with { MinOccurs = minimum };
    }

    private static ElementParticle Element(string name, TypeReference type) => new() { Name = Name(name), Type = type, MinOccurs = 0 };

    private static ElementParticle Value(string name, SimpleType type) => Element(name, TypeReference.To(type));

    private static SimpleType Anonymous(SimpleType type) => type with { Id = "#" };

    private static NamedType Named(string name)
    {
        var parent = name switch
        {
            "ieeeBinary32" => "float",
            "ieeeBinary64" => "double",
            _ => name,
        };
        var type = BuiltInTypes.Find(parent);
        type = type with { Id = Name(name).ToString(), Lineage = type.Lineage.Prepend(Name(name)).ToEquatable() };
        return new NamedType(Name(name), TypeReference.To(type), new QName(BuiltInTypes.Namespace, parent));
    }

    private static QName Name(string localName) => new(OptionsDocument.Namespace, localName);
}
