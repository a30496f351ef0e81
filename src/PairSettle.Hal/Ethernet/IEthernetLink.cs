namespace PairSettle.Hal.Ethernet;

/// <summary>
/// A seam for raw Ethernet frames, as SLAC and the management of power-line modems need them. Frames start with the destination address and
/// carry neither preamble nor frame check sequence; VLAN tags are not touched.
/// </summary>
public interface IEthernetLink : IAsyncDisposable
{
    /// <summary>The link's own address.</summary>
    MacAddress Address { get; }

    /// <summary>The greatest frame that can be sent, in octets, header included.</summary>
    int MaxFrameLength { get; }

    /// <summary>Sends one frame.</summary>
    /// <param name="frame">The frame, at least 14 octets; short frames are padded by the link.</param>
    /// <param name="cancellationToken">Gives up before the frame is sent; a frame is never sent in part.</param>
    /// <returns>A task that ends when the frame was handed over.</returns>
    /// <exception cref="HalException">The link failed.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken);

    /// <summary>Receives the next frame.</summary>
    /// <param name="buffer">Receives the frame; at least <see cref="MaxFrameLength"/> octets.</param>
    /// <param name="cancellationToken">Ends the wait; no frame is lost by it.</param>
    /// <returns>The length of the frame in octets.</returns>
    /// <exception cref="HalException">The link failed.</exception>
    ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken);
}
