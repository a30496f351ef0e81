namespace PairSettle.Iso15118.Pairing;

/// <summary>Why a pair link failed. The number is the published code: 5004 is <c>V2G5004</c>.</summary>
public enum PairLinkFault
{
    /// <summary>Nothing failed.</summary>
    None = 0,

    /// <summary>A fragment of no data, or too short for its header.</summary>
    FragmentTruncated = 5001,

    /// <summary>A fragment longer than the carrier allows.</summary>
    FragmentTooLong = 5002,

    /// <summary>A carrier version other than 1.</summary>
    VersionNotSupported = 5003,

    /// <summary>The reserved octet is not zero.</summary>
    ReservedNotZero = 5004,

    /// <summary>A message out of sequence: one was lost, repeated or reordered.</summary>
    MessageNumberUnexpected = 5005,

    /// <summary>A message of no octets, or longer than the carrier allows.</summary>
    MessageLengthInvalid = 5006,

    /// <summary>Two fragments of one message disagree about its length, or run past it.</summary>
    LengthInconsistent = 5007,

    /// <summary>A fragment that does not go on where the one before it ended.</summary>
    OffsetUnexpected = 5008,

    /// <summary>More messages arrived than anybody received.</summary>
    QueueFull = 5009,

    /// <summary>The connection that carries the link ended or failed.</summary>
    CarrierLost = 5010,

    /// <summary>A send was cancelled with part of its message sent, so no later message could follow.</summary>
    SendInterrupted = 5011,
}
