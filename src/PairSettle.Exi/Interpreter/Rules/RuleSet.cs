using PairSettle.Exi.Grammars;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Values;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Interpreter.Rules;

/// <summary>
/// The rules of one schema under one choice of options. They are built when they are first needed and may be used by any
/// number of streams at once.
/// </summary>
internal sealed partial class RuleSet
{
    private readonly Lock _lock = new();
    private readonly SchemaIndex? _schema;
    private readonly HashSet<QName> _bases = [];
    private readonly Dictionary<(TypeReference Type, bool IsNillable, bool IsTyped), Rule> _rules = [];
    private readonly Dictionary<ExpandedName, GlobalElement> _elements = [];
    private readonly Dictionary<ExpandedName, Datatype> _attributes = [];
    private readonly Dictionary<ExpandedName, TypeReference> _types = [];
    private Rule? _fragment;
    private Rule? _relaxed;

    public RuleSet(SchemaIndex? schema, InitialNames names, DatatypeTable datatypes, RuleKey key)
    {
        _schema = schema;
        Names = names;
        Datatypes = datatypes;
        Key = key;
        if (schema is null)
        {
            Document = BuiltInRules.Document(key, []);
            return;
        }

        foreach (var element in schema.Model.Elements)
        {
            _elements.Add(NameOf(element.Name), element);
        }

        foreach (var attribute in schema.Model.Attributes)
        {
            _attributes.Add(NameOf(attribute.Name), datatypes.Of(attribute.Type));
        }

        foreach (var type in schema.Model.NamedTypes)
        {
            _types.Add(NameOf(type.Name), type.Type);
            if (type.Base is { } parent)
            {
                _bases.Add(parent);
            }
        }

        Document = BuiltInRules.Document(key, DocumentGrammar.Build(schema.Model).Roots.Select(root => new Production(RuleEvent.StartElement)
        {
            Name = NameOf(root.Name),
            Element = () => ElementRule(root.Type, root.IsNillable),
        }));
    }

    public RuleKey Key { get; }

    public InitialNames Names { get; }

    public DatatypeTable Datatypes { get; }

    /// <summary>The rule before the root of a document.</summary>
    public Rule Document { get; }

    /// <summary>The rule of fragments. Without a schema it learns, and is a new one each time.</summary>
    public Rule Fragment => _schema is null ? BuiltInRules.Fragment(Key) : Once(ref _fragment, BuildFragment);

    public ExpandedName NameOf(QName name) => Names.Find(name) ?? throw new InvalidOperationException($"{name} is not among the names of its schema");

    public int UriOf(QName name) => Names.UriIds[name.Namespace];

    /// <summary>The first rule of a globally declared element, or null.</summary>
    public Rule? GlobalElement(ExpandedName name) =>
        _elements.TryGetValue(name, out var element) ? ElementRule(element.Type, element.IsNillable) : null;

    /// <summary>The type of a globally declared attribute, or null.</summary>
    public Datatype? GlobalAttribute(ExpandedName name) => _attributes.GetValueOrDefault(name);

    /// <summary>The first rule of a named type, or null.</summary>
    public Rule? NamedType(ExpandedName name) => _types.TryGetValue(name, out var type) ? Find(type, false, true) : null;

    /// <summary>The first rule of the content of an element.</summary>
    public Rule ElementRule(TypeReference type, bool isNillable) => Find(type, isNillable, false);

    private Rule Find(TypeReference type, bool isNillable, bool isTyped)
    {
        // Where the grammar is not strict, all elements of a type have the same productions.
        var key = Key.IsStrict ? (type, isNillable, isTyped) : (type, true, false);
        lock (_lock)
        {
            if (!_rules.TryGetValue(key, out var rule))
            {
                _rules.Add(key, rule = Build(type, !Key.IsStrict || isNillable, !isTyped));
            }

            return rule;
        }
    }

    private Rule Build(TypeReference type, bool isNillable, bool mayCast)
    {
        var complex = type.SimpleType is { } simple ? Wrap(simple) : _schema!.FindType(type.ComplexType)!;
        Rule? empty = null;
        return TypeRules.Build(
            this,
            GrammarBuilder.BuildAny(complex, _schema!),
            mayCast && MayCast(type),
            isNillable ? () => Once(ref empty, () => BuildEmpty(complex)) : null);
    }

    private Rule BuildEmpty(ComplexType type)
    {
        Rule? rule = null;
        return rule = TypeRules.Build(
            this,
            GrammarBuilder.BuildAny(type with { Text = null, Content = null, IsMixed = false }, _schema!),
            mayCast: false,
            Key.IsStrict ? null : () => rule!);
    }

    private static ComplexType Wrap(SimpleType type) => new() { Id = string.Empty, Name = default, Text = type };

    /// <summary>Whether a strict grammar admits xsi:type: the type is a union or the base of a named one (8.5.4.4.2).</summary>
    private bool MayCast(TypeReference type) => type.SimpleType is { } simple
        ? simple.IsUnion || simple.Lineage.Count > 0 && simple.Lineage[0].ToString() == simple.Id && _bases.Contains(simple.Lineage[0])
        : _schema!.FindType(type.ComplexType) is { } complex && complex.Name.ToString() == complex.Id && _bases.Contains(complex.Name);

    private Rule Once(ref Rule? rule, Func<Rule> build)
    {
        lock (_lock)
        {
            return rule ??= build();
        }
    }
}
