using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PairSettle.Exi.Bits;

/// <summary>
/// Moves octets that do not stand on octet boundaries, a vector or a word at a time. A source of n octets at a shift of
/// s bits covers n octets of memory, and one more when s is not zero; nothing beyond is loaded. The last block of a run
/// overlaps the one before it, so there is never a rest.
/// </summary>
internal static class OctetShift
{
    /// <summary>Copies octets from a position inside an octet.</summary>
    /// <param name="source">The octet that holds the first bit.</param>
    /// <param name="shift">The bits of that octet to skip, from 0 to 7.</param>
    /// <param name="destination">Receives as many octets as it is long, at least eight.</param>
    public static void Copy(ref readonly byte source, int shift, Span<byte> destination)
    {
        if (shift == 0)
        {
            MemoryMarshal.CreateReadOnlySpan(in source, destination.Length).CopyTo(destination);
            return;
        }

        ref var from = ref Unsafe.AsRef(in source);
        ref var to = ref MemoryMarshal.GetReference(destination);
        if (Vector256.IsHardwareAccelerated && destination.Length >= Vector256<byte>.Count)
        {
            var last = destination.Length - Vector256<byte>.Count;
            for (var done = 0; done < last; done += Vector256<byte>.Count)
            {
                Vector(ref from, done, shift).StoreUnsafe(ref to, (nuint)done);
            }

            Vector(ref from, last, shift).StoreUnsafe(ref to, (nuint)last);
        }
        else
        {
            var last = destination.Length - sizeof(ulong);
            for (var done = 0; done < last; done += sizeof(ulong))
            {
                StoreWord(Word(ref from, done, shift), ref Unsafe.Add(ref to, done));
            }

            StoreWord(Word(ref from, last, shift), ref Unsafe.Add(ref to, last));
        }
    }

    /// <summary>Copies octets as characters, as long as each is a printable ASCII character or DEL.</summary>
    /// <param name="source">The octet that holds the first bit.</param>
    /// <param name="shift">The bits of that octet to skip, from 0 to 7.</param>
    /// <param name="destination">Receives as many characters as it is long, at least eight.</param>
    /// <returns>Whether all octets were such characters; otherwise the destination's content is undefined.</returns>
    public static bool TryWiden(ref readonly byte source, int shift, Span<char> destination)
    {
        ref var from = ref Unsafe.AsRef(in source);
        ref var to = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(destination));
        if (Vector128.IsHardwareAccelerated && destination.Length >= Vector128<byte>.Count)
        {
            var last = destination.Length - Vector128<byte>.Count;
            for (var done = 0; done < last; done += Vector128<byte>.Count)
            {
                if (!TryWiden(HalfVector(ref from, done, shift), ref Unsafe.Add(ref to, done)))
                {
                    return false;
                }
            }

            return TryWiden(HalfVector(ref from, last, shift), ref Unsafe.Add(ref to, last));
        }
        else
        {
            var last = destination.Length - sizeof(ulong);
            for (var done = 0; done < last; done += sizeof(ulong))
            {
                if (!TryWiden(Word(ref from, done, shift), ref Unsafe.Add(ref to, done)))
                {
                    return false;
                }
            }

            return TryWiden(Word(ref from, last, shift), ref Unsafe.Add(ref to, last));
        }
    }

    /// <summary>Whether all eight octets are printable ASCII characters or DEL.</summary>
    public static bool IsText(ulong octets)
    {
        const ulong high = 0x8080808080808080;
        const ulong space = 0x2020202020202020;
        return unchecked(~octets & ((octets | high) - space) & high) == high;
    }

    /// <summary>Writes eight octets, the first in the highest bits, as eight characters.</summary>
    public static void Widen(ulong octets, ref ushort destination)
    {
        var ordered = BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(octets) : octets;
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(ordered).AsByte()).StoreUnsafe(ref destination);
    }

    /// <summary>Writes the octets at the top of a word, at most eight of them.</summary>
    public static void StoreTop(ulong word, Span<byte> destination)
    {
        // Two stores of half the size or more, which overlap, serve all lengths of one magnitude.
        var rest = unchecked(word >> (64 - (destination.Length * 8)));
        if (destination.Length >= sizeof(uint))
        {
            BinaryPrimitives.WriteUInt32BigEndian(destination, (uint)(word >> 32));
            BinaryPrimitives.WriteUInt32BigEndian(destination[^sizeof(uint)..], unchecked((uint)rest));
        }
        else if (destination.Length >= sizeof(ushort))
        {
            BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)(word >> 48));
            BinaryPrimitives.WriteUInt16BigEndian(destination[^sizeof(ushort)..], unchecked((ushort)rest));
        }
        else if (destination.Length != 0)
        {
            destination[0] = (byte)(word >> 56);
        }
    }

    /// <summary>The octets, at most eight, at the top of a word, zeros below.</summary>
    public static ulong LoadTop(ReadOnlySpan<byte> octets)
    {
        // As above: the second load overlaps the first.
        var below = 64 - (octets.Length * 8);
        return octets.Length >= sizeof(uint)
            ? ((ulong)BinaryPrimitives.ReadUInt32BigEndian(octets) << 32)
                | ((ulong)BinaryPrimitives.ReadUInt32BigEndian(octets[^sizeof(uint)..]) << below)
            : octets.Length >= sizeof(ushort)
                ? ((ulong)BinaryPrimitives.ReadUInt16BigEndian(octets) << 48)
                    | ((ulong)BinaryPrimitives.ReadUInt16BigEndian(octets[^sizeof(ushort)..]) << below)
                : octets.Length != 0 ? (ulong)octets[0] << 56 : 0;
    }

    private static bool TryWiden(ulong octets, ref ushort destination)
    {
        Widen(octets, ref destination);
        return IsText(octets);
    }

    private static bool TryWiden(Vector128<byte> octets, ref ushort destination)
    {
        var (lower, upper) = Vector128.Widen(octets);
        lower.StoreUnsafe(ref destination);
        upper.StoreUnsafe(ref destination, 8);

        // As signed numbers, octets from 0x80 on are negative.
        return Vector128.GreaterThanOrEqualAll(octets.AsSByte(), Vector128.Create((sbyte)' '));
    }

    // Bits that 16-bit lanes carry across an octet's boundary fall to the other operand's mask.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Vector(ref byte source, int offset, int shift)
    {
        var first = Vector256.LoadUnsafe(ref source, (nuint)(uint)offset).AsUInt16() << shift;
        var second = Vector256.LoadUnsafe(ref source, (nuint)(uint)offset + 1).AsUInt16() >>> (8 - shift);
        return Vector256.ConditionalSelect(Vector256.Create(unchecked((byte)(0xFF << shift))), first.AsByte(), second.AsByte());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> HalfVector(ref byte source, int offset, int shift)
    {
        if (shift == 0)
        {
            return Vector128.LoadUnsafe(ref source, (nuint)(uint)offset);
        }

        var first = Vector128.LoadUnsafe(ref source, (nuint)(uint)offset).AsUInt16() << shift;
        var second = Vector128.LoadUnsafe(ref source, (nuint)(uint)offset + 1).AsUInt16() >>> (8 - shift);
        return Vector128.ConditionalSelect(Vector128.Create(unchecked((byte)(0xFF << shift))), first.AsByte(), second.AsByte());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Word(ref byte source, int offset, int shift)
    {
        var word = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, offset));
        var ordered = BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(word) : word;
        return shift == 0 ? ordered
            : (ordered << shift) | ((uint)Unsafe.Add(ref source, offset + sizeof(ulong)) >> (8 - shift));
    }

    private static void StoreWord(ulong word, ref byte destination) =>
        Unsafe.WriteUnaligned(ref destination, BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(word) : word);
}
