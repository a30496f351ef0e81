using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PairSettle.Exi.Bits;

public ref partial struct ExiWriter
{
    private const int FewOctets = 40; // fewer go word by word

    /// <summary>Writes binary content: its length and its octets (EXI 1.0, 7.1.1).</summary>
    /// <param name="value">The octets.</param>
    /// <param name="minLength">The smallest number of octets allowed.</param>
    /// <param name="maxLength">The largest number of octets allowed.</param>
    /// <param name="allowsEmpty">Whether no octets may be written although that is too short.</param>
    public void WriteBinary(ExiBytes value, int minLength, int maxLength, bool allowsEmpty = false)
    {
        var octets = value.Span;
        if ((octets.Length < minLength && !(allowsEmpty && octets.IsEmpty)) || octets.Length > maxLength)
        {
            Fail(ExiFault.LengthOutOfRange);
            return;
        }

        WriteGroups((ulong)octets.Length);
        if (octets.Length < FewOctets)
        {
            for (; octets.Length > sizeof(ulong); octets = octets[sizeof(ulong)..])
            {
                Append(BinaryPrimitives.ReadUInt64BigEndian(octets), 64);
            }

            Append(OctetShift.LoadTop(octets), octets.Length * 8);
        }
        else
        {
            WriteOctets(octets);
        }
    }

    private void WriteOctets(ReadOnlySpan<byte> octets)
    {
        // Whole pending octets are stored first; then the rest of an octet, if any, shifts all that follows.
        var whole = _pendingBits >> 3;
        StoreOctets(_pending, whole);
        _offset += whole;
        _pending <<= whole * 8;
        _pendingBits &= 7;
        if (_offset + octets.Length > _length)
        {
            _offset += octets.Length;
            return;
        }

        var to = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref _origin, (nint)_offset), octets.Length);
        if (_pendingBits == 0)
        {
            octets.CopyTo(to);
        }
        else
        {
            unchecked
            {
                to[0] = (byte)((_pending >> 56) | ((uint)octets[0] >> _pendingBits));
                OctetShift.Copy(in octets[0], 8 - _pendingBits, to[1..]);
                _pending = (ulong)octets[^1] << (64 - _pendingBits);
            }
        }

        _offset += octets.Length;
    }
}
