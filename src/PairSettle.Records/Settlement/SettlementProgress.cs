using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>Where a session stands, for a display.</summary>
public sealed record SettlementProgress
{
    /// <summary>The identity of the session.</summary>
    public required Digest Agreement { get; init; }

    /// <summary>Whether power may flow.</summary>
    public required bool PowerPermitted { get; init; }

    /// <summary>Energy into the vehicle, as this side measured it.</summary>
    public required long ImportWh { get; init; }

    /// <summary>Energy out of the vehicle, as this side measured it.</summary>
    public required long ExportWh { get; init; }

    /// <summary>The time since power was permitted.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The cost so far, taxes included.</summary>
    public required Money Cost { get; init; }

    /// <summary>The number of the last checkpoint that both signed; 0 before the first.</summary>
    public required long LastCheckpoint { get; init; }

    /// <summary>Energy that no acknowledged checkpoint covers yet.</summary>
    public required long UnacknowledgedWh { get; init; }
}
