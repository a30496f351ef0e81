namespace PairSettle.Tool.Capture;

/// <summary>Why a capture, or a part of one, could not be read. The number is the published code: 2001 is <c>CAP2001</c>; see docs/formats/wire-codes.md.</summary>
internal enum CaptureFault
{
    None = 0,

    /// <summary>The file is neither pcap nor pcapng.</summary>
    NotACapture = 1001,

    /// <summary>The file is larger than what is read at all.</summary>
    FileTooLarge = 1002,

    /// <summary>The file ends inside a packet or a block.</summary>
    FileTruncated = 1003,

    /// <summary>A block or record contradicts itself.</summary>
    BlockInvalid = 1004,

    /// <summary>Packets of a link layer that is not known here.</summary>
    LinkTypeUnsupported = 1005,

    /// <summary>Octets of a connection that the capture does not hold.</summary>
    OctetsMissing = 2001,

    /// <summary>Fragments of an IP packet, which are not put together.</summary>
    PacketFragmented = 2002,

    /// <summary>A V2GTP header that announces more than what is read.</summary>
    FrameTooLong = 2003,

    /// <summary>Octets where a V2GTP header should be.</summary>
    HeaderMissing = 2004,

    /// <summary>The connection ends inside a V2GTP frame.</summary>
    FrameIncomplete = 2005,

    /// <summary>The key log holds no usable line.</summary>
    KeyLogUnusable = 3001,

    /// <summary>A TLS record or handshake message that contradicts itself.</summary>
    TlsInvalid = 3002,

    /// <summary>A TLS version, suite or renegotiation that is not read here.</summary>
    TlsUnsupported = 3003,

    /// <summary>A record does not open with the secret of the key log.</summary>
    TlsNotOpened = 3004,
}
