using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PairSettle.Exi.Codecs;

namespace PairSettle.Exi.Bits;

public ref partial struct ExiWriter
{
    private const int MissBias = 2;

    /// <summary>
    /// Writes a string (EXI 1.0, 7.1.10 and 7.3.3): in full or, where the writer has a string table and the table has
    /// the string, as a reference to the partition of the qualified name, else to the global one.
    /// </summary>
    /// <param name="qname">The number of the qualified name of the element or attribute.</param>
    /// <param name="value">The string.</param>
    /// <param name="minLength">The smallest number of code points allowed.</param>
    /// <param name="maxLength">The largest number of code points allowed.</param>
    /// <param name="allowsEmpty">Whether the empty string may be written although it is too short.</param>
    public void WriteString(int qname, string value, int minLength, int maxLength, bool allowsEmpty = false)
    {
        if (value is null)
        {
            Fail(ExiFault.MissingValue);
            return;
        }

        var isPlain = XmlCharacters.IsPlain(value);
        var length = isPlain ? value.Length : XmlCharacters.CountCodePoints(value);
        if ((length < minLength && !(allowsEmpty && length == 0)) || length > maxLength)
        {
            Fail(length < 0 ? ExiFault.InvalidCharacter : ExiFault.LengthOutOfRange);
            return;
        }

        if (_strings is { WritesReferences: true } && value.Length != 0)
        {
            if (TryWriteReference(_strings, qname, value))
            {
                return;
            }

            _strings.Add(qname, value);
        }

        WriteGroups(unchecked((ulong)length + MissBias));
        if (isPlain)
        {
            WritePlain(value);
        }
        else
        {
            WriteCodePoints(value);
        }
    }

    private bool TryWriteReference(ExiStringTable strings, int qname, string value)
    {
        if (strings.Variants is not null)
        {
            return TryRepeatReference(strings, qname, value);
        }

        if (strings.TryFindLocal(qname, value, out var identifier))
        {
            WriteGroups(0);
            WriteBits((uint)identifier, ExiStringTable.IdentifierBits(strings.LocalCount(qname)));
            return true;
        }

        if (strings.TryFindGlobal(value, out identifier))
        {
            WriteGroups(1);
            WriteBits((uint)identifier, ExiStringTable.IdentifierBits(strings.GlobalCount));
            return true;
        }

        return false;
    }

    /// <summary>Writes the reference that the stream had here, if it had one and it stands for the same value.</summary>
    private bool TryRepeatReference(ExiStringTable strings, int qname, string value)
    {
        if (Repeated(0) is not { Kind: ExiVariantKind.LocalValue or ExiVariantKind.GlobalValue } variant)
        {
            return false;
        }

        var isLocal = variant.Kind == ExiVariantKind.LocalValue;
        var count = isLocal ? strings.LocalCount(qname) : strings.GlobalCount;
        if (variant.Identifier >= count
            || value != (isLocal ? strings.Local(qname, variant.Identifier) : strings.Global(variant.Identifier)))
        {
            return false;
        }

        WriteGroups(isLocal ? 0u : 1u);
        WriteBits((uint)variant.Identifier, ExiStringTable.IdentifierBits(count));
        return true;
    }

    /// <summary>Writes characters of one octet each, eight at a time.</summary>
    private void WritePlain(string value)
    {
        ref var from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(value.AsSpan()));
        var length = value.Length;
        if (length < sizeof(ulong))
        {
            ulong octets = 0;
            for (var i = 0; i < length; i++)
            {
                octets |= (ulong)Unsafe.Add(ref from, i) << (56 - (8 * i));
            }

            Append(octets, length * 8);
            return;
        }

        var last = length - sizeof(ulong);
        var done = 0;
        for (; done < last; done += sizeof(ulong))
        {
            Append(Narrow(ref from, done), 64);
        }

        // The last eight once more, less those that are written already.
        var rest = (length - done) * 8;
        Append(Narrow(ref from, last) << (64 - rest), rest);
    }

    private void WriteCodePoints(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            uint codePoint = value[i];
            if (char.IsHighSurrogate(value[i]))
            {
                codePoint = (uint)char.ConvertToUtf32(value[i], value[++i]);
            }

            WriteGroups(codePoint);
        }
    }

    private static ulong Narrow(ref ushort source, int offset)
    {
        var characters = Vector128.LoadUnsafe(ref source, (nuint)offset);
        var octets = Vector128.Narrow(characters, characters).AsUInt64().ToScalar();
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(octets) : octets;
    }
}
