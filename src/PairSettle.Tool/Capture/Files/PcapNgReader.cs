using System.Buffers.Binary;
using System.Globalization;

namespace PairSettle.Tool.Capture.Files;

/// <summary>
/// The block format: sections of either byte order, interfaces with their own link type and clock, packets that name an interface, and
/// TLS key logs. Blocks and options of other kinds are passed over.
/// </summary>
internal sealed class PcapNgReader(ReadOnlyMemory<byte> file) : CaptureReader
{
    /// <summary>The type of a section header block, the same in both byte orders.</summary>
    public const uint SectionHeader = 0x0A0D0D0A;

    private const uint ByteOrderMagic = 0x1A2B3C4D;
    private const uint InterfaceDescription = 1;
    private const uint ObsoletePacket = 2;
    private const uint SimplePacket = 3;
    private const uint EnhancedPacket = 6;
    private const uint DecryptionSecrets = 10;
    private const uint TlsKeyLog = 0x544C534B;
    private const int Framing = 12;

    // One entry a described interface; no real capture has more than a few, and an entry costs its file as many octets as its memory.
    private const int MaxInterfaces = 65_536;

    private readonly List<PcapNgInterface> _interfaces = [];
    private bool _bigEndian;
    private int _position;

    public override bool TryRead(out CapturedPacket packet)
    {
        packet = default;
        while (_position < file.Length && Error.Fault is CaptureFault.None)
        {
            var at = _position;
            if (!TryReadBlock(out var type, out var body))
            {
                return false;
            }

            var found = type switch
            {
                EnhancedPacket => TryReadPacket(body, interfaceSize: sizeof(uint), out packet),
                ObsoletePacket => TryReadPacket(body, interfaceSize: sizeof(ushort), out packet),
                SimplePacket => TryReadSimplePacket(body, out packet),
                _ => TryReadOther(type, body),
            };
            if (found is null)
            {
                Error = new(CaptureFault.BlockInvalid, string.Create(CultureInfo.InvariantCulture, $"the block of type {type} at octet {at} contradicts itself"));
                return false;
            }

            if (found.Value)
            {
                return true;
            }
        }

        return false;
    }

    private bool TryReadBlock(out uint type, out ReadOnlyMemory<byte> body)
    {
        (type, body) = (0, default);
        var rest = file.Span[_position..];
        if (rest.Length < Framing)
        {
            return Fail(CaptureFault.FileTruncated, "ends inside the block");
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(rest) == SectionHeader)
        {
            var magic = BinaryPrimitives.ReadUInt32BigEndian(rest[8..]);
            if (magic is not ByteOrderMagic && BinaryPrimitives.ReverseEndianness(magic) is not ByteOrderMagic)
            {
                return Fail(CaptureFault.BlockInvalid, "has no byte order in the section header");
            }

            _bigEndian = magic == ByteOrderMagic;
            _interfaces.Clear();
        }

        type = ReadUInt32(rest, _bigEndian);
        var length = ReadUInt32(rest[4..], _bigEndian);
        if (length < Framing || length % 4 != 0)
        {
            return Fail(CaptureFault.BlockInvalid, "has an impossible length in the block");
        }

        if (length > rest.Length)
        {
            return Fail(CaptureFault.FileTruncated, "ends inside the block");
        }

        if (ReadUInt32(rest[((int)length - 4)..], _bigEndian) != length)
        {
            return Fail(CaptureFault.BlockInvalid, "has two different lengths in the block");
        }

        body = file.Slice(_position + 8, (int)length - Framing);
        _position += (int)length;
        return true;
    }

    private bool Fail(CaptureFault fault, string what)
    {
        Error = new(fault, string.Create(CultureInfo.InvariantCulture, $"the file {what} at octet {_position}"));
        return false;
    }

    // True: a packet; false: nothing to show; null: the block contradicts itself.
    private bool? TryReadPacket(ReadOnlyMemory<byte> body, int interfaceSize, out CapturedPacket packet)
    {
        packet = default;
        var span = body.Span;
        if (span.Length < 20)
        {
            return null;
        }

        // The obsolete block has a 16-bit interface and a drop count where the enhanced one has 32 bits.
        var index = interfaceSize == sizeof(uint) ? ReadUInt32(span, _bigEndian) : ReadUInt16(span, _bigEndian);
        var captured = ReadUInt32(span[12..], _bigEndian);
        if (index >= _interfaces.Count || captured > span.Length - 20)
        {
            return null;
        }

        var from = _interfaces[(int)index];
        var ticks = ((ulong)ReadUInt32(span[4..], _bigEndian) << 32) | ReadUInt32(span[8..], _bigEndian);
        packet = new(from.ToNanoseconds(ticks), from.LinkType, body.Slice(20, (int)captured));
        return true;
    }

    private bool? TryReadSimplePacket(ReadOnlyMemory<byte> body, out CapturedPacket packet)
    {
        packet = default;
        if (body.Length < sizeof(uint) || _interfaces.Count == 0)
        {
            return null;
        }

        var length = (long)ReadUInt32(body.Span, _bigEndian);
        var captured = _interfaces[0].SnapLength > 0 ? Math.Min(length, _interfaces[0].SnapLength) : length;
        if (captured > body.Length - sizeof(uint))
        {
            return null;
        }

        packet = new(null, _interfaces[0].LinkType, body.Slice(sizeof(uint), (int)captured));
        return true;
    }

    private bool? TryReadOther(uint type, ReadOnlyMemory<byte> body)
    {
        var span = body.Span;
        if (type == InterfaceDescription)
        {
            if (span.Length < 8 || _interfaces.Count == MaxInterfaces)
            {
                return null;
            }

            _interfaces.Add(PcapNgInterface.Parse(span, _bigEndian));
        }
        else if (type == DecryptionSecrets)
        {
            if (span.Length < 8 || ReadUInt32(span[4..], _bigEndian) > span.Length - 8)
            {
                return null;
            }

            if (ReadUInt32(span, _bigEndian) == TlsKeyLog)
            {
                AddKeyLog(body.Slice(8, (int)ReadUInt32(span[4..], _bigEndian)));
            }
        }

        return false;
    }
}
