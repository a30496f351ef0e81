using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Grammars;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Planning;

/// <summary>All that the class of one schema depends on.</summary>
internal sealed record SchemaPlan
{
    public required TypeName Type { get; init; }

    public required string TargetNamespace { get; init; }

    public required EquatableArray<PrefixPlan> Prefixes { get; init; }

    /// <summary>The roots of documents in the order of their codes.</summary>
    public required EquatableArray<EntryPlan> Roots { get; init; }

    public required int RootWidth { get; init; }

    /// <summary>The elements of fragments in the order of their codes.</summary>
    public required EquatableArray<EntryPlan> Elements { get; init; }

    public required int ElementWidth { get; init; }

    /// <summary>The names that the schema declares, a namespace each (EXI 1.0, D.3).</summary>
    public required EquatableArray<NamesPlan> Names { get; init; }

    /// <summary>The names under which string tables keep values, with their numbers.</summary>
    public required EquatableArray<StringNamePlan> StringNames { get; init; }

    /// <summary>Whether a type has wildcards, so that names take part in streams.</summary>
    public bool HasWildcards { get; init; }

    /// <summary>The relaxed grammar of elements whose name has several types.</summary>
    public required ElementFragmentGrammar Relaxed { get; init; }

    /// <summary>The messages, where a receiver that does not know which one comes gets a record of a common base.</summary>
    public MessagesPlan? Messages { get; init; }
}

/// <summary>Several messages that share a base.</summary>
/// <param name="Base">The nearest record that all of them derive from.</param>
/// <param name="Messages">The messages in the order of their codes.</param>
internal sealed record MessagesPlan(TypeName Base, EquatableArray<MessagePlan> Messages);

/// <summary>One message among several.</summary>
/// <param name="Name">Its element.</param>
/// <param name="Type">Its record.</param>
/// <param name="Code">The element's code in the document grammar.</param>
internal sealed record MessagePlan(QName Name, TypeName Type, int Code);

/// <summary>An element that a document or a fragment may begin with.</summary>
internal sealed record EntryPlan
{
    public required QName Name { get; init; }

    public required string Prefix { get; init; }

    public required int Code { get; init; }

    /// <summary>The record that holds the element, or null where none does: abstract and simple-typed elements.</summary>
    public TypeName? Type { get; init; }

    public bool IsAbstract { get; init; }

    /// <summary>Whether the element carries an identifier, so that a signature can refer to it.</summary>
    public bool HasId { get; init; }

    /// <summary>The attributes that the types of a name with several types have; null for a name with one type.</summary>
    public EquatableArray<ValueNode>? RelaxedAttributes { get; init; }

    /// <summary>The text of the record that a relaxed element maps to.</summary>
    public ValueNode? RelaxedText { get; init; }

    public int StringId { get; init; }

    /// <summary>The simple type of an element that no record holds, or null.</summary>
    public SimpleType? Simple { get; init; }
}

/// <summary>The local names of one namespace, sorted.</summary>
internal sealed record NamesPlan(string Namespace, EquatableArray<string> LocalNames);

/// <summary>A name that string tables keep values under, and its number.</summary>
internal sealed record StringNamePlan(QName Name, int StringId);
