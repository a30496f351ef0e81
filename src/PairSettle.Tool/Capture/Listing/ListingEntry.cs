using PairSettle.Tool.Wire;

namespace PairSettle.Tool.Capture.Listing;

/// <summary>One line of a listing.</summary>
/// <param name="TimeNs">When, in nanoseconds since 1970 (UTC), as the capture says.</param>
/// <param name="Source">Who sent it: address and port, or MAC address.</param>
/// <param name="Destination">To whom.</param>
/// <param name="Protocol">SLAC, SDP, V2GTP, TLS or TCP.</param>
internal sealed record ListingEntry(long? TimeNs, string Source, string Destination, string Protocol)
{
    /// <summary>The message, where the line is about one that could be read.</summary>
    public WireMessage? Message { get; init; }

    /// <summary>What the line is about, where that is no message.</summary>
    public string? Subject { get; init; }

    /// <summary>What else there is to say.</summary>
    public string? Note { get; init; }

    /// <summary>What could not be read, with its code.</summary>
    public string? Problem { get; init; }
}
