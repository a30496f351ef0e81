using System.Buffers.Binary;
using System.Globalization;

namespace PairSettle.Iso15118.Pairing;

/// <summary>
/// The twelve octets at the start of every pair frame's payload: carrier version 1, a reserved zero, the message's number, the message's
/// length, and the offset of this fragment in it, all in network order. See docs/formats/pair-carrier.md.
/// </summary>
/// <param name="MessageNumber">Counts the messages of one direction from 0, modulo 65536.</param>
/// <param name="MessageLength">The octets of the whole message, the same in all its fragments.</param>
/// <param name="Offset">Where in the message the data of this fragment belongs.</param>
public readonly record struct PairFragmentHeader(ushort MessageNumber, int MessageLength, int Offset)
{
    /// <summary>The octets of the header.</summary>
    public const int Size = 12;

    /// <summary>The most octets of a pair frame's payload, header included.</summary>
    public const int MaxPayloadLength = 4096;

    /// <summary>The most octets of data in one fragment.</summary>
    public const int MaxDataLength = MaxPayloadLength - Size;

    /// <summary>The most octets of one message: 1 MiB.</summary>
    public const int MaxMessageLength = 1024 * 1024;

    private const byte Version = 1;

    /// <summary>Reads the header of a pair frame's payload and checks that the data after it fits the message.</summary>
    /// <param name="payload">The whole payload.</param>
    /// <param name="header">The header.</param>
    /// <param name="error">Why there is none.</param>
    /// <returns>Whether the payload is a fragment of some message.</returns>
    public static bool TryParse(ReadOnlySpan<byte> payload, out PairFragmentHeader header, out PairLinkError error)
    {
        header = default;
        if (payload.Length <= Size)
        {
            error = Error(PairLinkFault.FragmentTruncated, $"expected more than {Size} octets, found {payload.Length}");
            return false;
        }

        if (payload.Length > MaxPayloadLength)
        {
            error = Error(PairLinkFault.FragmentTooLong, $"expected at most {MaxPayloadLength} octets, found {payload.Length}");
            return false;
        }

        if (payload[0] != Version)
        {
            error = Error(PairLinkFault.VersionNotSupported, $"expected {Version}, found {payload[0]}");
            return false;
        }

        if (payload[1] != 0)
        {
            error = Error(PairLinkFault.ReservedNotZero, $"expected 0, found {payload[1]}");
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(payload[4..]);
        if (length is 0 or > MaxMessageLength)
        {
            error = Error(PairLinkFault.MessageLengthInvalid, $"expected 1 to {MaxMessageLength} octets, found {length}");
            return false;
        }

        var offset = BinaryPrimitives.ReadUInt32BigEndian(payload[8..]);
        var data = (uint)(payload.Length - Size);
        if (offset > length || data > length - offset)
        {
            error = Error(PairLinkFault.LengthInconsistent, $"{data} octets at {offset} do not fit into {length}");
            return false;
        }

        header = new(BinaryPrimitives.ReadUInt16BigEndian(payload[2..]), (int)length, (int)offset);
        error = default;
        return true;
    }

    /// <summary>Writes the twelve octets.</summary>
    /// <param name="destination">At least twelve octets.</param>
    /// <exception cref="ArgumentException">The destination is too small.</exception>
    public void Write(Span<byte> destination)
    {
        if (destination.Length < Size)
        {
            throw new ArgumentException("A fragment header needs twelve octets.", nameof(destination));
        }

        destination[0] = Version;
        destination[1] = 0;
        BinaryPrimitives.WriteUInt16BigEndian(destination[2..], MessageNumber);
        BinaryPrimitives.WriteInt32BigEndian(destination[4..], MessageLength);
        BinaryPrimitives.WriteInt32BigEndian(destination[8..], Offset);
    }

    private static PairLinkError Error(PairLinkFault fault, FormattableString detail) =>
        new(fault, detail.ToString(CultureInfo.InvariantCulture));
}
