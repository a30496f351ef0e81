namespace PairSettle.Records.Settlement;

/// <summary>How a session ended.</summary>
public enum SettlementOutcome
{
    /// <summary>There is no record: the session ended before anything was agreed or delivered.</summary>
    Abandoned,

    /// <summary>The vehicle does not pair: the charger's half stands on what the vehicle signed in ISO 15118, if anything.</summary>
    Receipted,

    /// <summary>The peer vanished: settled up to the last acknowledged checkpoint, claimed beyond it.</summary>
    Unilateral,

    /// <summary>
    /// Both halves are there, but the vehicle signed its own when it had given the charger up: settled up to the last checkpoint that both
    /// signed, claimed beyond it.
    /// </summary>
    Apart,

    /// <summary>Both halves are there and contradict each other by more than the tolerance: a dispute can begin at once.</summary>
    Divergent,

    /// <summary>Both halves are there and agree.</summary>
    Matched,
}
