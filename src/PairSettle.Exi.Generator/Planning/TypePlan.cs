using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Grammars;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Planning;

/// <summary>All that the codec of one type depends on.</summary>
internal sealed record TypePlan
{
    public required TypeName Type { get; init; }

    public required string Declaration { get; init; }

    public bool IsValueType { get; init; }

    /// <summary>Whether an annotated, concrete base type has members of the same names.</summary>
    public bool HidesBase { get; init; }

    /// <summary>Whether a base type stands alone as a document too, and so has the public members of the same names.</summary>
    public bool HidesRoot { get; init; }

    /// <summary>Whether an element of the type may contain another one of it, so that depth must be counted.</summary>
    public bool IsRecursive { get; init; }

    public required QName SchemaName { get; init; }

    /// <summary>The attributes in the order of their codes.</summary>
    public EquatableArray<ValueNode> Attributes { get; init; }

    public ValueNode? Text { get; init; }

    public GroupNode? Content { get; init; }

    /// <summary>The property for the text of mixed content, under the name of the element.</summary>
    public ValueNode? Mixed { get; init; }

    public required TypeGrammar Grammar { get; init; }

    /// <summary>The elements under which the type is the root of a document.</summary>
    public EquatableArray<RootPlan> Roots { get; init; }
}

/// <summary>An element under which a type stands alone as a document.</summary>
internal sealed record RootPlan
{
    public required QName Name { get; init; }

    public required string Prefix { get; init; }

    public required int Code { get; init; }

    public required int Width { get; init; }

    /// <summary>The number of productions of the document grammar, SE(*) included.</summary>
    public required int Count { get; init; }

    public required EquatableArray<PrefixPlan> Prefixes { get; init; }

    /// <summary>The class of the schema, where a document may hold what wildcards admit, and so needs its names.</summary>
    public TypeName? Schema { get; init; }
}

/// <summary>A prefix that the root element of the XML form declares.</summary>
internal sealed record PrefixPlan(string Prefix, string Namespace);
