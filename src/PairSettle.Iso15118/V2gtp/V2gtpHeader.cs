using System.Buffers.Binary;
using System.Globalization;

namespace PairSettle.Iso15118.V2gtp;

/// <summary>
/// The eight octets before every payload: version 0x01, its complement 0xFE, payload type and payload length, both in network order.
/// </summary>
/// <param name="PayloadType">What follows.</param>
/// <param name="PayloadLength">How many octets follow, as announced: any value up to 2^32-1, to be bounded by the receiver.</param>
public readonly record struct V2gtpHeader(V2gtpPayloadType PayloadType, uint PayloadLength)
{
    /// <summary>The octets of a header.</summary>
    public const int Size = 8;

    private const byte Version = 0x01;
    private const byte InverseVersion = 0xFE;

    /// <summary>Reads the header at the start of the given octets; what follows it is not looked at.</summary>
    /// <param name="source">At least eight octets.</param>
    /// <param name="header">The header.</param>
    /// <param name="error">Why there is none.</param>
    /// <returns>Whether the octets begin with a header of version 0x01.</returns>
    public static bool TryParse(ReadOnlySpan<byte> source, out V2gtpHeader header, out V2gtpError error)
    {
        header = default;
        if (source.Length < Size)
        {
            error = new(V2gtpFault.HeaderTruncated, string.Create(CultureInfo.InvariantCulture, $"expected {Size} octets, found {source.Length}"));
            return false;
        }

        // A complement that does not fit means noise or a lost frame boundary; a fitting pair of another version is a peer of another edition.
        if ((source[0] ^ source[1]) != 0xFF)
        {
            error = new(V2gtpFault.InverseVersionMismatch, $"expected 0x01FE, found 0x{source[0]:X2}{source[1]:X2}");
            return false;
        }

        if (source[0] != Version)
        {
            error = new(V2gtpFault.VersionNotSupported, $"expected version 0x01, found 0x{source[0]:X2}");
            return false;
        }

        header = new((V2gtpPayloadType)BinaryPrimitives.ReadUInt16BigEndian(source[2..]), BinaryPrimitives.ReadUInt32BigEndian(source[4..]));
        error = default;
        return true;
    }

    /// <summary>Writes the eight octets.</summary>
    /// <param name="destination">At least eight octets.</param>
    /// <exception cref="ArgumentException">The destination is too small.</exception>
    /// <exception cref="InvalidOperationException">The payload type does not fit into 16 bits.</exception>
    public void Write(Span<byte> destination)
    {
        if (destination.Length < Size)
        {
            throw new ArgumentException("A V2GTP header needs eight octets.", nameof(destination));
        }

        if ((int)PayloadType is < 0 or > ushort.MaxValue)
        {
            throw new InvalidOperationException("A V2GTP payload type has 16 bits.");
        }

        destination[0] = Version;
        destination[1] = InverseVersion;
        BinaryPrimitives.WriteUInt16BigEndian(destination[2..], (ushort)PayloadType);
        BinaryPrimitives.WriteUInt32BigEndian(destination[4..], PayloadLength);
    }
}
