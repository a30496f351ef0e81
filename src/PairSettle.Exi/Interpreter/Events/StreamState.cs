using System.Text;
using System.Xml;
using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Rules;
using PairSettle.Exi.Interpreter.Values;

namespace PairSettle.Exi.Interpreter.Events;

/// <summary>What reading and writing a stream have in common: tables, open elements, and what is learned on the way.</summary>
internal sealed class StreamState
{
    private Dictionary<Datatype, Datatype>? _representations;
    private Stack<(NamePartitions Names, ValueTable Values, int Depth)>? _outer;
    private readonly RuleSet _rules;
    private readonly Dictionary<string, Datatype>? _mapped;
    private Frame[] _frames = new Frame[16];
    private int _count;

    public StreamState(ExiGrammars grammars, ExiOptions options)
    {
        Options = options;
        _rules = grammars.Rules(options);
        IsSchemaInformed = grammars.IsSchemaInformed;
        Names = NewNames();
        Values = NewValues();
        _mapped = RepresentationMap.Of(options);
        Push(options.IsFragment ? _rules.Fragment : _rules.Document, null);
    }

    public ExiOptions Options { get; }

    public NamePartitions Names { get; private set; }

    public ValueTable Values { get; private set; }

    public bool IsSchemaInformed { get; }

    public ref Frame Top => ref _frames[_count - 1];

    /// <summary>The open elements.</summary>
    public int Depth => _count - 1;

    /// <summary>Whether the top is the inner fragment that a self-contained element is.</summary>
    public bool IsInnerFragment => _outer is { Count: > 0 } && _outer.Peek().Depth == _count - 1;

    public void Push(Rule rule, NameEntry? name)
    {
        if (_count > Options.Limits.MaxDepth)
        {
            throw new ExiFaultException(ExiFault.TooDeep, -1);
        }

        if (_count == _frames.Length)
        {
            Array.Resize(ref _frames, _count * 2);
        }

        _frames[_count++] = new Frame { Rule = rule, Name = name };
    }

    public void Pop() => _count--;

    /// <summary>Begins the inner fragment of a self-contained element, which knows nothing of what was learned outside (8.4.3).</summary>
    public void BeginSelfContained()
    {
        (_outer ??= new()).Push((Names, Values, _count));
        (Names, Values) = (NewNames(), NewValues());
        Push(_rules.Fragment, null);
    }

    /// <summary>Ends the inner fragment, and with it the element that it stands for.</summary>
    public void EndSelfContained()
    {
        (Names, Values, var depth) = _outer!.Pop();
        _count = depth - 1;
    }

    /// <summary>The first rule of an element that no production declares.</summary>
    public Rule RuleOf(NameEntry name) => _rules.GlobalElement(name.Name) ?? (name.Learned ??= BuiltInRules.Element(_rules.Key));

    public Rule? TypeRule(ExpandedName name) => _rules.NamedType(name);

    /// <summary>The type of an attribute that a wildcard admits. Built-in rules know no types.</summary>
    public Datatype TypeOfAttribute(NameEntry name, Rule rule) =>
        rule.Learns ? StringDatatype.Untyped : _rules.GlobalAttribute(name.Name) ?? StringDatatype.Untyped;

    /// <summary>The datatype that a value is written as.</summary>
    public Datatype Represent(Datatype datatype)
    {
        if (Options.Preserves(ExiPreserve.LexicalValues))
        {
            return datatype.Lexical;
        }

        if (_mapped is null)
        {
            return datatype;
        }

        _representations ??= [];
        if (!_representations.TryGetValue(datatype, out var representation))
        {
            _representations.Add(datatype, representation = RepresentationMap.Find(_mapped, datatype));
        }

        return representation;
    }

    /// <summary>Lets a rule learn an element or attribute that only its wildcard matched (EXI 1.0, 8.4.2 and 8.4.3).</summary>
    public static void Learn(Rule rule, RuleEvent kind, ExpandedName name, Rule? target)
    {
        if (rule.Learns && !(name.IsXsiType && rule.Find(kind, name) is not null))
        {
            rule.Add(new Production(kind) { Name = name, Target = target });
        }
    }

    /// <summary>Lets a rule learn text or its end.</summary>
    public static void Learn(Rule rule, RuleEvent kind, Rule? target)
    {
        if (rule.Learns && rule.Find(kind) is null)
        {
            rule.Add(new Production(kind) { Target = target });
        }
    }

    /// <summary>The names of the open elements, outermost first.</summary>
    public string Path()
    {
        var path = new StringBuilder();
        for (var i = 0; i < _count; i++)
        {
            if (_frames[i].Name is { } name)
            {
                path.Append(path.Length == 0 ? string.Empty : "/").Append(name.Name.LocalName);
            }
        }

        return path.ToString();
    }

    /// <summary>Whether an element is one that a writer makes self-contained.</summary>
    public bool IsSelfContained(string uri, string localName) =>
        Options.IsSelfContained && !IsInnerFragment && Options.SelfContainedElements.Contains(new XmlQualifiedName(localName, uri));

    private NamePartitions NewNames() => new(_rules.Names, Options.Limits);

    private ValueTable NewValues() => new(Options.ValueMaxLength, Options.ValuePartitionCapacity, Options.StringTable == ExiStringTableMode.Hits);
}
