namespace PairSettle.Iso15118.V2gtp;

/// <summary>Ordered frames in both directions: a <see cref="V2gtpConnection"/>, or what is left of one beside a pair link.</summary>
public interface IV2gtpChannel : IAsyncDisposable
{
    /// <summary>Sends one frame. Concurrent sends go out whole, one after the other.</summary>
    /// <param name="payloadType">What the payload is.</param>
    /// <param name="payload">The payload; the memory must stay unchanged until the send has ended.</param>
    /// <param name="cancellationToken">Gives up; a frame that has begun makes the channel unusable.</param>
    /// <returns>Ends when the octets are handed to the stream below.</returns>
    /// <exception cref="V2gtpException">The connection failed.</exception>
    ValueTask SendAsync(V2gtpPayloadType payloadType, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);

    /// <summary>Receives the next frame. Only one receive at a time.</summary>
    /// <param name="cancellationToken">Stops waiting; no octet is lost, and the next receive goes on where this one stopped.</param>
    /// <returns>The frame, or null when the peer ended the connection between two frames.</returns>
    /// <exception cref="V2gtpException">The connection failed, or the octets are no frame.</exception>
    ValueTask<V2gtpFrame?> ReceiveAsync(CancellationToken cancellationToken);
}
