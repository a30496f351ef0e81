using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace PairSettle.Exi.Bits;

/// <summary>Turns integers into what the writer takes, so that a value out of range stays one; emitted code calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ExiInteger
{
    /// <summary>The distance of a value from the minimum of a small range.</summary>
    /// <param name="value">The value.</param>
    /// <param name="minimum">The minimum.</param>
    /// <returns>The distance; the largest number where the value is out of every such range.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Offset(long value, long minimum)
    {
        var offset = unchecked((ulong)value - (ulong)minimum);
        return offset <= uint.MaxValue ? (uint)offset : uint.MaxValue;
    }

    /// <summary>The distance of a value from the minimum of a small range.</summary>
    /// <param name="value">The value.</param>
    /// <param name="minimum">The minimum.</param>
    /// <returns>The distance; the largest number where the value is out of every such range.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Offset(ulong value, ulong minimum)
    {
        var offset = unchecked(value - minimum);
        return offset <= uint.MaxValue ? (uint)offset : uint.MaxValue;
    }

    /// <summary>The distance of a value from the minimum of a small range.</summary>
    /// <param name="value">The value.</param>
    /// <param name="minimum">The minimum.</param>
    /// <returns>The distance; the largest number where the value is out of every such range.</returns>
    public static uint Offset(BigInteger value, long minimum)
    {
        var offset = value - minimum;
        return offset.Sign >= 0 && offset <= uint.MaxValue ? (uint)offset : uint.MaxValue;
    }

    /// <summary>A value of a signed type that the schema does not let be negative.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The value; the largest number where it is negative.</returns>
    public static ulong Unsigned(long value) => value >= 0 ? (ulong)value : ulong.MaxValue;

    /// <summary>A value of an unbounded type that the schema bounds.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The value; the largest number where it is out of range.</returns>
    public static ulong Unsigned(BigInteger value) => value.Sign >= 0 && value <= long.MaxValue ? (ulong)value : ulong.MaxValue;
}
