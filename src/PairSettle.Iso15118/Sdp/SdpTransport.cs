namespace PairSettle.Iso15118.Sdp;

/// <summary>The transport of the V2G connection: the octet of SDP messages.</summary>
public enum SdpTransport
{
    /// <summary>TCP, the only transport in use.</summary>
    Tcp = 0x00,

    /// <summary>UDP, reserved by the standard.</summary>
    Udp = 0x10,
}
