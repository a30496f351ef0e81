namespace PairSettle.Iso15118.Sdp;

/// <summary>Whether the V2G connection runs over TLS: the octet of SDP messages.</summary>
public enum SdpSecurity
{
    /// <summary>TLS.</summary>
    Tls = 0x00,

    /// <summary>No transport layer security.</summary>
    None = 0x10,
}
