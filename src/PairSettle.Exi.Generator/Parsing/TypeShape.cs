using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Generator.Parsing;

/// <summary>An annotated C# type as it is written.</summary>
internal sealed record TypeShape
{
    public required TypeName Type { get; init; }

    /// <summary>The words that declare a further part of the type, such as <c>partial record struct</c>.</summary>
    public required string Declaration { get; init; }

    public bool IsValueType { get; init; }

    public bool IsAbstract { get; init; }

    public bool IsSealed { get; init; }

    /// <summary>The nearest annotated base type.</summary>
    public TypeName? Base { get; init; }

    /// <summary>Whether the type is a model group, which has no element of its own.</summary>
    public bool IsGroup { get; init; }

    /// <summary>The schema's name of the type; for a group, only the namespace counts.</summary>
    public required QName SchemaName { get; init; }

    public bool IsChoice { get; init; }

    public bool IsMixed { get; init; }

    public EquatableArray<ElementShape> Elements { get; init; }

    /// <summary>The properties that the type itself declares.</summary>
    public EquatableArray<MemberShape> Members { get; init; }
}
