using System.Numerics;
using System.Runtime.CompilerServices;
using PairSettle.Exi.Codecs;

namespace PairSettle.Exi.Bits;

// Whole elements of simple type in one call: a run of event codes that must be zero (start tags, then the characters
// event), the value, and the one-bit code of the end tag. Nearly every element of ISO 15118 has this shape in the
// non-strict grammar (EXI 1.0, 8.5.4.4), and mostly all of it lies in one load.
public ref partial struct ExiReader
{
    internal const int EscapeBits = 3;
    internal const uint EndOfUntyped = 0b100;

    /// <summary>Reads zero event codes, a number of a small range, and the end tag.</summary>
    /// <param name="zeros">The bits before the value, from 1 to 16.</param>
    /// <param name="bits">The bits that the range takes, from 0 to 32.</param>
    /// <param name="maxOffset">The distance of the maximum from the minimum.</param>
    /// <returns>The distance from the minimum.</returns>
    public uint ReadNBitContent(int zeros, int bits, uint maxOffset)
    {
        unchecked
        {
            var position = _position;
            var next = position + zeros + bits + 1;
            var window = Load(position);
            var value = window << zeros >> 1 >> (63 - bits);
            if (next <= _end && window >> (64 - zeros) == 0 && value <= maxOffset && (long)(window << (zeros + bits)) >= 0)
            {
                _position = next;
                return (uint)value;
            }
        }

        return ExpectZero(zeros) && ReadNBit(bits, maxOffset) is var offset && ExpectZero(1) ? offset : 0;
    }

    /// <summary>Reads zero event codes, the position of an enumeration's value, and the end tag.</summary>
    /// <param name="zeros">The bits before the value, from 1 to 16.</param>
    /// <param name="bits">The bits that the position takes, from 0 to 32.</param>
    /// <param name="count">The number of values.</param>
    /// <returns>The position.</returns>
    public int ReadEnumerationContent(int zeros, int bits, int count)
    {
        unchecked
        {
            var position = _position;
            var next = position + zeros + bits + 1;
            var window = Load(position);
            var value = window << zeros >> 1 >> (63 - bits);
            if (next <= _end && window >> (64 - zeros) == 0 && value < (ulong)count && (long)(window << (zeros + bits)) >= 0)
            {
                _position = next;
                return (int)value;
            }
        }

        return ExpectZero(zeros) && ReadEnumeration(bits, count) is var index && ExpectZero(1) ? index : 0;
    }

    /// <summary>Reads zero event codes, a truth value, and the end tag.</summary>
    /// <param name="zeros">The bits before the value, from 1 to 16.</param>
    /// <returns>The value.</returns>
    public bool ReadBooleanContent(int zeros) => ReadNBitContent(zeros, 1, 1) != 0;

    /// <summary>Reads zero event codes, an unsigned integer, and the end tag.</summary>
    /// <param name="zeros">The bits before the value, from 1 to 16.</param>
    /// <param name="max">The largest value allowed.</param>
    /// <returns>The value.</returns>
    public ulong ReadUnsignedContent(int zeros, ulong max) => ReadUnsignedContent(zeros, 0, max);

    /// <summary>Reads zero event codes, an unsigned integer, and the end tag.</summary>
    /// <param name="zeros">The bits before the value, from 1 to 16.</param>
    /// <param name="min">The smallest value allowed.</param>
    /// <param name="max">The largest value allowed.</param>
    /// <returns>The value.</returns>
    public ulong ReadUnsignedContent(int zeros, ulong min, ulong max)
    {
        unchecked
        {
            var position = _position;
            var window = Load(position);
            var octets = TryJoin(window << zeros, zeros + 1, out var value);
            var bits = zeros + (octets * 8);
            var next = position + bits + 1;
            if (octets != 0 && next <= _end && window >> (64 - zeros) == 0 && value >= min && value <= max && (long)(window << bits) >= 0)
            {
                _position = next;
                return value;
            }
        }

        return ExpectZero(zeros) && ReadUnsigned(min, max) is var slow && ExpectZero(1) ? slow : 0;
    }

    /// <summary>Reads zero event codes, an integer, and the end tag.</summary>
    /// <param name="zeros">The bits before the value, from 1 to 16.</param>
    /// <param name="min">The smallest value allowed.</param>
    /// <param name="max">The largest value allowed.</param>
    /// <returns>The value.</returns>
    public long ReadIntegerContent(int zeros, long min, long max)
    {
        unchecked
        {
            var position = _position;
            var window = Load(position);
            var signed = window << zeros;
            var octets = TryJoin(signed << 1, zeros + 2, out var magnitude);
            var value = (long)magnitude ^ ((long)signed >> 63);
            var bits = zeros + 1 + (octets * 8);
            var next = position + bits + 1;
            if (octets != 0 && next <= _end && window >> (64 - zeros) == 0 && value >= min && value <= max && (long)(window << bits) >= 0)
            {
                _position = next;
                return value;
            }
        }

        return ExpectZero(zeros) && ReadInteger(min, max) is var slow && ExpectZero(1) ? slow : 0;
    }

    /// <summary>Reads zero event codes, an integer that the schema does not bound, and the end tag.</summary>
    /// <param name="zeros">The bits before the value, from 1 to 16.</param>
    /// <returns>The value.</returns>
    public BigInteger ReadBigIntegerContent(int zeros) =>
        ExpectZero(zeros) && ReadBigInteger() is var value && ExpectZero(1) ? value : BigInteger.Zero;

    /// <summary>
    /// Reads zero event codes, a string, and the end tag. An empty element (the end tag in place of the characters
    /// event, through the grammar's escape) is the empty string, as some encoders write it.
    /// </summary>
    /// <param name="zeros">The bits before the value, from 1 to 16; the last one belongs to the characters event.</param>
    /// <param name="qname">The number of the qualified name of the element.</param>
    /// <param name="minLength">The smallest number of code points allowed.</param>
    /// <param name="maxLength">The largest number of code points allowed.</param>
    /// <param name="allowsEmpty">Whether the empty string is accepted although it is too short.</param>
    /// <param name="afterAttributes">Whether the element has had attributes.</param>
    /// <returns>The string; the empty one after a fault.</returns>
    public string ReadStringContent(
        int zeros, int qname, int minLength, int maxLength, bool allowsEmpty = false, bool afterAttributes = false)
    {
        if (TryEnterCounted(zeros, MissBias, minLength, int.Min(maxLength, _limits.MaxStringLength), out var count))
        {
            var text = ReadCharacters(count);
            _strings?.Add(qname, text);
            ExpectZero(1);
            return text;
        }

        if (!EnterCharacters(zeros, allowsEmpty ? 0 : minLength, afterAttributes))
        {
            return string.Empty;
        }

        var value = ReadString(qname, minLength, maxLength, allowsEmpty);
        ExpectZero(1);
        return value;
    }

    /// <summary>Reads zero event codes, binary content, and the end tag. An empty element is an empty octet string.</summary>
    /// <param name="zeros">The bits before the value, from 1 to 16; the last one belongs to the characters event.</param>
    /// <param name="minLength">The smallest number of octets allowed.</param>
    /// <param name="maxLength">The largest number of octets allowed.</param>
    /// <param name="allowsEmpty">Whether no octets are accepted although that is too short.</param>
    /// <param name="afterAttributes">Whether the element has had attributes.</param>
    /// <returns>The octets; none after a fault.</returns>
    public ExiBytes ReadBinaryContent(int zeros, int minLength, int maxLength, bool allowsEmpty = false, bool afterAttributes = false)
    {
        if (TryEnterCounted(zeros, 0, minLength, int.Min(maxLength, _limits.MaxBinaryLength), out var count))
        {
            var octets = ReadOctets(count);
            ExpectZero(1);
            return octets;
        }

        if (!EnterCharacters(zeros, allowsEmpty ? 0 : minLength, afterAttributes))
        {
            return ExiBytes.Empty;
        }

        var value = ReadBinary(minLength, maxLength, allowsEmpty);
        ExpectZero(1);
        return value;
    }

    /// <summary>
    /// Reads the rest of an element that has no text, after the escape: an end tag, or an empty string in place of a typed
    /// value and then the end tag.
    /// </summary>
    /// <param name="afterAttributes">Whether the element has had attributes.</param>
    /// <returns>Whether the element is empty; anything else is refused.</returns>
    public bool ReadEmptyContent(bool afterAttributes)
    {
        // The second part of the code: EE, then, before any attribute, AT(xsi:type) and AT(xsi:nil), then AT(*), AT with an
        // untyped value, SE(*), and CH with an untyped value (EXI 1.0, 8.5.4.4.1).
        var start = _position;
        var code = ReadBits(EscapeBits);
        if (code == 0)
        {
            Note(new(start, ExiVariantKind.EndTag));
            return !Failed;
        }

        // After untyped text, the state declares typed text again; the end tag is the first of three behind its escape.
        if (code == UntypedCharacters(afterAttributes) && ReadUnsigned(ulong.MaxValue) == MissBias && ReadBits(3) == EndOfUntyped)
        {
            Note(new(start, ExiVariantKind.UntypedCharacters));
            return true;
        }

        return FailAt(unchecked(start - 1), ExiFault.UndeclaredContent);
    }

    /// <summary>
    /// Reads zero event codes and the length of what follows them from one load. Where anything is amiss, or out of the
    /// ordinary as a reference to the string table is, nothing is read.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryEnterCounted(int zeros, int bias, int minLength, int maxLength, out int count)
    {
        unchecked
        {
            var position = _position;
            var window = Load(position);
            var octets = TryJoin(window << zeros, zeros, out var coded);
            var next = position + zeros + (octets * 8);
            count = (int)coded - bias;

            // A negative count is a huge one here.
            if (octets == 0 || window >> (64 - zeros) != 0 || coded > int.MaxValue || (uint)count > (uint)maxLength || count < minLength
                || (uint)count > (uint)(_end - next) >> 3 || next > _end)
            {
                return false;
            }

            _position = next;
            return true;
        }
    }

    /// <summary>Notes a form that a writer would not have chosen, where somebody wants to know.</summary>
    internal readonly void Note(ExiVariant variant) => _strings?.Variants?.Add(variant);

    /// <summary>The code of untyped characters behind the escape of a start tag's state.</summary>
    internal static uint UntypedCharacters(bool afterAttributes) => afterAttributes ? 4u : 6u;

    /// <summary>Reads the event codes up to the characters event; false after a fault or when the element is empty.</summary>
    private bool EnterCharacters(int zeros, int minLength, bool afterAttributes)
    {
        var start = _position;
        var next = unchecked(start + zeros);
        if (next <= _end && Load(start) >> (64 - zeros) == 0)
        {
            _position = next;
            return true;
        }

        if ((zeros > 1 && !ExpectZero(zeros - 1)) || ReadBits(1) == 0)
        {
            return !Failed;
        }

        start = unchecked(_position - 1);
        if (ReadEmptyContent(afterAttributes) && minLength > 0)
        {
            FailAt(start, ExiFault.LengthOutOfRange);
        }

        return false;
    }
}
