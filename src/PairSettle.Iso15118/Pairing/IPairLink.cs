namespace PairSettle.Iso15118.Pairing;

/// <summary>
/// An ordered link that keeps message boundaries, over which a vehicle and a charger exchange pair messages. Nothing is lost or repeated by
/// an implementation; it may only end. Any ordered byte link can carry it: the framing in docs/formats/pair-carrier.md is one way.
/// </summary>
public interface IPairLink : IAsyncDisposable
{
    /// <summary>Sends one message. Concurrent sends go out whole, in the order in which they were asked for.</summary>
    /// <param name="message">One octet at least; the memory must stay unchanged until the send has ended.</param>
    /// <param name="cancellationToken">Gives up. A message that has begun to leave ends the sending direction of the link.</param>
    /// <returns>Ends when the message is handed to the layer below.</returns>
    /// <exception cref="IOException">The link failed or is closed.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken);

    /// <summary>Receives the next message. Only one receive at a time.</summary>
    /// <param name="cancellationToken">Stops waiting; no message is lost.</param>
    /// <returns>The message, or null when the peer ended the link.</returns>
    /// <exception cref="IOException">The link failed.</exception>
    ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken);
}
