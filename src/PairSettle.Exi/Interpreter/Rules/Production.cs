using PairSettle.Exi.Interpreter.Names;
using PairSettle.Exi.Interpreter.Values;

namespace PairSettle.Exi.Interpreter.Rules;

/// <summary>An event that a rule matches, and the rule that follows.</summary>
internal sealed class Production(RuleEvent kind)
{
    private Rule? _rule;

    public RuleEvent Event { get; } = kind;

    /// <summary>The name of the element or the attribute.</summary>
    public ExpandedName? Name { get; init; }

    /// <summary>The namespace of a wildcard that lists namespaces.</summary>
    public int UriId { get; init; }

    /// <summary>The type of the value of an attribute or of text.</summary>
    public Datatype Datatype { get; init; } = StringDatatype.Untyped;

    /// <summary>Finds the first rule of the content of the element that the schema declares here; null for one that it does not.</summary>
    public Func<Rule>? Element { get; init; }

    /// <summary>The first rule of the content of the element, where the schema declares it here.</summary>
    public Rule? ElementRule => _rule ??= Element?.Invoke();

    /// <summary>The rule that follows; null where the element ends.</summary>
    public Rule? Target { get; set; }

    /// <summary>The place in the first part of its rule, in the order in which that grew.</summary>
    public int Index { get; set; }

    /// <summary>Whether the event repeats the term that led to the rule, so that it is counted.</summary>
    public bool Repeats { get; init; }

    /// <summary>The productions of the third part of the code.</summary>
    public Production[]? Third { get; init; }
}
