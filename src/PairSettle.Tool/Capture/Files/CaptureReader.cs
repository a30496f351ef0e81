using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace PairSettle.Tool.Capture.Files;

/// <summary>Reads the packets of a capture file that is in memory, one after the other and without copying them.</summary>
internal abstract class CaptureReader
{
    private readonly List<ReadOnlyMemory<byte>> _keyLogs = [];

    /// <summary>Why reading ended before the end of the file; nothing where it did not.</summary>
    public CaptureError Error { get; protected set; }

    /// <summary>The TLS key logs that the blocks read so far have brought along.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> KeyLogs => _keyLogs;

    /// <summary>Finds the format of a file by its first octets.</summary>
    public static bool TryOpen(ReadOnlyMemory<byte> file, [NotNullWhen(true)] out CaptureReader? reader, out CaptureError error)
    {
        reader = null;
        error = default;
        if (file.Length < sizeof(uint))
        {
            error = new(CaptureFault.NotACapture, "the file is shorter than any capture");
            return false;
        }

        var magic = BinaryPrimitives.ReadUInt32LittleEndian(file.Span);
        if (magic == PcapNgReader.SectionHeader)
        {
            reader = new PcapNgReader(file);
        }
        else if (PcapReader.TryCreate(file, out var pcap, out error))
        {
            reader = pcap;
        }

        return reader is not null;
    }

    /// <summary>Reads the next packet.</summary>
    /// <returns>False at the end of what can be read; <see cref="Error"/> says whether it is the end of the file.</returns>
    public abstract bool TryRead(out CapturedPacket packet);

    protected void AddKeyLog(ReadOnlyMemory<byte> lines) => _keyLogs.Add(lines);

    protected static ushort ReadUInt16(ReadOnlySpan<byte> source, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(source) : BinaryPrimitives.ReadUInt16LittleEndian(source);

    protected static uint ReadUInt32(ReadOnlySpan<byte> source, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(source) : BinaryPrimitives.ReadUInt32LittleEndian(source);
}
