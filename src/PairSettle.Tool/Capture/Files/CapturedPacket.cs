namespace PairSettle.Tool.Capture.Files;

/// <summary>One packet of a capture.</summary>
/// <param name="TimeNs">Nanoseconds since 1970 (UTC); null where the file does not say, or names a time beyond the year 2262.</param>
/// <param name="LinkType">What the octets begin with.</param>
/// <param name="Octets">The octets, a part of the file.</param>
internal readonly record struct CapturedPacket(long? TimeNs, LinkType LinkType, ReadOnlyMemory<byte> Octets);
