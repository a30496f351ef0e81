using PairSettle.Exi.Generator.Parsing;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Planning;

/// <summary>A term of a type's content together with the property that holds it.</summary>
internal abstract record Node;

/// <summary>An element or a wildcard.</summary>
internal sealed record LeafNode : Node
{
    public required MemberShape Member { get; init; }

    public required QName Name { get; init; }

    /// <summary>The prefix of the name in the XML form.</summary>
    public required string Prefix { get; init; }

    /// <summary>The number of the name in string tables.</summary>
    public int StringId { get; init; }

    /// <summary>The elements of a substitution group that may stand here; none for a plain element.</summary>
    public EquatableArray<Substitute> Substitutes { get; init; }
}

/// <summary>A sequence or a choice, with a record of its own or without.</summary>
internal sealed record GroupNode : Node
{
    public bool IsChoice { get; init; }

    public int MinOccurs { get; init; } = 1;

    public int MaxOccurs { get; init; } = 1;

    /// <summary>The property that holds the group's record; null where the group's members are properties of the type itself.</summary>
    public MemberShape? Member { get; init; }

    public required EquatableArray<Node> Children { get; init; }
}

/// <summary>An attribute, or the text of simple content.</summary>
internal sealed record ValueNode
{
    public required MemberShape Member { get; init; }

    public required QName Name { get; init; }

    public required string Prefix { get; init; }

    public int StringId { get; init; }
}

/// <summary>An element that may stand where the head of its substitution group is referred to.</summary>
/// <param name="Name">The element's name.</param>
/// <param name="Prefix">Its prefix in the XML form.</param>
/// <param name="Type">The record of its type.</param>
/// <param name="IsAbstract">Whether the element keeps its event code and is refused.</param>
/// <param name="Depth">How many annotated types the record derives from.</param>
internal sealed record Substitute(QName Name, string Prefix, TypeName Type, bool IsAbstract, int Depth);
