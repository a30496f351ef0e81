using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PairSettle.Tool.Capture.Files;

/// <summary>The classic format: a header of 24 octets, then records of 16 octets and a packet each, in either byte order.</summary>
internal sealed class PcapReader : CaptureReader
{
    private const int FileHeader = 24;
    private const int RecordHeader = 16;
    private const uint Microseconds = 0xA1B2C3D4;
    private const uint Nanoseconds = 0xA1B23C4D;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly bool _bigEndian;
    private readonly long _unitNs;
    private readonly LinkType _linkType;
    private int _position = FileHeader;

    private PcapReader(ReadOnlyMemory<byte> file, bool bigEndian, long unitNs)
    {
        (_file, _bigEndian, _unitNs) = (file, bigEndian, unitNs);

        // The upper half tells of frame check sequences.
        _linkType = (LinkType)(ReadUInt32(file.Span[20..], bigEndian) & 0xFFFF);
    }

    /// <summary>Reads the file header.</summary>
    public static bool TryCreate(ReadOnlyMemory<byte> file, [NotNullWhen(true)] out PcapReader? reader, out CaptureError error)
    {
        reader = null;
        error = new(CaptureFault.NotACapture, "the file begins neither like pcap nor like pcapng");
        var little = BinaryPrimitives.ReadUInt32LittleEndian(file.Span);
        var big = BinaryPrimitives.ReadUInt32BigEndian(file.Span);
        if (little is not (Microseconds or Nanoseconds) && big is not (Microseconds or Nanoseconds))
        {
            return false;
        }

        if (file.Length < FileHeader)
        {
            error = new(CaptureFault.FileTruncated, "the file ends inside its header");
            return false;
        }

        var bigEndian = big is Microseconds or Nanoseconds;
        error = default;
        reader = new(file, bigEndian, (bigEndian ? big : little) == Nanoseconds ? 1 : 1000);
        return true;
    }

    public override bool TryRead(out CapturedPacket packet)
    {
        packet = default;
        var rest = _file[_position..];
        if (rest.IsEmpty || Error.Fault is not CaptureFault.None)
        {
            return false;
        }

        var captured = rest.Length < RecordHeader ? uint.MaxValue : ReadUInt32(rest.Span[8..], _bigEndian);
        if (captured > rest.Length - RecordHeader)
        {
            Error = new(CaptureFault.FileTruncated, string.Create(CultureInfo.InvariantCulture, $"the file ends inside the packet at octet {_position}"));
            return false;
        }

        var timeNs = (ReadUInt32(rest.Span, _bigEndian) * 1_000_000_000L) + (ReadUInt32(rest.Span[4..], _bigEndian) * _unitNs);
        packet = new(timeNs, _linkType, rest.Slice(RecordHeader, (int)captured));
        _position += RecordHeader + (int)captured;
        return true;
    }
}
