namespace PairSettle.Testing.Links;

/// <summary>What a <see cref="FaultyStream"/> does to octets. Offsets count from the start of each direction. The default does nothing.</summary>
public sealed record StreamFaults
{
    /// <summary>Fixes every choice that is left to chance.</summary>
    public ulong Seed { get; init; }

    /// <summary>The most octets that one read returns: 1 splits the stream at every octet.</summary>
    public int MaxReadLength { get; init; } = int.MaxValue;

    /// <summary>Whether reads return a random number of octets, from 1 to what was asked for.</summary>
    public bool RandomReadLength { get; init; }

    /// <summary>An offset that no read crosses, so that it splits there.</summary>
    public long? SplitReadsAt { get; init; }

    /// <summary>The offset of an octet that is read with one random bit flipped.</summary>
    public long? CorruptReadAt { get; init; }

    /// <summary>The chance of one flipped bit in a read, in thousandths.</summary>
    public int CorruptReadPerMille { get; init; }

    /// <summary>After so many octets reads report the end, although the peer sent more.</summary>
    public long? EndReadsAt { get; init; }

    /// <summary>After so many octets writes fail and the stream is closed; what fits before is still written.</summary>
    public long? FailWritesAt { get; init; }

    /// <summary>After so many octets what is written vanishes without a sign.</summary>
    public long? LoseWritesAt { get; init; }

    /// <summary>How long every read waits before it looks.</summary>
    public TimeSpan ReadDelay { get; init; }

    /// <summary>The clock of <see cref="ReadDelay"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
