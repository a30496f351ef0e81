using System.Numerics;
using PairSettle.Exi.Codecs;

namespace PairSettle.Exi.Bits;

// The counterparts of the reader's whole elements: a run of zero event codes, the value, and the one-bit end tag.
public ref partial struct ExiWriter
{
    // Bits of a number whose octets fill one word together with the bits around them, of which there are at most 18.
    private const int LongestInOneWord = 35;

    /// <summary>Writes a run of event codes that are all zero.</summary>
    /// <param name="count">The number of bits, from 0 to 32.</param>
    public void WriteZero(int count) => WriteBits(0, count);

    /// <summary>Writes zero event codes, a number of a small range, and the end tag.</summary>
    /// <param name="zeros">The bits before the value, from 1 to 16.</param>
    /// <param name="offset">The distance from the minimum.</param>
    /// <param name="bits">The bits that the range takes; with the codes at most 31.</param>
    /// <param name="maxOffset">The distance of the maximum from the minimum.</param>
    public void WriteNBitContent(int zeros, uint offset, int bits, uint maxOffset)
    {
        if (offset > maxOffset)
        {
            Fail(ExiFault.ValueOutOfRange);
            return;
        }

        WriteBits(offset << 1, zeros + bits + 1);
    }

    /// <summary>Writes zero event codes, the position of an enumeration's value, and the end tag.</summary>
    /// <param name="zeros">The bits before the value, from 1 to 16.</param>
    /// <param name="index">The position.</param>
    /// <param name="bits">The bits that the position takes; with the codes at most 31.</param>
    /// <param name="count">The number of values.</param>
    public void WriteEnumerationContent(int zeros, int index, int bits, int count)
    {
        if (index < 0 || index >= count)
        {
            Fail(ExiFault.UndefinedEnumerationValue);
            return;
        }

        WriteBits((uint)index << 1, zeros + bits + 1);
    }

    /// <summary>Writes zero event codes, a truth value, and the end tag.</summary>
    /// <param name="zeros">The bits before the value, from 1 to 16.</param>
    /// <param name="value">The value.</param>
    public void WriteBooleanContent(int zeros, bool value) => WriteBits(value ? 2u : 0u, zeros + 2);

    /// <summary>Writes zero event codes, an unsigned integer, and the end tag.</summary>
    /// <param name="zeros">The bits before the value, from 1 to 16.</param>
    /// <param name="value">The value.</param>
    /// <param name="max">The largest value allowed.</param>
    public void WriteUnsignedContent(int zeros, ulong value, ulong max) => WriteUnsignedContent(zeros, value, 0, max);

    /// <summary>Writes zero event codes, an unsigned integer, and the end tag.</summary>
    /// <param name="zeros">The bits before the value, from 1 to 16.</param>
    /// <param name="value">The value.</param>
    /// <param name="min">The smallest value allowed.</param>
    /// <param name="max">The largest value allowed.</param>
    public void WriteUnsignedContent(int zeros, ulong value, ulong min, ulong max)
    {
        if (value < min || value > max)
        {
            Fail(ExiFault.ValueOutOfRange);
        }
        else if (value < 0x80)
        {
            WriteBits((uint)value << 1, zeros + 9);
        }
        else if (value >> LongestInOneWord == 0)
        {
            var word = SevenBitGroups.Part(value, out var octets);
            Append(word >> zeros, zeros + (octets * 8) + 1);
        }
        else
        {
            WriteBits(0, zeros);
            WriteGroups(value);
            WriteBits(0, 1);
        }
    }

    /// <summary>Writes zero event codes, an integer, and the end tag.</summary>
    /// <param name="zeros">The bits before the value, from 1 to 16.</param>
    /// <param name="value">The value.</param>
    /// <param name="min">The smallest value allowed.</param>
    /// <param name="max">The largest value allowed.</param>
    public void WriteIntegerContent(int zeros, long value, long min, long max)
    {
        if (value < min || value > max)
        {
            Fail(ExiFault.ValueOutOfRange);
            return;
        }

        unchecked
        {
            var sign = (ulong)value >> 63;
            var magnitude = (ulong)(value ^ (value >> 63));
            if (magnitude < 0x80)
            {
                WriteBits(((uint)sign << 9) | ((uint)magnitude << 1), zeros + 10);
            }
            else if (magnitude >> LongestInOneWord == 0)
            {
                var word = SevenBitGroups.Part(magnitude, out var octets);
                Append(((sign << 63) | (word >> 1)) >> zeros, zeros + 1 + (octets * 8) + 1);
            }
            else
            {
                WriteBits((uint)sign, zeros + 1);
                WriteGroups(magnitude);
                WriteBits(0, 1);
            }
        }
    }

    /// <summary>Writes zero event codes, a string, and the end tag.</summary>
    /// <param name="zeros">The bits before the value, from 1 to 16.</param>
    /// <param name="qname">The number of the qualified name of the element.</param>
    /// <param name="value">The string.</param>
    /// <param name="minLength">The smallest number of code points allowed.</param>
    /// <param name="maxLength">The largest number of code points allowed.</param>
    /// <param name="allowsEmpty">Whether the empty string may be written although it is too short.</param>
    /// <param name="afterAttributes">Whether the element has had attributes.</param>
    public void WriteStringContent(
        int zeros, int qname, string value, int minLength, int maxLength, bool allowsEmpty = false, bool afterAttributes = false)
    {
        if (value is "" && (allowsEmpty || minLength <= 0) && TryWriteEmptyContent(1, zeros, afterAttributes))
        {
            return;
        }

        WriteBits(0, zeros);
        WriteString(qname, value, minLength, maxLength, allowsEmpty);
        WriteBits(0, 1);
    }

    /// <summary>Writes zero event codes, binary content, and the end tag.</summary>
    /// <param name="zeros">The bits before the value, from 1 to 16.</param>
    /// <param name="value">The octets.</param>
    /// <param name="minLength">The smallest number of octets allowed.</param>
    /// <param name="maxLength">The largest number of octets allowed.</param>
    /// <param name="allowsEmpty">Whether no octets may be written although that is too short.</param>
    /// <param name="afterAttributes">Whether the element has had attributes.</param>
    public void WriteBinaryContent(
        int zeros, ExiBytes value, int minLength, int maxLength, bool allowsEmpty = false, bool afterAttributes = false)
    {
        if (value.Length == 0 && (allowsEmpty || minLength <= 0) && TryWriteEmptyContent(1, zeros, afterAttributes))
        {
            return;
        }

        WriteBits(0, zeros);
        WriteBinary(value, minLength, maxLength, allowsEmpty);
        WriteBits(0, 1);
    }

    /// <summary>Writes the rest of an element whose text is empty, where its form is not that of characters.</summary>
    /// <param name="escape">The codes up to and including the grammar's escape.</param>
    /// <param name="width">The bits of these codes, at most 28.</param>
    /// <param name="afterAttributes">Whether the element has had attributes.</param>
    /// <returns>Whether the element is written, with its end tag.</returns>
    public bool TryWriteEmptyContent(int escape, int width, bool afterAttributes)
    {
        var isEndTag = EmptyContent == ExiEmptyContent.EndTag;
        if (Repeated(width) is { } variant)
        {
            if (variant.Kind == ExiVariantKind.UntypedCharacters)
            {
                WriteBits(((uint)escape << ExiReader.EscapeBits) | ExiReader.UntypedCharacters(afterAttributes), width + ExiReader.EscapeBits);
                WriteBits((MissBias << 3) | ExiReader.EndOfUntyped, 8 + 3);
                return true;
            }

            isEndTag = variant.Kind == ExiVariantKind.EndTag;
        }

        // The end tag is the first of what the escape leads to.
        if (isEndTag)
        {
            WriteBits((uint)escape << ExiReader.EscapeBits, width + ExiReader.EscapeBits);
        }

        return isEndTag;
    }

    /// <summary>The variant to repeat after so many bits more, if there is one.</summary>
    internal readonly ExiVariant? Repeated(int width) => _strings?.Variants?.Take(BitPosition + width);

    /// <summary>Writes zero event codes, an integer that the schema does not bound, and the end tag.</summary>
    /// <param name="zeros">The bits before the value.</param>
    /// <param name="value">The value.</param>
    public void WriteBigIntegerContent(int zeros, BigInteger value)
    {
        WriteBits(0, zeros);
        WriteBigInteger(value);
        WriteBits(0, 1);
    }
}
