using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PairSettle.Exi.Bits;

/// <summary>
/// Reads the values of one bit-packed EXI stream; emitted code calls it. Its only state is a bit position: each read
/// loads the eight octets that hold it and shifts. The first fault is kept, and from then on every read
/// returns the default of its type (an event code: -1) without moving.
/// </summary>
/// <remarks>
/// A load at the octet of a position holds at least 57 bits from that position on. <c>_lastWord</c> is the last position
/// at which those eight octets lie inside the source, so one comparison both guards the load and proves that
/// the bits exist. Beyond it, reads take the slow path, which uses a copy of the last eight octets. A fault sets the
/// bound to -1, which sends every later read down the slow path, where the fault is seen.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ExiReader
{
    private readonly ref readonly byte _origin;
    private readonly ExiLimits _limits;
    private readonly ExiStringTable? _strings;
    private readonly ulong _tail;
    private readonly int _tailStart;
    private int _position;
    private int _lastWord;
    private int _end;
    private int _depth;
    private int _faultPosition;
    private ExiFault _fault;
    private string? _path;

    /// <summary>Reads a stream from its first bit.</summary>
    /// <param name="source">The whole stream.</param>
    /// <param name="limits">What to accept at most.</param>
    /// <param name="strings">An empty string table, or null to fail at the first reference to one.</param>
    public ExiReader(ReadOnlySpan<byte> source, ExiLimits limits, ExiStringTable? strings = null)
    {
        _origin = ref MemoryMarshal.GetReference(source);
        _limits = limits;
        _strings = strings;
        if (source.Length > limits.MaxOctets)
        {
            Fail(ExiFault.TooManyOctets);
            return;
        }

        _end = source.Length * 8;
        if (source.Length >= sizeof(ulong))
        {
            _tailStart = _end - 64;
            _lastWord = _tailStart + 7;
            _tail = BinaryPrimitives.ReadUInt64BigEndian(source[^sizeof(ulong)..]);
        }
        else
        {
            _lastWord = -1;
            for (var i = 0; i < source.Length; i++)
            {
                _tail |= (ulong)source[i] << (56 - (8 * i));
            }
        }
    }

    /// <summary>The number of bits read so far.</summary>
    public readonly int BitPosition => _position;

    /// <summary>Whether a fault was met.</summary>
    public readonly bool Failed => _fault != ExiFault.None;

    /// <summary>The first fault that was met, if any.</summary>
    public readonly ExiError Error => new(_fault, _faultPosition, _path ?? string.Empty);

    /// <summary>How many items a list may have.</summary>
    internal readonly int MaxListItems => _limits.MaxListItems;

    /// <summary>The number of bits that are left; negative after a fault.</summary>
    private readonly int BitsLeft => unchecked(_end - _position);

    /// <summary>Refuses the stream at the current position, unless it is refused already.</summary>
    /// <param name="fault">The reason.</param>
    /// <returns>False.</returns>
    public bool Fail(ExiFault fault) => FailAt(_position, fault);

    /// <summary>Names an element around the fault; called from the innermost to the outermost while calls unwind.</summary>
    /// <param name="name">The element's local name.</param>
    /// <returns>False.</returns>
    public bool FailIn(string name)
    {
        _path = _path is null ? name : $"{name}/{_path}";
        return false;
    }

    /// <summary>Enters an element of a type that may contain itself.</summary>
    /// <returns>Whether the limit of depth admits it.</returns>
    public bool Enter() => ++_depth <= _limits.MaxDepth || Fail(ExiFault.TooDeep);

    /// <summary>Leaves an element that was entered.</summary>
    public void Leave() => _depth--;

    /// <summary>Reads the end of the stream: fewer than eight padding bits, all zero, and nothing after them.</summary>
    /// <returns>Whether the whole stream is valid.</returns>
    public bool Finish()
    {
        if (Failed)
        {
            return false;
        }

        var padding = -_position & 7;
        if (padding != 0 && ReadBits(padding) != 0)
        {
            return FailAt(_position - padding, ExiFault.NonZeroPadding);
        }

        return _position == _end || Fail(ExiFault.TrailingOctets);
    }

    /// <summary>Refuses the stream at an earlier position.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool FailAt(int position, ExiFault fault)
    {
        if (_fault == ExiFault.None)
        {
            _fault = fault;
            _faultPosition = position;
            _lastWord = -1;
            _end = -1;
        }

        return false;
    }

    /// <summary>The bits from a position on, left-aligned, at least 57 of them. Only up to <c>_lastWord</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ulong Load(int position)
    {
        var word = Unsafe.ReadUnaligned<ulong>(in Unsafe.Add(ref Unsafe.AsRef(in _origin), position >> 3));
        return (BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(word) : word) << (position & 7);
    }

    /// <summary>The bits from a position on, left-aligned, at least 57 of them or all that are left, then zeros.</summary>
    private readonly ulong Peek(int position)
    {
        if (position <= _lastWord)
        {
            return Load(position);
        }

        var skip = unchecked(position - _tailStart);
        return skip < 64 && !Failed ? _tail << skip : 0;
    }

    /// <summary>Whether a number of bits is left; fails otherwise.</summary>
    private bool Have(int count) => BitsLeft >= count || Fail(ExiFault.Truncated);
}
