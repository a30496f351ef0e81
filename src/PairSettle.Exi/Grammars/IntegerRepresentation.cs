namespace PairSettle.Exi.Grammars;

/// <summary>The three ways in which EXI writes an integer (EXI 1.0, 7.1.5, 7.1.6 and 7.1.9).</summary>
internal enum IntegerRepresentation
{
    /// <summary>The distance from the minimum in a fixed number of bits.</summary>
    Bounded,

    /// <summary>Groups of seven bits, without a sign.</summary>
    Unsigned,

    /// <summary>A sign bit and groups of seven bits.</summary>
    Signed,
}
