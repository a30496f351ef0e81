using System.Buffers;
using System.Globalization;
using System.Numerics;
using PairSettle.Exi.Bits;

namespace PairSettle.Exi.Xml;

public static partial class ExiXml
{
    private static readonly SearchValues<char> s_base64 =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");

    /// <summary>Reads a truth value.</summary>
    /// <param name="text">The text of the element or attribute.</param>
    /// <param name="value">The value, on success.</param>
    /// <returns><see cref="ExiFault.None"/> on success, otherwise why not.</returns>
    public static ExiFault ParseBoolean(string text, out bool value)
    {
        var literal = Normalize(text, ExiWhiteSpace.Collapse);
        value = literal is "true" or "1";
        return value || literal is "false" or "0" ? ExiFault.None : ExiFault.InvalidLiteral;
    }

    /// <summary>Reads an integer.</summary>
    /// <param name="text">The text of the element or attribute.</param>
    /// <param name="min">The smallest value allowed.</param>
    /// <param name="max">The largest value allowed.</param>
    /// <param name="value">The value, on success.</param>
    /// <returns><see cref="ExiFault.None"/> on success, otherwise why not.</returns>
    public static ExiFault ParseInteger(string text, long min, long max, out long value)
    {
        value = 0;
        var literal = Normalize(text, ExiWhiteSpace.Collapse);
        return !IsInteger(literal) ? ExiFault.InvalidLiteral
            : long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
                && value >= min && value <= max ? ExiFault.None
            : ExiFault.ValueOutOfRange;
    }

    /// <summary>Reads an unsigned integer.</summary>
    /// <param name="text">The text of the element or attribute.</param>
    /// <param name="max">The largest value allowed.</param>
    /// <param name="value">The value, on success.</param>
    /// <returns><see cref="ExiFault.None"/> on success, otherwise why not.</returns>
    public static ExiFault ParseUnsigned(string text, ulong max, out ulong value)
    {
        value = 0;
        var literal = Normalize(text, ExiWhiteSpace.Collapse);
        return !IsInteger(literal) ? ExiFault.InvalidLiteral
            : ulong.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
                && value <= max ? ExiFault.None
            : ExiFault.ValueOutOfRange;
    }

    /// <summary>Reads an integer that the schema does not bound.</summary>
    /// <param name="text">The text of the element or attribute.</param>
    /// <param name="maxBits">The bits that it may take.</param>
    /// <param name="value">The value, on success.</param>
    /// <returns><see cref="ExiFault.None"/> on success, otherwise why not.</returns>
    public static ExiFault ParseBigInteger(string text, int maxBits, out BigInteger value)
    {
        value = BigInteger.Zero;
        var literal = Normalize(text, ExiWhiteSpace.Collapse);
        if (!IsInteger(literal))
        {
            return ExiFault.InvalidLiteral;
        }

        // A decimal digit is worth more than three bits; parsing takes more than linear time, so length goes first.
        var digits = literal.AsSpan().TrimStart("+-").TrimStart('0');
        if ((long)digits.Length * 3 > maxBits + 3L)
        {
            return ExiFault.IntegerTooLong;
        }

        value = BigInteger.Parse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return value.GetBitLength() <= maxBits ? ExiFault.None : ExiFault.IntegerTooLong;
    }

    /// <summary>Reads a string.</summary>
    /// <param name="text">The text of the element or attribute.</param>
    /// <param name="whiteSpace">What the datatype does to white space.</param>
    /// <param name="minLength">The smallest number of code points allowed.</param>
    /// <param name="maxLength">The largest number of code points allowed.</param>
    /// <param name="value">The value, on success.</param>
    /// <returns><see cref="ExiFault.None"/> on success, otherwise why not.</returns>
    public static ExiFault ParseString(string text, ExiWhiteSpace whiteSpace, int minLength, int maxLength, out string value)
    {
        value = Normalize(text, whiteSpace);
        var length = XmlCharacters.CountCodePoints(value);
        return length < 0 ? ExiFault.InvalidCharacter
            : length < minLength || length > maxLength ? ExiFault.LengthOutOfRange
            : ExiFault.None;
    }

    /// <summary>Reads <c>xs:hexBinary</c>.</summary>
    /// <param name="text">The text of the element or attribute.</param>
    /// <param name="minLength">The smallest number of octets allowed.</param>
    /// <param name="maxLength">The largest number of octets allowed.</param>
    /// <param name="value">The value, on success.</param>
    /// <returns><see cref="ExiFault.None"/> on success, otherwise why not.</returns>
    public static ExiFault ParseHexBinary(string text, int minLength, int maxLength, out ExiBytes value)
    {
        value = default;
        var literal = Normalize(text, ExiWhiteSpace.Collapse);
        if ((literal.Length & 1) != 0 || !literal.All(char.IsAsciiHexDigit))
        {
            return ExiFault.InvalidLiteral;
        }

        return Adopt(Convert.FromHexString(literal), minLength, maxLength, out value);
    }

    /// <summary>Reads <c>xs:base64Binary</c>. White space may stand anywhere; unused bits must be zero.</summary>
    /// <param name="text">The text of the element or attribute.</param>
    /// <param name="minLength">The smallest number of octets allowed.</param>
    /// <param name="maxLength">The largest number of octets allowed.</param>
    /// <param name="value">The value, on success.</param>
    /// <returns><see cref="ExiFault.None"/> on success, otherwise why not.</returns>
    public static ExiFault ParseBase64Binary(string text, int minLength, int maxLength, out ExiBytes value)
    {
        value = default;
        var literal = text.Any(IsWhiteSpace) ? string.Concat(text.Where(static c => !IsWhiteSpace(c))) : text;
        var digits = literal.AsSpan().TrimEnd('=');
        if (literal.Length % 4 != 0 || literal.Length - digits.Length > 2 || digits.ContainsAnyExcept(s_base64))
        {
            return ExiFault.InvalidLiteral;
        }

        var octets = new byte[digits.Length * 3 / 4];
        if (!Convert.TryFromBase64Chars(literal, octets, out var written) || written != octets.Length || HasSpareBits(digits, octets))
        {
            return ExiFault.InvalidLiteral;
        }

        return Adopt(octets, minLength, maxLength, out value);
    }

    /// <summary>Reads the position of an enumeration's value.</summary>
    /// <param name="text">The text of the element or attribute.</param>
    /// <param name="literals">The literals in the schema's order.</param>
    /// <param name="index">The position, on success.</param>
    /// <returns><see cref="ExiFault.None"/> on success, otherwise why not.</returns>
    public static ExiFault ParseEnumeration(string text, ReadOnlySpan<string> literals, out int index)
    {
        index = literals.IndexOf(Normalize(text, ExiWhiteSpace.Collapse));
        if (index >= 0)
        {
            return ExiFault.None;
        }

        index = 0;
        return ExiFault.UndefinedEnumerationValue;
    }

    private static ExiFault Adopt(byte[] octets, int minLength, int maxLength, out ExiBytes value)
    {
        value = default;
        if (octets.Length < minLength || octets.Length > maxLength)
        {
            return ExiFault.LengthOutOfRange;
        }

        value = ExiBytes.Adopt(octets);
        return ExiFault.None;
    }

    private static bool IsInteger(ReadOnlySpan<char> literal)
    {
        var digits = literal is ['+' or '-', ..] ? literal[1..] : literal;
        return !digits.IsEmpty && !digits.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>Whether the last digit carries bits that belong to no octet.</summary>
    private static bool HasSpareBits(ReadOnlySpan<char> digits, ReadOnlySpan<byte> octets) =>
        digits.Length % 4 != 0 && !Convert.ToBase64String(octets).AsSpan().TrimEnd('=').SequenceEqual(digits);
}
