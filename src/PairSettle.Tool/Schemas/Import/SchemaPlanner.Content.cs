using System.Xml.Schema;
using PairSettle.Exi.Schema.Xsd;

namespace PairSettle.Tool.Schemas.Import;

internal sealed partial class SchemaPlanner
{
    private readonly HashSet<System.Xml.XmlQualifiedName> _referred = [];

    /// <summary>Lays out the content of a record as properties.</summary>
    /// <returns>The properties, and whether exactly one of them is present.</returns>
    private (List<ImportedProperty> Properties, bool IsChoice) Lay(Term? content, Level level)
    {
        var properties = new List<ImportedProperty>();
        switch (content)
        {
            case null:
                return (properties, false);
            case Group { IsChoice: true, IsOnce: true } choice:
                properties.AddRange(choice.Items.Select(branch => Property(branch, level, null, isBranch: true)).OfType<ImportedProperty>());
                return (properties, true);
            case Group { IsChoice: false, IsOnce: true } sequence:
                properties.AddRange(sequence.Items.SelectMany(term => Item(term, level)));
                return (properties, false);
            default:
                properties.AddRange(Item(content, level));
                return (properties, false);
        }
    }

    /// <summary>The properties of a term of a sequence: several for a choice that needs no record of its own.</summary>
    private List<ImportedProperty> Item(Term term, Level level)
    {
        if (term is not Group { IsChoice: true, Maximum: 1 } choice || choice.Items.Any(branch => branch is not Leaf))
        {
            return Property(term, level, null, isBranch: false) is { } property ? [property] : [];
        }

        var annotation = new Annotation("ExiChoice").With(Annotation.Literal(level.NextChoice())).With("Optional", "true", choice.Minimum == 0).ToString();
        return choice.Items.Select(branch => Property(branch, level, annotation, isBranch: true)).OfType<ImportedProperty>().ToList();
    }

    private ImportedProperty? Property(Term term, Level level, string? choice, bool isBranch)
    {
        var property = term switch
        {
            Group group => GroupProperty(group, level, isBranch),
            Leaf { Particle: XmlSchemaElement element } leaf => ElementProperty(element, leaf, level, isBranch),
            Leaf { Particle: XmlSchemaAny any } leaf => WildcardProperty(any, leaf, level, isBranch),
            _ => Report(ImportFault.AllGroup, level.Component, "elements in any order"),
        };
        return property is null || choice is null ? property : property with { Annotations = [choice, .. property.Annotations] };
    }

    private ImportedProperty? GroupProperty(Group group, Level level, bool isBranch)
    {
        if (group.Minimum > 1 || group.Maximum is not (1 or int.MaxValue))
        {
            return Report(ImportFault.GroupBound, level.Component, $"a group that occurs {group.Minimum} to {group.Maximum} times");
        }

        var word = group.IsChoice ? "Choice" : "Sequence";
        var property = level.Members.Unique(word);
        var record = _typeNames.Unique(level.Owner + word);
        var inner = level with { Owner = record, Members = Names.OfMembers([record, .. ReservedNames.Members]), Choices = new() };
        var (properties, _) = Lay(group with { Minimum = 1, Maximum = 1 }, inner);
        _types.Add(record, new ImportedRecord(record, $"A part of {level.Owner}: {(group.IsChoice ? "exactly one of the properties is set" : "the elements follow each other")}.")
        {
            Annotations = [new Annotation("ExiModelGroup").With($"ExiCompositor.{word}").With(Constant(level.Namespace)).ToString()],
            IsGroup = true,
            Properties = properties,
        });
        return Occurring(
            new Annotation("ExiGroup"), [], record, property, $"A part that is a {word.ToLowerInvariant()} of its own.", group, isBranch, usualMinimum: 1);
    }

    private ImportedProperty? ElementProperty(XmlSchemaElement element, Leaf leaf, Level level, bool isBranch)
    {
        var name = element.QualifiedName;
        var component = $"{level.Component}/{name.Name}";
        var property = level.Members.Unique(name.Name);
        var isReference = !element.RefName.IsEmpty;
        var declared = isReference ? (XmlSchemaElement)_set.GlobalElements[name]! : element;
        if (!isReference && name.Namespace != level.Namespace.OfElements)
        {
            return Report(ImportFault.Qualification, component, "the element is qualified otherwise than its namespace's elements");
        }

        if (declared.IsNillable)
        {
            return Report(ImportFault.Nillable, component, "the content may be nil");
        }

        if (isReference)
        {
            _referred.Add(name);
            CheckSubstitution(declared);
        }

        var annotation = new Annotation("ExiElement").Named(name.Name, property)
            .With("Reference", "true", isReference)
            .With("Namespace", isReference && name.Namespace != level.Namespace.Uri ? Constant(_namespaces[name.Namespace]) : "", isReference && name.Namespace != level.Namespace.Uri);
        var value = TypeOf(declared, component);
        return value is null ? null : Occurring(annotation, value.Annotations, value.Type, property, Summary(declared, "element"), leaf, isBranch, usualMinimum: 1)
            with { IsFixedSize = value.IsFixedSize && leaf.IsOnce && !isBranch };
    }

    /// <summary>The C# type of an element; null after an error.</summary>
    private Value? TypeOf(XmlSchemaElement element, string component) => element.ElementSchemaType switch
    {
        XmlSchemaSimpleType simple => ValueOf(simple, element.QualifiedName.Name, component),
        XmlSchemaComplexType complex when complex.QualifiedName.Namespace != XmlSchema.Namespace => new(NameOf(complex, element), [], false),
        _ => Refuse(ImportFault.AnyType, component, "an element of any type"),
    };

    private ImportedProperty? WildcardProperty(XmlSchemaAny any, Leaf leaf, Level level, bool isBranch)
    {
        _hasWildcards = true;
        var scope = WildcardScope.Of(any.Namespace, any);
        if (scope.Listed is not null || (scope.Excluded is { } excluded && excluded != level.Namespace.Uri))
        {
            return Report(ImportFault.WildcardNamespaces, level.Component, $"a wildcard for {any.Namespace}");
        }

        return Occurring(
            new Annotation("ExiAny").With(scope.Excluded is null ? "ExiWildcardScope.Any" : "ExiWildcardScope.Other"), [], "ExiAnyElement",
            level.Members.Unique("Any"), Documentation.Of(any, "An element that the schema leaves open."), leaf, isBranch, usualMinimum: 0);
    }

    private static ImportedProperty Occurring(
        Annotation annotation, IReadOnlyList<string> facets, string type, string name, string summary, Term term, bool isBranch, int usualMinimum)
    {
        if (term.Maximum > 1)
        {
            return new(name, $"ExiList<{type}>", summary, [annotation.Occurring(term.Minimum, term.Maximum, usualMinimum).ToString(), .. facets], term.Minimum > 0 && !isBranch);
        }

        var isOptional = term.Minimum == 0 || isBranch;
        return new(name, isOptional ? $"{type}?" : type, summary, [annotation.ToString(), .. facets], !isOptional);
    }

    private static string Summary(XmlSchemaElement element, string kind) => Summary(element, kind, element.QualifiedName.Name, element.DefaultValue, element.FixedValue);

    private static string Summary(XmlSchemaAnnotated component, string kind, string name, string? otherwise, string? always)
    {
        var text = Documentation.Of(component, $"The {kind} {name}.");
        return always is not null ? $"{text} The schema fixes its value: {Annotation.Literal(always)}."
            : otherwise is not null ? $"{text} The schema's default is {Annotation.Literal(otherwise)}."
            : text;
    }
}
