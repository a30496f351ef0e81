namespace PairSettle.Iso15118.V2gtp;

/// <summary>Why V2GTP octets or a V2GTP connection failed. The number is the published code: 1004 is <c>V2G1004</c>.</summary>
public enum V2gtpFault
{
    /// <summary>Nothing failed.</summary>
    None = 0,

    /// <summary>Fewer than the eight octets of a header.</summary>
    HeaderTruncated = 1001,

    /// <summary>The second octet is not the complement of the first: these octets are no V2GTP header.</summary>
    InverseVersionMismatch = 1002,

    /// <summary>A V2GTP header of a version other than 0x01.</summary>
    VersionNotSupported = 1003,

    /// <summary>The header announces more than the receiver's bound. Nothing of the payload was read.</summary>
    PayloadTooLong = 1004,

    /// <summary>The octets end before the payload that the header announces.</summary>
    PayloadTruncated = 1005,

    /// <summary>A datagram goes on after the payload that its header announces.</summary>
    TrailingOctets = 1006,

    /// <summary>A payload type without a name, on a connection that closes on those.</summary>
    PayloadTypeUnknown = 1007,

    /// <summary>A frame began and was not complete in time.</summary>
    FrameTimedOut = 1008,

    /// <summary>The stream below failed.</summary>
    ConnectionLost = 1009,

    /// <summary>A send was cancelled with part of its frame perhaps written, so no later frame could be told apart.</summary>
    SendInterrupted = 1010,
}
