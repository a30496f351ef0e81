namespace PairSettle.Records.Settlement;

/// <summary>How a session ended.</summary>
public enum SettlementOutcome
{
    /// <summary>There is no record: the session ended before anything was agreed or delivered.</summary>
    Abandoned,

    /// <summary>The peer vanished: settled up to the last acknowledged checkpoint, claimed beyond it.</summary>
    Unilateral,

    /// <summary>Both halves are there and contradict each other by more than the tolerance: a dispute can begin at once.</summary>
    Divergent,

    /// <summary>Both halves are there and agree.</summary>
    Matched,
}
