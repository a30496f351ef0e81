using System.Numerics;
using PairSettle.Exi.Schema;

namespace PairSettle.Exi.Grammars;

/// <summary>Chooses the representation of simple types.</summary>
internal static class Representations
{
    /// <summary>The largest range that is written as a distance from its minimum (EXI 1.0, 7.1.9).</summary>
    public const int LargestBoundedRange = 4096;

    /// <summary>How the values of an integer type are written. Only facets count, not the type's name.</summary>
    public static IntegerRepresentation OfInteger(SimpleType type) =>
        type is { Minimum: { } minimum, Maximum: { } maximum } && maximum - minimum < LargestBoundedRange ? IntegerRepresentation.Bounded
        : type.Minimum is { Sign: >= 0 } ? IntegerRepresentation.Unsigned
        : IntegerRepresentation.Signed;

    /// <summary>The bits of every value of a type, or null where they depend on the value.</summary>
    public static int? FixedWidth(SimpleType type) => type.Kind switch
    {
        DatatypeKind.Boolean => 1,
        DatatypeKind.Enumeration => CodeWidth.Of(type.Literals.Count),
        DatatypeKind.Integer when OfInteger(type) == IntegerRepresentation.Bounded =>
            CodeWidth.Of((int)(type.Maximum!.Value - type.Minimum!.Value + BigInteger.One)),
        _ => null,
    };
}
