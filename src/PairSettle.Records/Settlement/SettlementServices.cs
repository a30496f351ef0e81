using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PairSettle.Credentials;
using PairSettle.Records.Format;
using PairSettle.Records.Journal;

namespace PairSettle.Records.Settlement;

/// <summary>What a settlement host needs from its surroundings.</summary>
public sealed record SettlementServices
{
    /// <summary>The device's journal; the host alone writes to it.</summary>
    public required IJournal Journal { get; init; }

    /// <summary>The anchors that this side trusts.</summary>
    public required TrustStore Anchors { get; init; }

    /// <summary>All time: wall clock, monotonic time and timers. It may run faster than real time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How far the wall clock can be trusted.</summary>
    public TimeQuality ClockQuality { get; init; } = TimeQuality.Informative;

    /// <summary>Who permits and withdraws power and takes the record.</summary>
    public required ISettlementObserver Observer { get; init; }

    /// <summary>The log. Nothing personal is written to it.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}
