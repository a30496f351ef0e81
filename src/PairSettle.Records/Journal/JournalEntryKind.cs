namespace PairSettle.Records.Journal;

/// <summary>What a journal entry holds. The numbers are part of the file format.</summary>
public enum JournalEntryKind : byte
{
    /// <summary>The peer's hello, which opens a session.</summary>
    Hello = 1,

    /// <summary>A signed offer, own or received.</summary>
    Offer = 2,

    /// <summary>A signed acceptance, own or received.</summary>
    Acceptance = 3,

    /// <summary>A signed checkpoint, own or received.</summary>
    Checkpoint = 4,

    /// <summary>A signed acknowledgement of a checkpoint, own or received.</summary>
    CheckpointAck = 5,

    /// <summary>The device's own signed half-record.</summary>
    OwnHalf = 6,

    /// <summary>The peer's signed half-record.</summary>
    PeerHalf = 7,

    /// <summary>The finished record, which closes a session.</summary>
    Record = 8,

    /// <summary>The device started; the content is its boot counter, eight octets, big endian.</summary>
    Start = 9,

    /// <summary>The device was online; the content is empty.</summary>
    Online = 10,

    /// <summary>What opens a commitment in the statement that follows.</summary>
    Disclosure = 11,
}
