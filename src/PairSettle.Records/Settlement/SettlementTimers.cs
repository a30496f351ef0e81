namespace PairSettle.Records.Settlement;

/// <summary>The durations of the timers.</summary>
public sealed record SettlementTimers
{
    /// <summary>After which an unanswered message is sent again.</summary>
    public TimeSpan Resend { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From the hello to the agreement.</summary>
    public TimeSpan Opening { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From the withdrawal of power to the last reading.</summary>
    public TimeSpan FinalReading { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From the end of power, or of the link, until the peer is taken for lost and the record becomes unilateral.</summary>
    public TimeSpan PeerLost { get; init; } = TimeSpan.FromSeconds(60);
}
