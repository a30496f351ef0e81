using PairSettle.Hal.Ethernet;
using PairSettle.Testing.Devices;

namespace PairSettle.Hal.Tests.Devices;

public class CrossoverCableTests
{
    private readonly byte[] _buffer = new byte[CrossoverCable.MaxFrameLength];

    [Fact]
    public async Task Send_FramesToThePeerAndToAll_ArriveInOrderAndPadded()
    {
        var (left, right) = Connect();

        await left.SendAsync(Frame(right.Address, 1), CancellationToken.None);
        await left.SendAsync(Frame(MacAddress.Broadcast, 2), CancellationToken.None);

        Assert.Equal(60, await right.ReceiveAsync(_buffer, CancellationToken.None));
        Assert.Equal(1, _buffer[14]);
        await right.ReceiveAsync(_buffer, CancellationToken.None);
        Assert.Equal(2, _buffer[14]);
    }

    [Fact]
    public async Task Send_FrameToSomebodyElse_IsFiltered()
    {
        var (left, right) = Connect();

        await left.SendAsync(Frame(left.Address, 1), CancellationToken.None);
        await left.SendAsync(Frame(right.Address, 2), CancellationToken.None);
        await right.ReceiveAsync(_buffer, CancellationToken.None);

        Assert.Equal(2, _buffer[14]);
    }

    [Fact]
    public async Task Receive_OtherEndDisposed_Fails()
    {
        var (left, right) = Connect();

        await left.DisposeAsync();

        var failure = await Assert.ThrowsAsync<HalException>(() => right.ReceiveAsync(_buffer, CancellationToken.None).AsTask());
        Assert.Equal(HalFault.Disconnected, failure.Fault);
    }

    [Fact]
    public async Task Receive_Cancelled_LosesNoFrame()
    {
        var (left, right) = Connect();
        using var cancellation = new CancellationTokenSource();
        var receive = right.ReceiveAsync(_buffer, cancellation.Token).AsTask();

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receive);
        await left.SendAsync(Frame(right.Address, 3), CancellationToken.None);
        await right.ReceiveAsync(_buffer, CancellationToken.None);

        Assert.Equal(3, _buffer[14]);
    }

    private static (IEthernetLink Left, IEthernetLink Right) Connect()
    {
        Assert.True(MacAddress.TryParse("02:00:00:00:00:01", out var left));
        Assert.True(MacAddress.TryParse("02:00:00:00:00:02", out var right));
        return CrossoverCable.Connect(left, right);
    }

    private static byte[] Frame(MacAddress destination, byte payload)
    {
        var frame = new byte[15];
        destination.TryWrite(frame);
        frame[14] = payload;
        return frame;
    }
}
