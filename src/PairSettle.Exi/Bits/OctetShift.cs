using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PairSettle.Exi.Bits;

/// <summary>
/// Moves octets that do not stand on octet boundaries, a vector at a time. A source of n octets at a shift of s bits
/// covers n octets of memory, and one more when s is not zero; nothing beyond is loaded.
/// </summary>
internal static class OctetShift
{
    /// <summary>Copies octets from a position inside an octet.</summary>
    /// <param name="source">The octet that holds the first bit.</param>
    /// <param name="shift">The bits of that octet to skip, from 0 to 7.</param>
    /// <param name="destination">Receives as many octets as it is long.</param>
    public static void Copy(ref readonly byte source, int shift, Span<byte> destination)
    {
        if (shift == 0)
        {
            MemoryMarshal.CreateReadOnlySpan(in source, destination.Length).CopyTo(destination);
            return;
        }

        ref var from = ref Unsafe.AsRef(in source);
        ref var to = ref MemoryMarshal.GetReference(destination);
        var length = destination.Length;
        var done = 0;
        if (Vector256.IsHardwareAccelerated && length >= Vector256<byte>.Count)
        {
            for (; done <= length - Vector256<byte>.Count; done += Vector256<byte>.Count)
            {
                Shifted256(ref from, done, shift).StoreUnsafe(ref to, (nuint)done);
            }

            Shifted256(ref from, length - Vector256<byte>.Count, shift).StoreUnsafe(ref to, (nuint)(length - Vector256<byte>.Count));
            return;
        }

        for (; done <= length - sizeof(ulong); done += sizeof(ulong))
        {
            BinaryPrimitives.WriteUInt64BigEndian(destination[done..], Shifted64(ref from, done, shift));
        }

        for (; done < length; done++)
        {
            destination[done] = Shifted8(ref from, done, shift);
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
        var length = destination.Length;
        if (length < Vector128<byte>.Count || !Vector128.IsHardwareAccelerated)
        {
            for (var done = 0; done < length - sizeof(ulong); done += sizeof(ulong))
            {
                if (!TryWiden(Shifted64(ref from, done, shift), ref Unsafe.Add(ref to, done)))
                {
                    return false;
                }
            }

            return TryWiden(Shifted64(ref from, length - sizeof(ulong), shift), ref Unsafe.Add(ref to, length - sizeof(ulong)));
        }

        for (var done = 0; done < length - Vector128<byte>.Count; done += Vector128<byte>.Count)
        {
            if (!TryWiden(Shifted128(ref from, done, shift), ref Unsafe.Add(ref to, done)))
            {
                return false;
            }
        }

        // The last block overlaps the one before it, so there is no rest.
        return TryWiden(
            Shifted128(ref from, length - Vector128<byte>.Count, shift),
            ref Unsafe.Add(ref to, length - Vector128<byte>.Count));
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

    private static Vector256<byte> Shifted256(ref byte source, int offset, int shift)
    {
        unchecked
        {
            var first = Vector256.LoadUnsafe(ref source, (nuint)offset).AsUInt16() << shift;
            var second = Vector256.LoadUnsafe(ref source, (nuint)offset + 1).AsUInt16() >>> (8 - shift);
            return (first.AsByte() & Vector256.Create((byte)(0xFF << shift)))
                | (second.AsByte() & Vector256.Create((byte)(0xFF >> (8 - shift))));
        }
    }

    private static Vector128<byte> Shifted128(ref byte source, int offset, int shift)
    {
        unchecked
        {
            if (shift == 0)
            {
                return Vector128.LoadUnsafe(ref source, (nuint)offset);
            }

            var first = Vector128.LoadUnsafe(ref source, (nuint)offset).AsUInt16() << shift;
            var second = Vector128.LoadUnsafe(ref source, (nuint)offset + 1).AsUInt16() >>> (8 - shift);
            return (first.AsByte() & Vector128.Create((byte)(0xFF << shift)))
                | (second.AsByte() & Vector128.Create((byte)(0xFF >> (8 - shift))));
        }
    }

    private static ulong Shifted64(ref byte source, int offset, int shift)
    {
        var word = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, offset));
        var ordered = BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(word) : word;
        return shift == 0 ? ordered
            : (ordered << shift) | ((uint)Unsafe.Add(ref source, offset + sizeof(ulong)) >> (8 - shift));
    }

    private static byte Shifted8(ref byte source, int offset, int shift) =>
        unchecked((byte)((Unsafe.Add(ref source, offset) << shift) | (Unsafe.Add(ref source, offset + 1) >> (8 - shift))));
}
