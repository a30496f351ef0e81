namespace PairSettle.Iso15118.V2gtp;

/// <summary>The bounds of a V2GTP connection.</summary>
public sealed record V2gtpOptions
{
    /// <summary>The bounds that suit ISO 15118-2: 64 KiB, five seconds from the first to the last octet of a frame.</summary>
    public static V2gtpOptions Default { get; } = new();

    /// <summary>The most octets of a payload, in both directions: 64 KiB. A longer announcement closes the connection.</summary>
    public int MaxPayloadLength { get; init; } = 64 * 1024;

    /// <summary>
    /// The most time that a receive waits from the first octet of a frame that it sees to the last. Waiting for the first octet is not limited
    /// here: that is what the timers of the protocol and the caller's token do. <see cref="Timeout.InfiniteTimeSpan"/> switches it off.
    /// </summary>
    public TimeSpan FrameTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What to do with frames of unknown payload types.</summary>
    public V2gtpUnknownPayloadPolicy UnknownPayloads { get; init; } = V2gtpUnknownPayloadPolicy.Report;

    /// <summary>The clock of <see cref="FrameTimeout"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxPayloadLength, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxPayloadLength, 16 * 1024 * 1024);
        if (FrameTimeout <= TimeSpan.Zero && FrameTimeout != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(nameof(FrameTimeout), FrameTimeout, "A deadline is positive or infinite.");
        }

        ArgumentNullException.ThrowIfNull(TimeProvider);
        if (!Enum.IsDefined(UnknownPayloads))
        {
            throw new ArgumentOutOfRangeException(nameof(UnknownPayloads), UnknownPayloads, "Not a policy.");
        }
    }
}
