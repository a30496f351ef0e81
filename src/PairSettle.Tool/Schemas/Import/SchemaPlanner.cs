using System.Xml;
using System.Xml.Schema;
using PairSettle.Exi.Schema.Xsd;

namespace PairSettle.Tool.Schemas.Import;

/// <summary>Plans the C# types of a schema, and notes what no annotated type expresses.</summary>
internal sealed partial class SchemaPlanner
{
    private readonly XmlSchemaSet _set;
    private readonly NamespaceTable _namespaces;
    private readonly string _class;
    private readonly XsdSchemaReader _reader = new();
    private readonly Names _typeNames;
    private readonly ILookup<XmlSchemaType?, XmlSchemaElement> _elements;
    private readonly Dictionary<XmlSchemaType, string> _names = [];
    private readonly Queue<XmlSchemaComplexType> _pending = [];
    private readonly Dictionary<XmlSchemaComplexType, Names> _members = [];
    private readonly SortedDictionary<string, ImportedType> _types = new(StringComparer.Ordinal);
    private readonly HashSet<ImportError> _known = [];
    private readonly List<ImportError> _errors = [];

    private SchemaPlanner(XmlSchemaSet set, string target, string @class)
    {
        _set = set;
        _namespaces = new(set, target);
        _class = @class;
        _typeNames = Names.OfTypes([@class, .. ReservedNames.Types]);
        _elements = InOrder(set.GlobalElements.Values.Cast<XmlSchemaElement>(), element => element.QualifiedName)
            .ToLookup<XmlSchemaElement, XmlSchemaType?>(element => element.ElementSchemaType);
    }

    /// <summary>Plans the types of a compiled set of documents.</summary>
    /// <param name="schemas">The set.</param>
    /// <param name="target">The namespace of the schema itself; the others are those that it imports.</param>
    /// <param name="csharpNamespace">The C# namespace.</param>
    /// <returns>The plan, and what stands against it.</returns>
    public static (ImportedSchema Schema, IReadOnlyList<ImportError> Errors) Plan(XmlSchemaSet schemas, string target, string csharpNamespace)
    {
        var @class = $"{csharpNamespace.Split('.')[^1]}Schema";
        var planner = new SchemaPlanner(schemas, target, @class);
        planner.Plan();
        var namespaces = planner._namespaces.All.Select(one => one with { OtherNames = planner.OtherNames(one.Uri) }).ToList();
        return (new(csharpNamespace, @class, namespaces, planner._types.Values.ToList()), planner._errors);
    }

    private void Plan()
    {
        foreach (var type in InOrder(_set.GlobalTypes.Values.Cast<XmlSchemaType>(), type => type.QualifiedName))
        {
            _names.Add(type, _typeNames.Unique(type.QualifiedName.Name));
            if (type is XmlSchemaComplexType complex)
            {
                _pending.Enqueue(complex);
            }
        }

        var elements = InOrder(_set.GlobalElements.Values.Cast<XmlSchemaElement>(), element => element.QualifiedName).ToList();
        foreach (var element in elements)
        {
            PlanGlobal(element);
        }

        while (_pending.TryDequeue(out var type))
        {
            PlanRecord(type);
        }

        foreach (var element in elements.Where(element => element.ElementSchemaType is XmlSchemaSimpleType && !_referred.Contains(element.QualifiedName)))
        {
            Report(ImportFault.SimpleElement, NameOf(element.QualifiedName), "a global element of a simple type, to which no content model refers");
        }

        CheckAttributes();
        CheckNames();
        foreach (var record in _types.Values.OfType<ImportedRecord>().ToList())
        {
            var isSealed = !_types.Values.OfType<ImportedRecord>().Any(other => other.Base == record.Name);
            _types[record.Name] = record with { IsSealed = isSealed, IsStruct = isSealed && IsSmall(record) };
        }
    }

    private void PlanGlobal(XmlSchemaElement element)
    {
        if (element.IsNillable)
        {
            Report(ImportFault.Nillable, NameOf(element.QualifiedName), "the content may be nil");
        }

        if (TypeOf(element, NameOf(element.QualifiedName)) is not null && element.ElementSchemaType is XmlSchemaSimpleType
            && (element.IsAbstract || !element.SubstitutionGroup.IsEmpty))
        {
            Report(ImportFault.Substitution, NameOf(element.QualifiedName), "an element of a simple type in a substitution group");
        }
    }

    /// <summary>Whether a copy costs less than an object: a few values of fixed size, in their order.</summary>
    private static bool IsSmall(ImportedRecord record) =>
        record is { Base: null, IsAbstract: false, IsGroup: false, Properties.Count: > 0 and <= 4, Annotations.Count: 1 }
        && record.Properties.All(property => property.IsFixedSize);

    private void PlanRecord(XmlSchemaComplexType type)
    {
        var name = _names[type];
        if (_types.ContainsKey(name))
        {
            return;
        }

        var parent = ParentOf(type);
        if (parent is not null && !_types.ContainsKey(_names[parent]))
        {
            PlanRecord(parent);
        }

        var uri = type.QualifiedName.IsEmpty ? WildcardScope.TargetNamespace(type) : type.QualifiedName.Namespace;
        var schemaName = type.QualifiedName.IsEmpty ? ((XmlSchemaElement)type.Parent!).QualifiedName.Name : type.QualifiedName.Name;
        var component = NameOf(new XmlQualifiedName(schemaName, uri));
        var members = parent is null ? Names.OfMembers([name, .. ReservedNames.Members]) : _members[parent].Inherit([name]);
        var level = new Level(_namespaces[uri], name, component, members);
        var (content, isChoice) = type.ContentType == XmlSchemaContentType.TextOnly
            ? (Text(type, parent, level), false)
            : Lay(Term.Of(OwnParticle(type)), level);
        if (type.ContentType == XmlSchemaContentType.Mixed && parent is not { ContentType: XmlSchemaContentType.Mixed })
        {
            content.Add(new(level.Members.Unique("Text"), "ExiList<ExiMixedText>", "The text between the elements.", ["ExiMixed"], false));
        }

        content.AddRange(Attributes(type, parent, level));
        if (WildcardScope.OfAttributes(type) is not null)
        {
            Report(ImportFault.AttributeWildcard, component, "an attribute wildcard");
        }

        var annotation = new Annotation("ExiType").With(Annotation.Literal(schemaName)).With(Constant(level.Namespace))
            .With("Compositor", "ExiCompositor.Choice", isChoice)
            .With("Mixed", "true", type.ContentType == XmlSchemaContentType.Mixed);
        _members[type] = members;
        _types.Add(name, new ImportedRecord(name, Documentation.Of(type, DocumentationOfElement(type) ?? $"The type {schemaName}."))
        {
            Annotations = [annotation.ToString(), .. Elements(type)],
            Base = parent is null ? null : _names[parent],
            IsAbstract = type.IsAbstract,
            Properties = content,
        });
    }

    private string? DocumentationOfElement(XmlSchemaComplexType type) =>
        type.QualifiedName.IsEmpty || _elements[type].Count() == 1
            ? Documentation.Of(type.QualifiedName.IsEmpty ? type.Parent : _elements[type].First(), string.Empty) is { Length: > 0 } text ? text : null
            : null;

    /// <summary>The global elements of a type. The first of the schema's own that may stand in a document makes its record a root.</summary>
    private IEnumerable<string> Elements(XmlSchemaComplexType type)
    {
        var root = type.IsAbstract ? null : _elements[type].FirstOrDefault(element => !element.IsAbstract && element.QualifiedName.Namespace == _namespaces.All[0].Uri);
        foreach (var element in _elements[type])
        {
            var head = element.SubstitutionGroup;
            var isElsewhere = !head.IsEmpty && head.Namespace != element.QualifiedName.Namespace;
            yield return new Annotation("ExiGlobalElement").With(Annotation.Literal(element.QualifiedName.Name)).With(Constant(_namespaces[element.QualifiedName.Namespace]))
                .With("Abstract", "true", element.IsAbstract)
                .With("SubstitutionGroup", Annotation.Literal(head.Name), !head.IsEmpty)
                .With("SubstitutionGroupNamespace", isElsewhere ? Constant(_namespaces[head.Namespace]) : string.Empty, isElsewhere)
                .With("Root", "true", element == root)
                .ToString();
        }
    }

    private List<ImportedProperty> Text(XmlSchemaComplexType type, XmlSchemaComplexType? parent, Level level)
    {
        if (parent is not null)
        {
            return [];
        }

        var definition = type.ContentModel?.Content is XmlSchemaSimpleContentExtension ? type.BaseXmlSchemaType as XmlSchemaSimpleType : null;
        var property = level.Members.Unique("Value");
        return ValueOf(_reader.TextOf(type), definition, $"{level.Owner}Value", level.Component) is { } value
            ? [new(property, value.Type, "The text.", ["ExiText", .. value.Annotations], true)]
            : [];
    }

    private IEnumerable<ImportedProperty> Attributes(XmlSchemaComplexType type, XmlSchemaComplexType? parent, Level level)
    {
        var inherited = parent is null ? [] : Uses(parent).Select(attribute => attribute.QualifiedName).ToHashSet();
        foreach (var attribute in Uses(type).Where(attribute => !inherited.Contains(attribute.QualifiedName)))
        {
            var name = attribute.QualifiedName;
            var component = $"{level.Component}/@{name.Name}";
            var property = level.Members.Unique(name.Name);
            if (name.Namespace != level.Namespace.OfAttributes)
            {
                Report(ImportFault.Qualification, component, "the attribute is qualified otherwise than its namespace's attributes");
            }
            else if (ValueOf(attribute.AttributeSchemaType!, name.Name, component) is { } value)
            {
                var isRequired = attribute.Use == XmlSchemaUse.Required;
                yield return new(
                    property, isRequired ? value.Type : $"{value.Type}?",
                    Summary(attribute, "attribute", name.Name, attribute.DefaultValue, attribute.FixedValue),
                    [new Annotation("ExiAttribute").Named(name.Name, property).ToString(), .. value.Annotations, .. Identifier(attribute.AttributeSchemaType!)],
                    isRequired);
            }
        }
    }

    private static IEnumerable<XmlSchemaAttribute> Uses(XmlSchemaComplexType type) => type.AttributeUses.Values.Cast<XmlSchemaAttribute>()
        .Where(attribute => attribute.Use != XmlSchemaUse.Prohibited)
        .OrderBy(attribute => attribute.QualifiedName.Name, StringComparer.Ordinal).ThenBy(attribute => attribute.QualifiedName.Namespace, StringComparer.Ordinal);

    private string NameOf(XmlSchemaComplexType type, XmlSchemaElement element)
    {
        if (!_names.TryGetValue(type, out var name))
        {
            _names.Add(type, name = _typeNames.Unique(element.QualifiedName.Name));
            _pending.Enqueue(type);
        }

        return name;
    }

    /// <summary>The type that a type extends. One that it restricts shares no record with it, as C# cannot take members away.</summary>
    private static XmlSchemaComplexType? ParentOf(XmlSchemaComplexType type) =>
        type.ContentModel?.Content is XmlSchemaComplexContentExtension or XmlSchemaSimpleContentExtension
        && type.BaseXmlSchemaType is XmlSchemaComplexType parent && parent.QualifiedName.Namespace != XmlSchema.Namespace ? parent : null;

    /// <summary>The content that a type declares itself.</summary>
    private static XmlSchemaParticle? OwnParticle(XmlSchemaComplexType type) => type.ContentModel?.Content switch
    {
        XmlSchemaComplexContentExtension extension => extension.Particle,
        XmlSchemaComplexContentRestriction restriction => restriction.Particle,
        _ => type.Particle,
    };

    private string Constant(ImportedNamespace @namespace) => $"{_class}.{@namespace.Constant}";

    private static string NameOf(XmlQualifiedName name) => name.Namespace.Length == 0 ? name.Name : $"{{{name.Namespace}}}{name.Name}";

    private ImportedProperty? Report(ImportFault fault, string component, string detail)
    {
        var error = new ImportError(fault, component, detail);
        if (_known.Add(error))
        {
            _errors.Add(error);
        }

        return null;
    }

    private IEnumerable<T> InOrder<T>(IEnumerable<T> components, Func<T, XmlQualifiedName> name) => components
        .Where(component => name(component).Namespace != XmlSchema.Namespace)
        .OrderBy(component => _namespaces.OrderOf(name(component).Namespace)).ThenBy(component => name(component).Name, StringComparer.Ordinal);
}
