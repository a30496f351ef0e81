using System.Globalization;
using System.Numerics;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Grammars;

/// <summary>
/// Lists all that the grammars of a schema say, production by production. Two schemas with one listing code every document
/// and every fragment alike, whatever they were read from: the names of types stand for them, and states are numbered by
/// the content model.
/// </summary>
/// <remarks>
/// Lines without indentation begin a section: the document grammar, the fragment grammar, then each type in the order in
/// which they lead to it. What is coded alike is left out: namespaces that a wildcard excludes, white space rules,
/// patterns of text that is not restricted to a set of characters, what an enumeration's literals stand for, how many items
/// a list has, and that content may be nil.
/// </remarks>
internal sealed class GrammarListing
{
    private readonly SchemaModel _model;
    private readonly SchemaIndex _index;
    private readonly List<string> _lines = [];
    private readonly Queue<ComplexType> _pending = [];
    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _uses = new(StringComparer.Ordinal);

    private GrammarListing(SchemaModel model)
    {
        _model = model;
        _index = new SchemaIndex(model);
    }

    /// <summary>Lists the grammars of a schema.</summary>
    /// <exception cref="SchemaException">A content model is too large.</exception>
    public static IReadOnlyList<string> Of(SchemaModel model) => new GrammarListing(model).List();

    private List<string> List()
    {
        Document();
        Fragment();
        while (_pending.Count > 0)
        {
            Type(_pending.Dequeue());
        }

        return _lines;
    }

    private void Document()
    {
        var document = DocumentGrammar.Build(_model);
        _lines.Add("document");
        foreach (var (root, code) in document.Roots.Select((root, code) => (root, code)))
        {
            _lines.Add($"  {GrammarText.Bits(code, document.Width)} SE({root.Name}) {Reference(root.Type)}{Abstract(root.IsAbstract || _index.IsAbstract(root.Type))}");
        }
    }

    private void Fragment()
    {
        var fragment = FragmentGrammar.Build(_model);
        _lines.Add("fragment");
        foreach (var (element, code) in fragment.Elements.Select((element, code) => (element, code)))
        {
            var types = element.Declarations.Select(declaration => Reference(declaration.Type)).Distinct().OrderBy(type => type, StringComparer.Ordinal);
            _lines.Add($"  {GrammarText.Bits(code, fragment.Width)} SE({element.Name}) {string.Join(" | ", types)}");
        }

        var relaxed = ElementFragmentGrammar.Build(_model);
        _lines.Add("element of several types in a fragment");
        foreach (var (attribute, code) in relaxed.Attributes.Select((attribute, code) => (attribute, code)))
        {
            _lines.Add($"  {GrammarText.Bits(code, relaxed.StartWidth)} AT({attribute})");
        }
    }

    private void Type(ComplexType type)
    {
        var grammar = GrammarBuilder.BuildAny(type, _index);
        _lines.Add(_titles[type.Id]);
        foreach (var state in grammar.States)
        {
            Productions($"  {state.Index}{(state.Repetition is { } few ? $" below {few.Minimum}" : string.Empty)}: ", state.BelowMinimum);
            Productions($"  {state.Index}: ", state.Productions);
            Productions($"  {state.Index}{(state.Repetition is { } many ? $" at {many.Maximum}" : string.Empty)}: ", state.AtMaximum);
        }
    }

    private void Productions(string state, ProductionSet? productions)
    {
        foreach (var production in productions?.Productions ?? default)
        {
            var target = production.Target < 0 ? string.Empty : $" -> {production.Target.ToString(CultureInfo.InvariantCulture)}";
            _lines.Add($"{state}{GrammarText.Bits(production.Code, productions!.Width)} {Event(production)}{target}{Abstract(production.IsAbstract)}");
        }
    }

    private string Event(Production production) => production.Kind switch
    {
        EventKind.Attribute => $"AT({production.Name}) {Reference(production.Type)}",
        EventKind.StartElement => $"SE({production.Name}) {Reference(production.Type)}",
        EventKind.Characters => $"CH {Reference(production.Type)}",
        _ => GrammarText.Event(production),
    };

    private string Reference(TypeReference type)
    {
        if (_index.FindType(type.ComplexType) is not { } complex)
        {
            return type.SimpleType is { } simple ? Simple(simple) : "anything";
        }

        if (!_titles.TryGetValue(complex.Id, out var title))
        {
            // Anonymous types have the name of their element, which may stand for several.
            var name = $"type {complex.Name}";
            _uses[name] = _uses.TryGetValue(name, out var uses) ? uses + 1 : 1;
            title = _uses[name] == 1 ? name : $"{name} #{_uses[name].ToString(CultureInfo.InvariantCulture)}";
            _titles.Add(complex.Id, title);
            _pending.Enqueue(complex);
        }

        return title;
    }

    private static string Simple(SimpleType type) => type.Kind switch
    {
        DatatypeKind.Boolean => type.HasPattern ? "boolean in 2 bits" : "boolean",
        DatatypeKind.Integer => $"{Representations.OfInteger(type).ToString().ToLowerInvariant()} integer {Bound(type.Minimum)}..{Bound(type.Maximum)}",
        DatatypeKind.Enumeration => $"one of {string.Join("|", type.Literals)}",
        DatatypeKind.String => $"string {Length(type)}{(type.Characters.Count == 0 ? string.Empty : $" of {string.Join(" ", type.Characters)}")}",
        DatatypeKind.Binary => $"{(type.IsHexadecimal ? "hexadecimal" : "base64")} {Length(type)}",
        DatatypeKind.List => $"list of {Simple(type.Item!)}",
        var kind => kind.ToString(),
    };

    private static string Length(SimpleType type) =>
        $"{type.MinLength.ToString(CultureInfo.InvariantCulture)}..{type.MaxLength?.ToString(CultureInfo.InvariantCulture) ?? "*"}";

    private static string Bound(BigInteger? bound) => bound?.ToString(CultureInfo.InvariantCulture) ?? "*";

    private static string Abstract(bool isAbstract) => isAbstract ? " abstract" : string.Empty;
}
