using Microsoft.CodeAnalysis;
using PairSettle.Exi.Generator.Diagnostics;
using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Grammars;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Planning;

/// <summary>Puts the shapes of a compilation together: names, schema model, grammars, plans.</summary>
internal sealed class CodecModelBuilder
{
    private readonly SortedDictionary<string, TypeShape> _types = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<SchemaShape> _schemas;
    private readonly NamespaceTable _namespaces;
    private readonly List<ModelFault> _faults = [];
    private readonly Dictionary<string, ContentPlan> _contents = new(StringComparer.Ordinal);
    private readonly SortedDictionary<QName, int> _strings = [];
    private readonly Dictionary<string, SchemaIndex> _scopes = new(StringComparer.Ordinal);
    private SchemaIndex _schema = new(new SchemaModel { Elements = default, Types = default });

    private CodecModelBuilder(IEnumerable<TypeShape> types, IEnumerable<SchemaShape> schemas, IEnumerable<NamespaceShape> namespaces)
    {
        foreach (var type in types)
        {
            _types[type.Type.Full] = type;
        }

        _schemas = schemas.OrderBy(schema => schema.Type.Full, StringComparer.Ordinal).ToList();
        _namespaces = new NamespaceTable(namespaces);
    }

    private IEnumerable<TypeShape> ComplexTypes => _types.Values.Where(type => !type.IsGroup);

    public static CodecModel Build(
        IEnumerable<TypeShape> types, IEnumerable<SchemaShape> schemas, IEnumerable<NamespaceShape> namespaces, CancellationToken cancellation) =>
        new CodecModelBuilder(types, schemas, namespaces).Build(cancellation);

    /// <summary>Only the schema model: what all types declare together.</summary>
    public static SchemaModel BuildModel(IEnumerable<TypeShape> types, IEnumerable<NamespaceShape> namespaces) =>
        new CodecModelBuilder(types, [], namespaces).BuildSchema();

    private CodecModel Build(CancellationToken cancellation)
    {
        _schema = new SchemaIndex(BuildSchema());
        FindScopes();
        NumberStrings();

        var plans = new List<TypePlan>();
        foreach (var type in ComplexTypes)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!type.IsAbstract && Plan(type) is { } plan)
            {
                plans.Add(plan);
            }
        }

        return new CodecModel
        {
            Types = plans.ToEquatable(),
            Enumerations = _contents.Values.SelectMany(content => content.Values).Select(member => member.Value.Enumeration).OfType<EnumShape>()
                .GroupBy(enumeration => enumeration.Type).Select(same => same.First())
                .OrderBy(enumeration => enumeration.Type.Full, StringComparer.Ordinal).ToEquatable(),
            Schemas = _schemas.Select(Plan).ToEquatable(),
            Faults = _faults.ToEquatable(),
        };
    }

    private SchemaModel BuildSchema()
    {
        foreach (var type in ComplexTypes)
        {
            _contents[type.Type.Full] = ContentPlanner.Plan(type, _types, _namespaces);
        }

        var elements = new SortedDictionary<QName, GlobalElement>();
        foreach (var type in ComplexTypes)
        {
            foreach (var element in type.Elements)
            {
                if (elements.ContainsKey(element.Name))
                {
                    Report(DiagnosticDescriptors.DeclaredTwice, type, type.Type.Name, element.Name.ToString());
                    continue;
                }

                elements.Add(element.Name, new GlobalElement
                {
                    Name = element.Name,
                    Type = TypeReference.To(type.Type.Full),
                    IsAbstract = element.IsAbstract,
                    SubstitutionHead = element.SubstitutionHead,
                });
            }
        }

        foreach (var type in ComplexTypes)
        {
            foreach (var element in type.Elements)
            {
                if (element.SubstitutionHead is { } head && !elements.ContainsKey(head))
                {
                    Report(DiagnosticDescriptors.UnknownElement, type, type.Type.Name, head.ToString());
                }
            }

            // A reference from a property of a simple type declares the element, because no record stands for it.
            foreach (var leaf in _contents[type.Type.Full].Leaves.Where(leaf => leaf.Member.IsReference))
            {
                if (!elements.ContainsKey(leaf.Name) && leaf.Member.Simple is { } simple)
                {
                    elements.Add(leaf.Name, new GlobalElement { Name = leaf.Name, Type = TypeReference.To(simple) });
                }
            }
        }

        foreach (var type in ComplexTypes)
        {
            foreach (var leaf in _contents[type.Type.Full].Leaves.Where(leaf => leaf.Member.IsReference && !elements.ContainsKey(leaf.Name)))
            {
                Report(DiagnosticDescriptors.UnknownElement, type, $"{type.Type.Name}.{leaf.Member.Property}", leaf.Name.ToString());
            }
        }

        return new SchemaModel
        {
            Elements = elements.Values.ToEquatable(),
            Types = ComplexTypes.Select(type => _contents[type.Type.Full].ToComplexType(type)).ToEquatable(),
        };
    }

    /// <summary>
    /// Finds for each type the import closure in which its references are resolved. A schema that is imported by several
    /// others may declare the head of a substitution group whose members differ from one importer to the next; a type that
    /// refers to such a head has a grammar only where it is part of one importer.
    /// </summary>
    private void FindScopes()
    {
        var closures = _schemas.Select(schema => (Schema: schema, Index: new SchemaIndex(_schema.Model.Within(schema.Namespaces)))).ToList();
        foreach (var type in ComplexTypes)
        {
            var references = _contents[type.Type.Full].Leaves.Where(leaf => leaf.Member.IsReference).Select(leaf => leaf.Name).Distinct().ToList();
            var around = closures.Where(closure => closure.Schema.Namespaces.Contains(type.SchemaName.Namespace)).Select(closure => closure.Index)
                .Where(index => references.TrueForAll(name => index.FindElement(name) is not null)).ToList();
            _scopes[type.Type.Full] = around.Count > 0 ? around[0] : _schema;
            foreach (var name in references.Where(name => around.Select(index => Members(index, name)).Distinct().Count() > 1))
            {
                Report(DiagnosticDescriptors.AmbiguousScope, type, type.Type.Name, name.ToString());
            }
        }

        static EquatableArray<QName> Members(SchemaIndex index, QName head) =>
            index.SubstitutesOf(index.FindElement(head)!).Select(member => member.Name).ToEquatable();
    }

    private void NumberStrings()
    {
        foreach (var name in _contents.Values.SelectMany(content => content.StringNames)
            .Concat(ComplexTypes.Select(TextName).OfType<QName>()))
        {
            _strings[name] = 0;
        }

        foreach (var (name, number) in _strings.Keys.Select((name, number) => (name, number)).ToList())
        {
            _strings[name] = number;
        }
    }

    private TypePlan? Plan(TypeShape type)
    {
        var content = _contents[type.Type.Full];
        TypeGrammar grammar;
        try
        {
            grammar = GrammarBuilder.Build(_schema.FindType(type.Type.Full)!, _scopes[type.Type.Full]);
        }
        catch (SchemaException exception)
        {
            Report(DiagnosticDescriptors.AmbiguousContent, type, type.Type.Name, exception.Message);
            return null;
        }

        return new TypePlan
        {
            Type = type.Type,
            Declaration = type.Declaration,
            IsValueType = type.IsValueType,
            HidesBase = BasesOf(type).Any(@base => !_types[@base.Full].IsAbstract),
            HidesRoot = BasesOf(type).Any(@base => _types[@base.Full].Elements.Any(element => element.IsRoot)),
            IsRecursive = ReachableFrom(type).Contains(type.Type.Full),
            SchemaName = type.SchemaName,
            Attributes = content.Attributes.Select(Number).ToEquatable(),
            Text = content.Text is { } text ? text with { StringId = StringId(TextName(type) ?? type.SchemaName) } : null,
            Content = content.Content is { } root ? Resolve(root, type) : null,
            Mixed = content.Mixed is { } mixed
                ? new ValueNode { Member = mixed, Name = type.SchemaName, Prefix = string.Empty, StringId = StringId(TextName(type) ?? type.SchemaName) }
                : null,
            Grammar = grammar,
            Roots = type.Elements.Where(element => element.IsRoot).Select(element => PlanRoot(type, element)).OfType<RootPlan>().ToEquatable(),
        };
    }

    /// <summary>
    /// The name under which string tables keep the text of a type: that of its element. One type under several names
    /// would have to be told at run time, and no schema here needs it.
    /// </summary>
    private QName? TextName(TypeShape type)
    {
        if (_contents[type.Type.Full] is not ({ Text.Member.Value.IsText: true } or { Mixed: not null }))
        {
            return null;
        }

        var names = _schema.Model.Declarations().Where(declaration => declaration.Type.ComplexType == type.Type.Full)
            .Select(declaration => declaration.Name).Distinct().ToList();
        if (names.Count > 1)
        {
            Report(DiagnosticDescriptors.AmbiguousContent, type, type.Type.Name, "a text of type string may stand under one element name only");
        }

        return names.Count == 0 ? null : names[0];
    }

    /// <summary>The types of the elements inside a type, at any depth.</summary>
    private HashSet<string> ReachableFrom(TypeShape type)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([type.Type.Full]);
        while (open.Count > 0)
        {
            var container = open.Pop();
            if (!_contents.TryGetValue(container, out var content))
            {
                continue;
            }

            var scope = _scopes[container];

            foreach (var leaf in content.Leaves.Where(leaf => leaf.Member.Value.Kind == ValueKind.Record))
            {
                var types = leaf.Member.IsReference && scope.FindElement(leaf.Name) is { } head
                    ? scope.SubstitutesOf(head).Select(member => member.Type.ComplexType).OfType<string>()
                    : [leaf.Member.Value.Type.Full];
                foreach (var inner in types.Where(reached.Add))
                {
                    open.Push(inner);
                }
            }
        }

        return reached;
    }

    private ValueNode Number(ValueNode node) => node with { StringId = StringId(node.Name) };

    private int StringId(QName name) => _strings.TryGetValue(name, out var number) ? number : 0;

    /// <summary>Fills in what depends on the whole model: numbers of names and members of substitution groups.</summary>
    private GroupNode Resolve(GroupNode group, TypeShape type) => group with
    {
        Children = group.Children.Select(Node (child) => child is GroupNode inner ? Resolve(inner, type) : Resolve((LeafNode)child, type)).ToEquatable(),
    };

    private LeafNode Resolve(LeafNode leaf, TypeShape type)
    {
        leaf = leaf with { StringId = StringId(leaf.Name) };
        var scope = _scopes[type.Type.Full];
        if (!leaf.Member.IsReference || leaf.Member.Simple is not null || scope.FindElement(leaf.Name) is not { } head)
        {
            return leaf;
        }

        var substitutes = scope.SubstitutesOf(head);
        if (substitutes.Count == 1 && !head.IsAbstract)
        {
            return leaf;
        }

        var members = substitutes.Where(member => member.Type.ComplexType is not null).Select(member => new Substitute(
            member.Name,
            _namespaces.PrefixOf(member.Name.Namespace),
            _types[member.Type.ComplexType!].Type,
            member.IsAbstract || _schema.IsAbstract(member.Type),
            BasesOf(_types[member.Type.ComplexType!]).Count)).ToList();
        foreach (var same in members.Where(member => !member.IsAbstract).GroupBy(member => member.Type).Where(same => same.Count() > 1))
        {
            Report(DiagnosticDescriptors.AmbiguousSubstitute, type, same.Key.Name, head.Name.ToString());
        }

        return leaf with { Substitutes = members.ToEquatable() };
    }

    /// <summary>The schema whose documents begin with an element: its own, or else the first that imports it.</summary>
    private SchemaShape? SchemaOf(ElementShape element) =>
        _schemas.FirstOrDefault(candidate => candidate.TargetNamespace == element.Name.Namespace)
            ?? _schemas.FirstOrDefault(candidate => candidate.Namespaces.Contains(element.Name.Namespace));

    private RootPlan? PlanRoot(TypeShape type, ElementShape element)
    {
        var schema = SchemaOf(element);
        if (schema is null)
        {
            Report(DiagnosticDescriptors.RootWithoutSchema, type, type.Type.Name, element.Name.Namespace);
            return null;
        }

        var grammar = DocumentGrammar.Build(_schema.Model.Within(schema.Namespaces));
        return new RootPlan
        {
            Name = element.Name,
            Prefix = _namespaces.PrefixOf(element.Name.Namespace),
            Code = grammar.Roots.ToList().FindIndex(root => root.Name == element.Name),
            Width = grammar.Width,
            Count = grammar.Roots.Count + 1,
            Prefixes = Prefixes(schema),
            Schema = HasWildcards(schema) ? schema.Type : null,
        };
    }

    private bool HasWildcards(SchemaShape schema) => ComplexTypes.Any(type =>
        schema.Namespaces.Contains(type.SchemaName.Namespace)
        && _contents[type.Type.Full].Leaves.Any(leaf => leaf.Member.Kind == MemberKind.Any));

    /// <summary>The local names of elements, attributes and types that the schema declares (EXI 1.0, D.3).</summary>
    private EquatableArray<NamesPlan> Names(SchemaShape schema)
    {
        var types = ComplexTypes.Where(type => schema.Namespaces.Contains(type.SchemaName.Namespace)).ToList();
        return types.Select(type => type.SchemaName)
            .Concat(types.SelectMany(type => type.Elements).Select(element => element.Name))
            .Concat(types.SelectMany(type => _contents[type.Type.Full].Attributes).Select(attribute => attribute.Name))
            .Concat(types.SelectMany(type => _contents[type.Type.Full].Leaves).Where(leaf => leaf.Member.Kind == MemberKind.Element).Select(leaf => leaf.Name))
            .Concat(schema.Namespaces.SelectMany(uri => _namespaces.OtherNames(uri).Select(name => new QName(uri, name))))
            .GroupBy(name => name.Namespace, name => name.LocalName)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => new NamesPlan(same.Key, same.Distinct().OrderBy(name => name, StringComparer.Ordinal).ToEquatable()))
            .ToEquatable();
    }

    private SchemaPlan Plan(SchemaShape schema)
    {
        var model = _schema.Model.Within(schema.Namespaces);
        var document = DocumentGrammar.Build(model);
        var fragment = FragmentGrammar.Build(model);
        var hasWildcards = HasWildcards(schema);
        var names = hasWildcards ? Names(schema) : [];
        return new SchemaPlan
        {
            Type = schema.Type,
            TargetNamespace = schema.TargetNamespace,
            Prefixes = Prefixes(schema),
            Roots = document.Roots.Select((root, code) => PlanEntry(root.Name, code, new([root.Type]), root.IsAbstract)).ToEquatable(),
            RootWidth = document.Width,
            Elements = fragment.Elements.Select((element, code) => PlanEntry(
                element.Name, code, element.Declarations.Select(declaration => declaration.Type).ToEquatable(), _schema.FindElement(element.Name) is { IsAbstract: true })).ToEquatable(),
            ElementWidth = fragment.Width,
            Relaxed = ElementFragmentGrammar.Build(model),
            Messages = PlanMessages(schema, document),
            HasWildcards = hasWildcards,
            Names = names,
            StringNames = names.SelectMany(space => space.LocalNames.Select(name => new QName(space.Namespace, name)))
                .Where(_strings.ContainsKey).Select(name => new StringNamePlan(name, _strings[name])).ToEquatable(),
        };
    }

    /// <summary>The messages of a schema, where there are several and a record that all of them derive from.</summary>
    private MessagesPlan? PlanMessages(SchemaShape schema, DocumentGrammar document)
    {
        var codes = document.Roots.Select((root, code) => (root.Name, code)).ToDictionary(root => root.Name, root => root.code);
        var roots = ComplexTypes.SelectMany(type => type.Elements.Where(element => element.IsRoot && SchemaOf(element) == schema).Take(1)
            .Select(element => (Type: type, element.Name))).ToList();
        if (roots.Count < 2)
        {
            return null;
        }

        var common = roots.Select(root => BasesOf(root.Type)).Aggregate((left, right) => left.Where(right.Contains).ToList());
        return common.Count == 0 ? null : new MessagesPlan(
            common[0], roots.Select(root => new MessagePlan(root.Name, root.Type.Type, codes[root.Name])).OrderBy(message => message.Code).ToEquatable());
    }

    /// <summary>The annotated records that a type derives from, the nearest first.</summary>
    private List<TypeName> BasesOf(TypeShape type)
    {
        var bases = new List<TypeName>();
        for (var shape = type; shape.Base is { } @base && _types.TryGetValue(@base.Full, out var next); shape = next)
        {
            bases.Add(next.Type);
        }

        return bases;
    }

    private EntryPlan PlanEntry(QName name, int code, EquatableArray<TypeReference> types, bool isAbstract)
    {
        var entry = new EntryPlan { Name = name, Prefix = _namespaces.PrefixOf(name.Namespace), Code = code, StringId = StringId(name) };
        if (types.Count > 1)
        {
            // Only names whose types all have simple content are held; the attributes of all of them may come.
            var contents = types.Where(type => type.ComplexType is not null).Select(type => _contents[type.ComplexType!]).ToList();
            if (contents.Any(content => content.Content is not null) || types.Any(type => _schema.IsAbstract(type)))
            {
                return entry;
            }

            var record = types.FirstOrDefault(type => type.ComplexType is not null).ComplexType;
            return entry with
            {
                Type = contents.Count == 1 && contents[0].Text is { Member.Value.Kind: ValueKind.String } ? _types[record!].Type : null,
                HasId = contents.Any(HasId),
                RelaxedAttributes = contents.SelectMany(content => content.Attributes).GroupBy(attribute => attribute.Name)
                    .Select(same => Number(same.First())).OrderBy(attribute => attribute.Name).ToEquatable(),
                RelaxedText = contents.Count == 1 ? contents[0].Text : null,
            };
        }

        if (types[0].ComplexType is not { } type)
        {
            return entry with { Simple = types[0].SimpleType };
        }

        isAbstract |= _types[type].IsAbstract;
        return entry with
        {
            IsAbstract = isAbstract,
            Type = isAbstract ? null : _types[type].Type,
            HasId = HasId(_contents[type]),
        };
    }

    private static bool HasId(ContentPlan content) => content.Attributes.Any(attribute => attribute.Name.LocalName == "Id");

    private EquatableArray<PrefixPlan> Prefixes(SchemaShape schema) => schema.Namespaces
        .Where(uri => uri.Length > 0)
        .Select(uri => new PrefixPlan(_namespaces.PrefixOf(uri), uri)).ToEquatable();

    private void Report(DiagnosticDescriptor descriptor, TypeShape type, params string[] arguments) =>
        _faults.Add(new ModelFault(descriptor.Id, type.Type, arguments.ToEquatable()));
}
