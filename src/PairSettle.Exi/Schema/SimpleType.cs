using System.Numerics;

namespace PairSettle.Exi.Schema;

/// <summary>A simple type: its datatype and the facets of all its derivation steps together.</summary>
internal sealed record SimpleType
{
    public required DatatypeKind Kind { get; init; }

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
