namespace PairSettle.Records.Settlement.Messages;

/// <summary>The kinds of pair messages. The numbers stand on the wire.</summary>
public enum PairMessageKind
{
    /// <summary>The vehicle opens a session.</summary>
    Hello = 0,

    /// <summary>The charger's signed offer.</summary>
    Offer = 1,

    /// <summary>The vehicle's signed acceptance.</summary>
    Acceptance = 2,

    /// <summary>The charger's signed statement of what was delivered.</summary>
    Checkpoint = 3,

    /// <summary>The vehicle's signed acknowledgement of a checkpoint.</summary>
    CheckpointAck = 4,

    /// <summary>The vehicle asks the charger to end the session.</summary>
    Stop = 5,

    /// <summary>One party's signed half of the record.</summary>
    HalfRecord = 6,

    /// <summary>The sender gives the session up.</summary>
    Abort = 7,
}
