using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PairSettle.Exi.Codecs;

namespace PairSettle.Exi.Bits;

public ref partial struct ExiReader
{
    private const int MissBias = 2;
    private const int LongestOnStack = 128;

    /// <summary>
    /// Reads a string (EXI 1.0, 7.1.10 and 7.3.3): its length plus two and its code points, or a reference to the
    /// partition of its qualified name (0) or to the global one (1). Facets, limits and the bits that are left are
    /// checked before anything is allocated.
    /// </summary>
    /// <param name="qname">The number of the qualified name of the element or attribute.</param>
    /// <param name="minLength">The smallest number of code points allowed.</param>
    /// <param name="maxLength">The largest number of code points allowed.</param>
    /// <param name="allowsEmpty">Whether the empty string is accepted although it is too short.</param>
    /// <returns>The string; the empty one after a fault.</returns>
    public string ReadString(int qname, int minLength, int maxLength, bool allowsEmpty = false)
    {
        var start = _position;
        var coded = ReadUnsigned(ulong.MaxValue);
        if (coded < MissBias)
        {
            return Failed ? string.Empty : ReadReference(start, qname, local: coded == 0, minLength, maxLength);
        }

        minLength = allowsEmpty && coded == MissBias ? 0 : minLength;
        if (!CheckLength(start, coded - MissBias, minLength, maxLength, _limits.MaxStringLength, ExiFault.StringTooLong))
        {
            return string.Empty;
        }

        var value = ReadCharacters(unchecked((int)(coded - MissBias)));
        _strings?.Add(qname, value);
        return value;
    }

    /// <summary>Whether so many octets, or code points of at least one octet, are allowed and can still follow.</summary>
    private bool CheckLength(int start, ulong length, int minLength, int maxLength, int limit, ExiFault beyondLimit)
    {
        unchecked
        {
            return length < (ulong)minLength || length > (ulong)maxLength ? FailAt(start, ExiFault.LengthOutOfRange)
                : length > (ulong)limit ? FailAt(start, beyondLimit)
                : length <= (ulong)(BitsLeft >> 3) || FailAt(start, ExiFault.Truncated);
        }
    }

    /// <summary>Reads code points, at least as many octets of which are known to be left.</summary>
    private string ReadCharacters(int count)
    {
        unchecked
        {
            var position = _position;
            if (count < sizeof(ulong))
            {
                if (count == 0)
                {
                    return string.Empty;
                }

                // Seven octets fit into one load; those beyond the string must not spoil the test for text.
                var octets = Load(position);
                var beyond = ulong.MaxValue >> (count * 8);
                if (OctetShift.IsText((octets & ~beyond) | (0x2020202020202020 & beyond)))
                {
                    Span<char> characters = stackalloc char[sizeof(ulong)];
                    OctetShift.Widen(octets, ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(characters)));
                    _position = position + (count * 8);
                    return MakeString(characters[..count]);
                }
            }
            else if (_pool is not null)
            {
                if (TryReadPooledText(count) is { } text)
                {
                    return text;
                }
            }
            else
            {
                var isText = false;
                var run = new Run(in Unsafe.Add(ref Unsafe.AsRef(in _origin), position >> 3), position & 7, ref isText);
                var text = string.Create(count, run, static (destination, run) =>
                    run.IsText = OctetShift.TryWiden(in run.Source, run.Shift, destination));
                if (isText)
                {
                    _position = position + (count * 8);
                    return text;
                }
            }

            return ReadAnyCharacters(count);
        }
    }

    /// <summary>Reads characters of one octet each as a string of the pool; null where others are among them.</summary>
    private string? TryReadPooledText(int count)
    {
        var characters = count <= ExiPool.LongestString ? stackalloc char[ExiPool.LongestString] : new char[count];
        characters = characters[..count];
        if (!OctetShift.TryWiden(in Unsafe.Add(ref Unsafe.AsRef(in _origin), _position >> 3), _position & 7, characters))
        {
            return null;
        }

        _position += count * 8;
        return MakeString(characters);
    }

    /// <summary>Reads code points of any size: once to check and to measure, then once more to fill the string.</summary>
    private string ReadAnyCharacters(int count)
    {
        var start = _position;
        var length = 0;
        for (var i = 0; i < count; i++)
        {
            var at = _position;
            var codePoint = ReadUnsigned(ulong.MaxValue);
            if (Failed)
            {
                // A number of more than 64 bits is no character either.
                _fault = _fault == ExiFault.ValueOutOfRange ? ExiFault.InvalidCharacter : _fault;
                return string.Empty;
            }

            if (codePoint > uint.MaxValue || !XmlCharacters.IsAllowed((uint)codePoint))
            {
                FailAt(at, ExiFault.InvalidCharacter);
                return string.Empty;
            }

            length += codePoint >= 0x10000 ? 2 : 1;
        }

        var text = length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[length];
        text = text[..length];
        _position = start;
        for (var i = 0; i < length; i++)
        {
            var codePoint = (uint)ReadUnsigned(uint.MaxValue);
            if (codePoint >= 0x10000)
            {
                text[i++] = (char)(0xD800 + ((codePoint - 0x10000) >> 10));
                codePoint = 0xDC00 + (codePoint & 0x3FF);
            }

            text[i] = (char)codePoint;
        }

        return MakeString(text);
    }

    private string ReadReference(int start, int qname, bool local, int minLength, int maxLength)
    {
        if (_strings is null)
        {
            FailAt(start, ExiFault.StringTableNeeded);
            return string.Empty;
        }

        var count = local ? _strings.LocalCount(qname) : _strings.GlobalCount;
        var identifier = count == 0 ? 0 : (int)ReadBits(ExiStringTable.IdentifierBits(count));
        if (Failed || identifier >= count)
        {
            FailAt(start, ExiFault.UndefinedStringIdentifier);
            return string.Empty;
        }

        var value = local ? _strings.Local(qname, identifier) : _strings.Global(identifier);
        var length = XmlCharacters.CountCodePoints(value);
        if (length < minLength || length > maxLength)
        {
            FailAt(start, ExiFault.LengthOutOfRange);
            return string.Empty;
        }

        _strings.Variants?.Add(new(start, local ? ExiVariantKind.LocalValue : ExiVariantKind.GlobalValue, identifier));
        return value;
    }

    /// <summary>Octets of the source on their way into a string.</summary>
    private readonly ref struct Run(ref readonly byte source, int shift, ref bool isText)
    {
        public readonly ref readonly byte Source = ref source;
        public readonly ref bool IsText = ref isText;

        public int Shift { get; } = shift;
    }
}
