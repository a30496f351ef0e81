using System.Globalization;

namespace PairSettle.Iso15118.V2gtp;

/// <summary>One V2GTP frame: a header and exactly the payload that it announces.</summary>
/// <param name="PayloadType">What the payload is.</param>
/// <param name="Payload">The payload, owned by the receiver of the frame.</param>
public readonly record struct V2gtpFrame(V2gtpPayloadType PayloadType, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Reads a whole datagram as one frame.</summary>
    /// <param name="datagram">The octets; the payload of the frame is a part of them, not a copy.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="error">Why there is none.</param>
    /// <returns>Whether the octets are one frame, and nothing else.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> datagram, out V2gtpFrame frame, out V2gtpError error)
    {
        frame = default;
        if (!V2gtpHeader.TryParse(datagram.Span, out var header, out error))
        {
            return false;
        }

        var payload = datagram[V2gtpHeader.Size..];
        if (payload.Length != header.PayloadLength)
        {
            error = new(
                payload.Length < header.PayloadLength ? V2gtpFault.PayloadTruncated : V2gtpFault.TrailingOctets,
                string.Create(CultureInfo.InvariantCulture, $"expected {header.PayloadLength} payload octets, found {payload.Length}"));
            return false;
        }

        frame = new(header.PayloadType, payload);
        return true;
    }

    /// <summary>The octets of the frame.</summary>
    /// <returns>Header and payload in a new array.</returns>
    public byte[] ToArray()
    {
        var octets = new byte[V2gtpHeader.Size + Payload.Length];
        new V2gtpHeader(PayloadType, (uint)Payload.Length).Write(octets);
        Payload.Span.CopyTo(octets.AsSpan(V2gtpHeader.Size));
        return octets;
    }
}
