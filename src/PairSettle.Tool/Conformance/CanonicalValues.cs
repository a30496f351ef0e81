using System.Globalization;
using System.Numerics;

namespace PairSettle.Tool.Conformance;

/// <summary>
/// Whether two literals mean the same, whatever their datatype: numbers with point or exponent, points in time, and lists of them.
/// </summary>
internal static class CanonicalValues
{
    public static bool Same(string left, string right)
    {
        var (a, b) = (Items(left), Items(right));
        return a.Length == b.Length && a.Zip(b).All(pair => SameItem(pair.First, pair.Second));
    }

    private static string[] Items(string text) => text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static bool SameItem(string left, string right) =>
        left == right
        || Number(left) is { } number && number == Number(right)
        || Boolean(left) is { } truth && truth == Boolean(right)
        || left.Contains(':', StringComparison.Ordinal) && Moment(left) == Moment(right)
        || left.StartsWith("--", StringComparison.Ordinal) && left.TrimEnd('-') == right.TrimEnd('-');

    private static bool? Boolean(string text) => text switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    /// <summary>A number as digits without trailing zeros and an exponent of ten.</summary>
    private static (BigInteger Digits, int Exponent)? Number(string text)
    {
        var split = text.IndexOfAny(['e', 'E']);
        var exponent = 0;
        if (split >= 0 && !int.TryParse(text.AsSpan(split + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            return null;
        }

        var mantissa = split < 0 ? text : text[..split];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;
        var isNumber = BigInteger.TryParse(
            point < 0 ? mantissa : mantissa.Remove(point, 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var digits);
        if (!isNumber)
        {
            return null;
        }

        if (digits.IsZero)
        {
            return (digits, 0);
        }

        while (digits % 10 == 0)
        {
            digits /= 10;
            exponent++;
        }

        return (digits, exponent);
    }

    /// <summary>A point in time with the zone as Z where it is none, and without trailing zeros of the seconds.</summary>
    private static string Moment(string text)
    {
        text = text.Replace("+00:00", "Z", StringComparison.Ordinal).Replace("-00:00", "Z", StringComparison.Ordinal);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point < 0)
        {
            return text;
        }

        var end = point + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return text[..point] + text[point..end].TrimEnd('0').TrimEnd('.') + text[end..];
    }
}
