namespace PairSettle.Iso15118.Pairing;

/// <summary>The bounds of an in-band carrier.</summary>
public sealed record InBandPairOptions
{
    /// <summary>The default bounds.</summary>
    public static InBandPairOptions Default { get; } = new();

    /// <summary>The most octets of complete messages that wait to be received; more end the pair link, not the ISO connection: 2 MiB.</summary>
    public int MaxQueuedOctets { get; init; } = 2 * PairFragmentHeader.MaxMessageLength;

    /// <summary>The most complete messages that wait to be received: 256.</summary>
    public int MaxQueuedMessages { get; init; } = 256;

    /// <summary>The most ISO frames that wait to be received; then the connection is read no further: 16.</summary>
    public int MaxQueuedFrames { get; init; } = 16;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxQueuedOctets, PairFragmentHeader.MaxMessageLength);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxQueuedMessages, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxQueuedFrames, 1);
    }
}
