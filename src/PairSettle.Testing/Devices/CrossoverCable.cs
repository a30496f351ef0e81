using System.Threading.Channels;
using PairSettle.Hal.Ethernet;

namespace PairSettle.Testing.Devices;

/// <summary>Two Ethernet links that are connected to each other, in memory. Frames arrive whole, in order, and are filtered by address.</summary>
public static class CrossoverCable
{
    private const int HeaderLength = 14;
    private const int MinFrameLength = 60;

    /// <summary>The greatest frame: 1,500 octets of payload and the header.</summary>
    public const int MaxFrameLength = 1514;

    /// <summary>Connects two addresses.</summary>
    /// <param name="left">The address of the first link.</param>
    /// <param name="right">The address of the second link.</param>
    /// <returns>The links.</returns>
    public static (IEthernetLink Left, IEthernetLink Right) Connect(MacAddress left, MacAddress right)
    {
        var toLeft = Channel.CreateUnbounded<byte[]>();
        var toRight = Channel.CreateUnbounded<byte[]>();
        return (new End(left, toLeft.Reader, toRight.Writer, right), new End(right, toRight.Reader, toLeft.Writer, left));
    }

    private sealed class End(MacAddress address, ChannelReader<byte[]> incoming, ChannelWriter<byte[]> outgoing, MacAddress peer)
        : IEthernetLink
    {
        public MacAddress Address => address;

        public int MaxFrameLength => CrossoverCable.MaxFrameLength;

        public ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ArgumentOutOfRangeException.ThrowIfLessThan(frame.Length, HeaderLength, nameof(frame));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(frame.Length, MaxFrameLength, nameof(frame));
            MacAddress.TryRead(frame.Span, out var destination);
            if (destination != peer && !destination.IsMulticast)
            {
                return ValueTask.CompletedTask;
            }

            var copy = new byte[Math.Max(frame.Length, MinFrameLength)];
            frame.CopyTo(copy);
            return outgoing.TryWrite(copy) ? ValueTask.CompletedTask : throw Lost();
        }

        public async ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(buffer.Length, MaxFrameLength, nameof(buffer));
            try
            {
                var frame = await incoming.ReadAsync(cancellationToken).ConfigureAwait(false);
                frame.CopyTo(buffer);
                return frame.Length;
            }
            catch (ChannelClosedException)
            {
                throw Lost();
            }
        }

        public ValueTask DisposeAsync()
        {
            outgoing.TryComplete();
            return ValueTask.CompletedTask;
        }

        private static Hal.HalException Lost() => new(Hal.HalFault.Disconnected, "the other end of the cable is gone");
    }
}
