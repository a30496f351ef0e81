using System.Buffers;
using System.Globalization;
using PairSettle.Iso15118.V2gtp;

namespace PairSettle.Tool.Capture.Listing;

/// <summary>
/// Cuts one direction of a connection into V2GTP frames, however they lie in segments or records. Where the boundary is lost, it goes on at
/// the next piece that begins with a header.
/// </summary>
internal sealed class V2gtpFrames(Action<V2gtpFrame> receive, Action<CaptureError> fail)
{
    /// <summary>The longest payload that is kept; longer ones are passed over.</summary>
    public const int MaxPayload = 1024 * 1024;

    private readonly ArrayBufferWriter<byte> _held = new();
    private long _skip;
    private bool _isLost;

    /// <summary>Whether the octets begin with a header of a payload type that somebody uses.</summary>
    public static bool BeginsWithHeader(ReadOnlySpan<byte> octets) =>
        V2gtpHeader.TryParse(octets, out var header, out _)
        && (header.PayloadType.IsKnown() || header.PayloadType.IsManufacturerSpecific()) && header.PayloadLength <= MaxPayload;

    /// <summary>Takes the octets that follow.</summary>
    public void Accept(ReadOnlyMemory<byte> octets)
    {
        if (_isLost && !BeginsWithHeader(octets.Span))
        {
            return;
        }

        _isLost = false;
        while (!octets.IsEmpty && !_isLost)
        {
            if (_skip > 0)
            {
                var passed = (int)Math.Min(_skip, octets.Length);
                (_skip, octets) = (_skip - passed, octets[passed..]);
            }
            else if (_held.WrittenCount > 0 || octets.Length < V2gtpHeader.Size)
            {
                Hold(ref octets);
            }
            else if (TryReadHeader(octets.Span, out var header))
            {
                var size = V2gtpHeader.Size + (int)header.PayloadLength;
                if (octets.Length < size)
                {
                    Hold(ref octets);
                    continue;
                }

                receive(new(header.PayloadType, octets[V2gtpHeader.Size..size]));
                octets = octets[size..];
            }
        }
    }

    /// <summary>Octets are missing.</summary>
    public void Miss(long count)
    {
        if (_skip >= count)
        {
            _skip -= count;
            return;
        }

        _held.ResetWrittenCount();
        (_skip, _isLost) = (0, true);
    }

    /// <summary>Nothing follows.</summary>
    public void Close()
    {
        if (_held.WrittenCount > 0 || _skip > 0)
        {
            fail(new(CaptureFault.FrameIncomplete, "the connection ends inside a V2GTP frame"));
        }

        _held.ResetWrittenCount();
        _skip = 0;
    }

    private void Hold(ref ReadOnlyMemory<byte> octets)
    {
        Take(ref octets, V2gtpHeader.Size);
        if (_held.WrittenCount < V2gtpHeader.Size)
        {
            return;
        }

        if (!TryReadHeader(_held.WrittenSpan, out var header))
        {
            _held.ResetWrittenCount();
            _skip = Math.Max(0, _skip - V2gtpHeader.Size);
            return;
        }

        Take(ref octets, V2gtpHeader.Size + (int)header.PayloadLength);
        if (_held.WrittenCount == V2gtpHeader.Size + (int)header.PayloadLength)
        {
            var payload = _held.WrittenSpan[V2gtpHeader.Size..].ToArray();
            _held.ResetWrittenCount();
            receive(new(header.PayloadType, payload));
        }
    }

    private void Take(ref ReadOnlyMemory<byte> octets, int upTo)
    {
        var taken = Math.Min(Math.Max(upTo - _held.WrittenCount, 0), octets.Length);
        _held.Write(octets.Span[..taken]);
        octets = octets[taken..];
    }

    // False: a complaint was made, and the frame will be passed over or the boundary is lost.
    private bool TryReadHeader(ReadOnlySpan<byte> octets, out V2gtpHeader header)
    {
        if (!V2gtpHeader.TryParse(octets, out header, out var error))
        {
            fail(new(CaptureFault.HeaderMissing, error.ToString()));
            _isLost = true;
            return false;
        }

        if (header.PayloadLength > MaxPayload)
        {
            fail(new(CaptureFault.FrameTooLong, string.Create(CultureInfo.InvariantCulture,
                $"payload type {Wire.XmlForm.Hex16((int)header.PayloadType)} announces {header.PayloadLength} octets; at most {MaxPayload} are read")));
            _skip = V2gtpHeader.Size + (long)header.PayloadLength;
            return false;
        }

        return true;
    }
}
