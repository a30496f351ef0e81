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
/// A load begins at the octet of the position, or eight octets before the end if that is earlier, so it never leaves the
/// source and holds 57 bits from the position on, or all that are left. One comparison of the position that a read would
/// end at with the end of the source proves that its bits exist. A fault sets that end to -1, which sends
/// every later read down the path where faults are seen.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ExiReader
{
    /// <summary>The octets of the scratch memory that a reader needs.</summary>
    public const int ScratchOctets = sizeof(ulong);

    private const int LoadedBits = 57; // bits that one load holds whatever the position, unless the source ends

    private readonly ref readonly byte _origin;
    private readonly ExiLimits _limits;
    private readonly ExiStringTable? _strings;
    private readonly ExiPool? _pool;
    private readonly int _lastWord;
    private int _position;
    private int _end;
    private int _depth;
    private int _faultPosition;
    private ExiFault _fault;
    private string? _path;
    private string? _firstIdentifier;
    private ExiIdentifiers? _identifiers;

    /// <summary>Reads a stream from its first bit.</summary>
    /// <param name="source">The whole stream.</param>
    /// <param name="limits">What to accept at most.</param>
    /// <param name="strings">An empty string table, or null to fail at the first reference to one.</param>
    public ExiReader(ReadOnlySpan<byte> source, ExiLimits limits, ExiStringTable? strings = null)
        : this(source, source.Length < ScratchOctets ? new byte[ScratchOctets] : [], limits, strings)
    {
    }

    /// <summary>Reads a stream from its first bit without allocating.</summary>
    /// <param name="source">The whole stream.</param>
    /// <param name="scratch">Memory of <see cref="ScratchOctets"/> for a stream that is shorter than one load.</param>
    /// <param name="limits">What to accept at most.</param>
    /// <param name="strings">An empty string table, or null to fail at the first reference to one.</param>
    /// <param name="pool">Where to take objects from, or null to make them all.</param>
    public ExiReader(ReadOnlySpan<byte> source, Span<byte> scratch, ExiLimits limits, ExiStringTable? strings = null, ExiPool? pool = null)
    {
        _limits = limits;
        _strings = strings;
        _pool = pool;
        pool?.Begin();
        if (source.Length <= limits.MaxOctets)
        {
            _end = source.Length * 8;
        }
        else
        {
            Fail(ExiFault.TooManyOctets);
        }

        if (source.Length < ScratchOctets)
        {
            scratch.Clear();
            source.CopyTo(scratch);
            source = scratch;
        }

        _lastWord = source.Length - sizeof(ulong);
        ArgumentOutOfRangeException.ThrowIfNegative(_lastWord, nameof(scratch));
        _origin = ref MemoryMarshal.GetReference(source);
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
        _path = ExiPath.Around(_path, name);
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
        unchecked
        {
            var left = BitsLeft;
            ReturnIdentifiers();
            return !Failed
                && (ReadBits(left & 7) == 0 || Tolerates(ExiTolerance.Padding) || FailAt(_position - (left & 7), ExiFault.NonZeroPadding))
                && (left < 8 || Tolerates(ExiTolerance.TrailingOctets) || Fail(ExiFault.TrailingOctets));
        }
    }

    /// <summary>Whether a rule that EXI does not have may be broken.</summary>
    private readonly bool Tolerates(ExiTolerance rule) => (_limits.Tolerance & rule) != 0;

    /// <summary>Refuses the stream at an earlier position.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool FailAt(int position, ExiFault fault)
    {
        if (_fault == ExiFault.None)
        {
            _fault = fault;
            _faultPosition = position;
            _end = -1;
            ReturnIdentifiers();
        }

        return false;
    }

    /// <summary>The bits from a position on, left-aligned; beyond 57 of them or the end of the source they mean nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ulong Load(int position)
    {
        unchecked
        {
            var octet = Math.Min(position >> 3, _lastWord);
            var word = Unsafe.ReadUnaligned<ulong>(in Unsafe.Add(ref Unsafe.AsRef(in _origin), octet));
            return (BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(word) : word) << (position - (octet << 3));
        }
    }

    /// <summary>Whether a number of bits is left; fails otherwise.</summary>
    private bool Have(int count) => BitsLeft >= count || Fail(ExiFault.Truncated);
}
