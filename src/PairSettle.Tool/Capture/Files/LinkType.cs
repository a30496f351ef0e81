namespace PairSettle.Tool.Capture.Files;

/// <summary>The link layers that are read, by the numbers that capture files use for them.</summary>
internal enum LinkType
{
    /// <summary>BSD loopback: the address family in the order of the machine that captured.</summary>
    Null = 0,

    Ethernet = 1,

    /// <summary>Raw IP, as some BSDs number it.</summary>
    RawBsd = 12,

    /// <summary>Raw IP, as OpenBSD numbers it.</summary>
    RawOpenBsd = 14,

    /// <summary>Raw IP; the version is in the packet.</summary>
    Raw = 101,

    /// <summary>OpenBSD loopback: the address family in network order.</summary>
    Loop = 108,

    /// <summary>Linux cooked capture, version 1.</summary>
    LinuxCooked = 113,

    IPv4 = 228,

    IPv6 = 229,

    /// <summary>Linux cooked capture, version 2.</summary>
    LinuxCooked2 = 276,
}
