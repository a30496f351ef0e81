namespace PairSettle.Tool.Capture.Network;

/// <summary>Takes what one direction of a connection carries, in order.</summary>
internal interface ITcpReceiver
{
    /// <summary>Octets that follow on those before; they may begin and end anywhere.</summary>
    void Receive(ReadOnlyMemory<byte> octets);

    /// <summary>Octets that the capture does not hold were sent between those before and those that follow.</summary>
    void Miss(long count);
}
