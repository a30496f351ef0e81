using PairSettle.Exi;
using PairSettle.Exi.Codecs;

namespace PairSettle.Tool.Conformance;

/// <summary>
/// Judges streams that may be damaged: each must be refused with a code, or be what the encoder writes. Where it is
/// neither, it must hold variants that the format admits: then it says what its own form says, and encoding with exactly
/// the variants that were read gives it back octet for octet.
/// </summary>
internal sealed class DamageJudge(ExiSchemaCodec codec, bool fragment)
{
    // What decoding may allocate, as the tests of the message sets have it, and what re-encoding takes.
    private const int FixedAllocation = 4096;
    private const int AllocationPerOctet = 96;
    private const int AllocationBehindWildcards = 256;
    private const int LongestShown = 64;

    private static readonly ExiLimits s_oneNode = new() { MaxAnyNodes = 1 };

    private byte[] _own = new byte[4096];
    private byte[] _again = new byte[4096];

    /// <summary>What became of the streams so far.</summary>
    public DamageCounts Counts { get; private set; } = new();

    /// <summary>Whether the stream that was judged last was accepted.</summary>
    public bool Accepted { get; private set; }

    /// <summary>Octets for people: all of a short stream, and the beginning of a long one.</summary>
    public static string Show(ReadOnlySpan<byte> octets) =>
        octets.Length <= LongestShown ? Convert.ToHexString(octets) : $"{Convert.ToHexString(octets[..LongestShown])}... ({octets.Length} octets)";

    /// <summary>Judges one stream.</summary>
    /// <returns>What is wrong with the codec, or null.</returns>
    public string? Judge(ReadOnlySpan<byte> octets)
    {
        try
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Accepted = codec.TryReencode(octets, fragment, _own, out var length, out var error);
            if (GC.GetAllocatedBytesForCurrentThread() - before > Allowance(octets.Length) && Allocates(octets) is { } excess)
            {
                return excess;
            }

            if (length > _own.Length)
            {
                _own = new byte[length * 2];
                codec.TryReencode(octets, fragment, _own, out length, out error);
            }

            if (!Accepted)
            {
                return Refuses(octets, error);
            }

            if (octets.SequenceEqual(_own.AsSpan(0, length)))
            {
                Counts = Counts with { Identical = Counts.Identical + 1 };
                return null;
            }

            return Varies(octets, _own.AsSpan(0, length));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever octets do, they do not make a Try method throw.
            return $"{e.GetType().Name}: {e.Message}";
        }
    }

    /// <summary>Decodes once more: the first time down a path, the runtime allocates for itself.</summary>
    private string? Allocates(ReadOnlySpan<byte> octets)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        codec.TryReencode(octets, fragment, _own, out _, out _);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var allowance = Allowance(octets.Length, EntersWildcard(octets) ? AllocationBehindWildcards : AllocationPerOctet);
        return allocated > allowance ? $"allocates {allocated} octets for {octets.Length}" : null;
    }

    // A single node fits into the fixed part.
    private bool EntersWildcard(ReadOnlySpan<byte> octets) =>
        !codec.TryReencode(octets, fragment, _own, out _, out var error, limits: s_oneNode) && error.Fault == ExiFault.TooManyItems;

    private static long Allowance(int length, int perOctet = AllocationPerOctet) => FixedAllocation + ((long)perOctet * length);

    private string? Refuses(ReadOnlySpan<byte> octets, ExiError error)
    {
        if (error.Fault is ExiFault.None or ExiFault.StringTableNeeded || error.BitOffset < 0 || error.BitOffset > octets.Length * 8)
        {
            return $"refused without a reason that can be told: {error}";
        }

        Counts = Counts with { Refused = Counts.Refused + 1 };
        return null;
    }

    private string? Varies(ReadOnlySpan<byte> octets, ReadOnlySpan<byte> own)
    {
        var variants = new ExiVariants();
        if (!WritesAs(octets, octets, variants) || variants.Items.IsEmpty)
        {
            return $"accepted, and written as {Show(own)}";
        }

        // Both say the same if what the own form says can be written as either of them.
        var same = WritesAs(own, own, null) && WritesAs(own, octets, variants.ToRepeat());
        if (!same)
        {
            return $"its own form says something else: {Show(own)}";
        }

        Count(variants);
        return null;
    }

    /// <summary>Whether the value of a stream is written as another one.</summary>
    private bool WritesAs(ReadOnlySpan<byte> octets, ReadOnlySpan<byte> expected, ExiVariants? variants)
    {
        _again = _again.Length < expected.Length ? new byte[expected.Length * 2] : _again;
        return codec.TryReencode(octets, fragment, _again, out var length, out _, variants) && expected.SequenceEqual(_again.AsSpan(0, Math.Min(length, _again.Length)));
    }

    private void Count(ExiVariants variants)
    {
        var (references, empties) = (0, 0);
        foreach (var variant in variants.Items)
        {
            _ = variant.Kind is ExiVariantKind.LocalValue or ExiVariantKind.GlobalValue ? references++ : empties++;
        }

        Counts = (references, empties) switch
        {
            (_, 0) => Counts with { References = Counts.References + 1 },
            (0, _) => Counts with { EmptyElements = Counts.EmptyElements + 1 },
            _ => Counts with { Both = Counts.Both + 1 },
        };
    }
}
