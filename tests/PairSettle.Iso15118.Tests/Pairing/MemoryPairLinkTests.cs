using PairSettle.Iso15118.Pairing;

namespace PairSettle.Iso15118.Tests.Pairing;

public sealed class MemoryPairLinkTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task Send_Messages_ArriveInOrderAsTheyWere()
    {
        var (vehicle, charger) = MemoryPairLink.CreatePair();
        var message = new byte[] { 1, 2 };
        await vehicle.SendAsync(message, Never);
        message[0] = 9;
        await vehicle.SendAsync(message, Never);
        Assert.Equal([1, 2], (await charger.ReceiveAsync(Never))!.Value.ToArray());
        Assert.Equal([9, 2], (await charger.ReceiveAsync(Never))!.Value.ToArray());
    }

    [Fact]
    public async Task Dispose_OneEnd_LetsTheOtherReadToTheEnd()
    {
        var (vehicle, charger) = MemoryPairLink.CreatePair();
        await vehicle.SendAsync(new byte[] { 1 }, Never);
        await vehicle.DisposeAsync();
        Assert.NotNull(await charger.ReceiveAsync(Never));
        Assert.Null(await charger.ReceiveAsync(Never));
        Assert.Equal("V2G5010", (await Assert.ThrowsAsync<PairLinkException>(() => charger.SendAsync(new byte[1], Never).AsTask())).Code);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => vehicle.ReceiveAsync(Never).AsTask());
    }

    [Fact]
    public async Task Receive_Cancelled_LosesNothing()
    {
        var (vehicle, charger) = MemoryPairLink.CreatePair();
        using var cancellation = new CancellationTokenSource();
        var receive = charger.ReceiveAsync(cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receive);
        await vehicle.SendAsync(new byte[] { 5 }, Never);
        Assert.Equal([5], (await charger.ReceiveAsync(Never))!.Value.ToArray());
    }

    [Fact]
    public async Task Send_FullLink_WaitsForTheReceiver()
    {
        var (vehicle, charger) = MemoryPairLink.CreatePair(capacity: 1);
        await vehicle.SendAsync(new byte[] { 1 }, Never);
        var send = vehicle.SendAsync(new byte[] { 2 }, Never).AsTask();
        Assert.False(send.IsCompleted);
        await charger.ReceiveAsync(Never);
        await send;
    }
}
