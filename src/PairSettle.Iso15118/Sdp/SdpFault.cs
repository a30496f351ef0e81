namespace PairSettle.Iso15118.Sdp;

/// <summary>Why SDP octets were not accepted, or discovery failed. The number is the published code: 2004 is <c>V2G2004</c>.</summary>
public enum SdpFault
{
    /// <summary>Nothing failed.</summary>
    None = 0,

    /// <summary>The datagram is no V2GTP frame; the V2GTP error is the detail.</summary>
    FrameInvalid = 2001,

    /// <summary>A V2GTP frame of another payload type.</summary>
    PayloadTypeUnexpected = 2002,

    /// <summary>A request that is not two octets, or a response that is not twenty.</summary>
    LengthInvalid = 2003,

    /// <summary>A security octet that is neither TLS nor none.</summary>
    SecurityUndefined = 2004,

    /// <summary>A transport octet that is neither TCP nor UDP.</summary>
    TransportUndefined = 2005,

    /// <summary>A response with port 0.</summary>
    PortInvalid = 2006,

    /// <summary>A response whose address cannot be the endpoint of one SECC: unspecified, multicast or IPv4-mapped.</summary>
    AddressInvalid = 2007,

    /// <summary>A response for a transport other than the one asked for.</summary>
    TransportMismatch = 2008,

    /// <summary>A response for a security other than the one asked for, which the client's policy does not take.</summary>
    SecurityMismatch = 2009,

    /// <summary>No acceptable response to any of the tries.</summary>
    NoResponse = 2010,

    /// <summary>The network interface cannot be used.</summary>
    InterfaceUnusable = 2011,
}
