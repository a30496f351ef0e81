using System.Runtime.CompilerServices;

namespace PairSettle.Exi.Bits;

public ref partial struct ExiReader
{
    /// <summary>
    /// Reads binary content: its length and its octets (EXI 1.0, 7.1.1). Facets, limits and the bits that are left
    /// are checked before anything is allocated.
    /// </summary>
    /// <param name="minLength">The smallest number of octets allowed.</param>
    /// <param name="maxLength">The largest number of octets allowed.</param>
    /// <param name="allowsEmpty">Whether no octets are accepted although that is too short.</param>
    /// <returns>The octets; none after a fault.</returns>
    public ExiBytes ReadBinary(int minLength, int maxLength, bool allowsEmpty = false)
    {
        var start = _position;
        var length = ReadUnsigned(ulong.MaxValue);
        minLength = allowsEmpty && length == 0 ? 0 : minLength;
        if (Failed || !CheckLength(start, length, minLength, maxLength, _limits.MaxBinaryLength, ExiFault.BinaryTooLong))
        {
            return ExiBytes.Empty;
        }

        return ReadOctets((int)length);
    }

    /// <summary>Reads octets that are known to be left.</summary>
    private ExiBytes ReadOctets(int length)
    {
        if (length == 0)
        {
            return ExiBytes.Empty;
        }

        unchecked
        {
            var position = _position;
            var octets = MakeOctets(length);
            if (octets.Length < sizeof(ulong))
            {
                OctetShift.StoreTop(Load(position), octets);
            }
            else
            {
                OctetShift.Copy(in Unsafe.Add(ref Unsafe.AsRef(in _origin), position >> 3), position & 7, octets);
            }

            _position = position + (octets.Length * 8);
            return ExiBytes.Adopt(octets);
        }
    }
}
