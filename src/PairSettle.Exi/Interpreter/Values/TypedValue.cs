using System.Numerics;

namespace PairSettle.Exi.Interpreter.Values;

/// <summary>A literal that was parsed as its datatype; what the parts mean is the datatype's business.</summary>
internal readonly record struct TypedValue(long Number, long Second = 0, object? Content = null)
{
    public static TypedValue Of(BigInteger value) => value >= long.MinValue && value <= long.MaxValue ? new((long)value) : new(0, 0, value);

    public BigInteger Integer => Content is BigInteger big ? big : Number;
}
