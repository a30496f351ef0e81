using System.Xml;
using System.Xml.Schema;

namespace PairSettle.Exi.Schema.Xsd;

/// <summary>
/// Reads XML Schema documents, once compiled, into the model that annotated C# types are read into as well. A model made
/// of documents knows more: named subtypes, wildcards of attributes, and every datatype.
/// </summary>
internal sealed partial class XsdSchemaReader
{
    private readonly Dictionary<XmlSchemaComplexType, string> _identities = [];
    private readonly Dictionary<string, ComplexType> _types = new(StringComparer.Ordinal);
    private readonly Queue<XmlSchemaComplexType> _pending = [];

    /// <summary>Reads a set of schema documents.</summary>
    /// <param name="schemas">The set; it is compiled if it is not yet.</param>
    /// <returns>The model.</returns>
    /// <exception cref="XmlSchemaException">The documents are no valid schema.</exception>
    public static SchemaModel Read(XmlSchemaSet schemas)
    {
        ArgumentNullException.ThrowIfNull(schemas);
        if (!schemas.IsCompiled)
        {
            schemas.Compile();
        }

        return new XsdSchemaReader().ReadSet(schemas);
    }

    private static QName NameOf(XmlQualifiedName name) => new(name.Namespace, name.Name);

    private SchemaModel ReadSet(XmlSchemaSet schemas)
    {
        var elements = schemas.GlobalElements.Values.Cast<XmlSchemaElement>().Select(element => new GlobalElement
        {
            Name = NameOf(element.QualifiedName),
            Type = Reference(element.ElementSchemaType!),
            IsAbstract = element.IsAbstract,
            IsNillable = element.IsNillable,
            SubstitutionHead = element.SubstitutionGroup.IsEmpty ? null : NameOf(element.SubstitutionGroup),
        }).OrderBy(element => element.Name).ToEquatable();
        var attributes = schemas.GlobalAttributes.Values.Cast<XmlSchemaAttribute>()
            .Select(attribute => Attribute(attribute, false)).OrderBy(attribute => attribute.Name).ToEquatable();
        var named = schemas.GlobalTypes.Values.Cast<XmlSchemaType>()
            .Where(type => type.QualifiedName.Namespace != BuiltInTypes.Namespace)
            .Select(type => new NamedType(
                NameOf(type.QualifiedName),
                Reference(type),
                type.BaseXmlSchemaType is { QualifiedName.IsEmpty: false } parent ? NameOf(parent.QualifiedName) : null))
            .Concat(BuiltInTypes.All).OrderBy(type => type.Name).ToEquatable();

        _types[BuiltInTypes.AnyType.Id] = BuiltInTypes.AnyType;
        while (_pending.TryDequeue(out var type))
        {
            var read = Complex(type);
            _types.Add(read.Id, read);
        }

        return new SchemaModel
        {
            Elements = elements,
            Attributes = attributes,
            NamedTypes = named,
            Types = _types.Values.OrderBy(type => type.Id, StringComparer.Ordinal).ToEquatable(),
        };
    }

    private TypeReference Reference(XmlSchemaType type) => type switch
    {
        XmlSchemaComplexType complex => TypeReference.To(Identify(complex)),
        XmlSchemaSimpleType simple => TypeReference.To(Simple(simple)),
        _ => throw new InvalidOperationException($"{type.GetType().Name} is no type definition"),
    };

    /// <summary>The identity of a complex type: its name, or for an anonymous one a number of its own.</summary>
    private string Identify(XmlSchemaComplexType type)
    {
        if (type.QualifiedName.Namespace == BuiltInTypes.Namespace)
        {
            return BuiltInTypes.AnyType.Id;
        }

        if (!_identities.TryGetValue(type, out var id))
        {
            id = type.QualifiedName.IsEmpty ? $"#{_identities.Count}" : NameOf(type.QualifiedName).ToString();
            _identities.Add(type, id);
            _pending.Enqueue(type);
        }

        return id;
    }

    private ComplexType Complex(XmlSchemaComplexType type) => new()
    {
        Id = _identities[type],
        Name = type.QualifiedName.IsEmpty ? NameOf(ElementOf(type)) : NameOf(type.QualifiedName),
        IsAbstract = type.IsAbstract,
        IsMixed = type.ContentType == XmlSchemaContentType.Mixed,
        Attributes = type.AttributeUses.Values.Cast<XmlSchemaAttribute>()
            .Where(attribute => attribute.Use != XmlSchemaUse.Prohibited)
            .Select(attribute => Attribute(attribute, attribute.Use == XmlSchemaUse.Required))
            .OrderBy(attribute => attribute.Name).ToEquatable(),
        AttributeWildcard = WildcardScope.OfAttributes(type)?.ToAttributeWildcard(),
        Text = type.ContentType == XmlSchemaContentType.TextOnly ? TextOf(type) : null,
        Content = type.ContentType == XmlSchemaContentType.TextOnly ? null : Content(type.ContentTypeParticle),
    };

    private static XmlQualifiedName ElementOf(XmlSchemaComplexType type) =>
        type.Parent is XmlSchemaElement element ? element.QualifiedName : XmlQualifiedName.Empty;

    private AttributeUse Attribute(XmlSchemaAttribute attribute, bool isRequired) => new()
    {
        Name = NameOf(attribute.QualifiedName),
        Type = Simple(attribute.AttributeSchemaType!),
        IsRequired = isRequired,
    };

    private GroupParticle? Content(XmlSchemaParticle particle) => Read(particle) switch
    {
        null => null,
        GroupParticle group => group,
        var single => new GroupParticle { Particles = new([single]) },
    };

    private Particle? Read(XmlSchemaParticle particle)
    {
        if (particle.MaxOccurs == 0)
        {
            return null;
        }

        var (minimum, maximum) = (Bound(particle.MinOccurs), Bound(particle.MaxOccurs));
        return particle switch
        {
            XmlSchemaElement element => new ElementParticle
            {
                Name = NameOf(element.QualifiedName),
                Type = Reference(element.ElementSchemaType!),
                IsNillable = element.IsNillable,
                IsReference = !element.RefName.IsEmpty,
                MinOccurs = minimum,
                MaxOccurs = maximum,
            },
            XmlSchemaAny any => WildcardScope.Of(any.Namespace, any).ToParticle(minimum, maximum),

            // EXI takes xs:all for any number of its elements in any order (EXI 1.0, 8.5.4.1.8.3).
            XmlSchemaAll all => Group(all, true) is { } group ? group with { MinOccurs = 0, MaxOccurs = Particle.Unbounded } : null,
            XmlSchemaGroupBase group => Group(group, group is XmlSchemaChoice) is { } read ? read with { MinOccurs = minimum, MaxOccurs = maximum } : null,
            XmlSchemaGroupRef { Particle: { } group } reference => Read(group) is { } read
                ? new GroupParticle { Particles = new([read]), MinOccurs = minimum, MaxOccurs = maximum }
                : null,
            _ => null,
        };
    }

    private GroupParticle? Group(XmlSchemaGroupBase group, bool isChoice)
    {
        var particles = group.Items.OfType<XmlSchemaParticle>().Select(Read).OfType<Particle>().ToEquatable();
        return particles.Count == 0 && !isChoice ? null : new GroupParticle { IsChoice = isChoice, Particles = particles };
    }

    private static int Bound(decimal occurs) => occurs >= int.MaxValue ? Particle.Unbounded : (int)occurs;
}
