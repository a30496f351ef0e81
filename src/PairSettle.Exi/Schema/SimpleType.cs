using System.Numerics;

namespace PairSettle.Exi.Schema;

/// <summary>A simple type: its datatype and the facets of all its derivation steps together.</summary>
internal sealed record SimpleType
{
    /// <summary>
    /// What identifies the type in the model, so that two types of one shape stay two; null where the shape alone counts.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>The names of the type and of those it is derived from, the nearest first. Anonymous types have none of their own.</summary>
    public EquatableArray<QName> Lineage { get; init; }

    public required DatatypeKind Kind { get; init; }

    /// <summary>Whether the type is a union. EXI writes its values as strings.</summary>
    public bool IsUnion { get; init; }

    /// <summary>Whether the type restricts its literals by a pattern, which widens a Boolean (EXI 1.0, 7.1.2).</summary>
    public bool HasPattern { get; init; }

    /// <summary>The characters, by code point, that the patterns of a string leave; none where EXI makes no use of them (EXI 1.0, 7.1.10.1).</summary>
    public EquatableArray<int> Characters { get; init; }

    /// <summary>What becomes of white space before a literal is read.</summary>
    public WhiteSpaceRule WhiteSpace { get; init; }

    /// <summary>The type of the items of a list.</summary>
    public SimpleType? Item { get; init; }

    /// <summary>The type that the literals of an enumeration belong to; null for strings.</summary>
    public SimpleType? ValueType { get; init; }

    /// <summary>The smallest integer, or null where there is no bound.</summary>
    public BigInteger? Minimum { get; init; }

    /// <summary>The largest integer, or null where there is no bound.</summary>
    public BigInteger? Maximum { get; init; }

    /// <summary>The least length of a string in code points, or of a binary value in octets.</summary>
    public int MinLength { get; init; }

    /// <summary>The greatest length, or null where there is no bound.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Whether an empty value is accepted although <see cref="MinLength"/> excludes it.</summary>
    public bool AllowsEmpty { get; init; }

    /// <summary>The literals of an enumeration, in the schema's order.</summary>
    public EquatableArray<string> Literals { get; init; }

    /// <summary>Whether the XML form of a binary value is hexadecimal. It makes no difference in EXI.</summary>
    public bool IsHexadecimal { get; init; }
}
