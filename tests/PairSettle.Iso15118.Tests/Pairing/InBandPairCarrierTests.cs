using FsCheck;
using FsCheck.Fluent;
using PairSettle.Iso15118.Pairing;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Testing.Links;

namespace PairSettle.Iso15118.Tests.Pairing;

public sealed class InBandPairCarrierTests
{
    private const V2gtpPayloadType Iso = V2gtpPayloadType.ExiMessage;
    private const V2gtpPayloadType Pair = V2gtpPayloadType.PairSettlement;
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public void Exchange_AnyMixOfIsoAndPairMessages_KeepsBothOrdersAndNeverSplitsAnIsoExchange()
    {
        var sizes = Gen.OneOf(Gen.Choose(1, 60), Gen.Choose(PairFragmentHeader.MaxDataLength - 1, 3 * PairFragmentHeader.MaxDataLength)).ListOf(4);
        var cases = from fromVehicle in sizes from fromCharger in sizes from seed in Gen.Choose(0, int.MaxValue) select (fromVehicle, fromCharger, seed);
        var property = Prop.ForAll(cases.ToArbitrary(), sample =>
            ExchangeAsync([.. sample.fromVehicle], [.. sample.fromCharger], (ulong)sample.seed).GetAwaiter().GetResult());
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(new Replay(new Rnd(15118, 51), null)), property);
    }

    [Fact]
    public async Task Send_VehicleAwaitsAResponse_PairFrameWaitsForIt()
    {
        var (vehicle, raw) = Ends(PairRole.Vehicle);
        await using var link = vehicle.OpenLink();
        await vehicle.SendAsync(Iso, new byte[] { 1 }, Never);
        var send = link.SendAsync(new byte[] { 9 }, Never).AsTask();
        Assert.Equal(Iso, (await raw.ReceiveAsync(Never))!.Value.PayloadType);
        Assert.False(send.IsCompleted);
        await raw.SendAsync(Iso, new byte[] { 2 }, Never);
        await send;
        Assert.Equal(Pair, (await raw.ReceiveAsync(Never))!.Value.PayloadType);
        Assert.Equal(2, (await vehicle.ReceiveAsync(Never))!.Value.Payload.Span[0]);
        await vehicle.DisposeAsync();
    }

    [Fact]
    public async Task Send_FirstMessage_HasTheDocumentedOctets()
    {
        var (first, second) = DuplexPipe.CreatePair();
        var vehicle = new InBandPairCarrier(new V2gtpConnection(first), PairRole.Vehicle);
        await vehicle.OpenLink().SendAsync(new byte[] { 0xAA, 0xBB, 0xCC }, Never);
        await vehicle.DisposeAsync();
        var wire = new MemoryStream();
        await second.CopyToAsync(wire);
        Assert.Equal("01FEA0510000000F010000000000000300000000AABBCC", Convert.ToHexString(wire.ToArray()));
    }

    [Fact]
    public async Task Send_ChargerOwesAResponse_PairFrameFollowsIt()
    {
        var (charger, raw) = Ends(PairRole.Charger);
        await using var link = charger.OpenLink();
        await raw.SendAsync(Iso, new byte[] { 1 }, Never);
        await charger.ReceiveAsync(Never);
        var send = link.SendAsync(new byte[9000], Never).AsTask();
        Assert.False(send.IsCompleted);
        await charger.SendAsync(Iso, new byte[] { 2 }, Never);
        await send;
        var order = new List<V2gtpPayloadType>();
        for (var i = 0; i < 4; i++)
        {
            order.Add((await raw.ReceiveAsync(Never))!.Value.PayloadType);
        }

        Assert.Equal([Iso, Pair, Pair, Pair], order);
        await charger.DisposeAsync();
    }

    [Fact]
    public async Task Receive_PairFrameInsideAnExchange_DisturbsNothing()
    {
        var (vehicle, raw) = Ends(PairRole.Vehicle);
        await using var link = vehicle.OpenLink();
        await vehicle.SendAsync(Iso, new byte[] { 1 }, Never);
        await raw.SendAsync(Pair, Fragment(0, 1, 0, [7]), Never);
        await raw.SendAsync(Iso, new byte[] { 2 }, Never);
        Assert.Equal(2, (await vehicle.ReceiveAsync(Never))!.Value.Payload.Span[0]);
        Assert.Equal([7], (await link.ReceiveAsync(Never))!.Value.ToArray());
        await vehicle.DisposeAsync();
    }

    [Fact]
    public async Task Receive_PairFrameBeforeTheLinkIsOpen_IsIgnoredAndCounted()
    {
        var (charger, raw) = Ends(PairRole.Charger);
        await raw.SendAsync(Pair, Fragment(0, 1, 0, [7]), Never);
        await raw.SendAsync(Iso, new byte[] { 1 }, Never);
        Assert.Equal(1, (await charger.ReceiveAsync(Never))!.Value.Payload.Span[0]);
        Assert.Equal(1, charger.IgnoredPairFrames);
        await charger.DisposeAsync();
    }

    [Fact]
    public async Task Receive_BrokenFragment_EndsThePairLinkAndNotTheSession()
    {
        var (charger, raw) = Ends(PairRole.Charger);
        await using var link = charger.OpenLink();
        await raw.SendAsync(Pair, Fragment(0, 1, 0, [7]), Never);
        await raw.SendAsync(Pair, Fragment(5, 1, 0, [7]), Never);
        await raw.SendAsync(Pair, Fragment(1, 1, 0, [8]), Never);
        await raw.SendAsync(Iso, new byte[] { 1 }, Never);
        Assert.Equal([7], (await link.ReceiveAsync(Never))!.Value.ToArray());
        var failure = await Assert.ThrowsAsync<PairLinkException>(() => link.ReceiveAsync(Never).AsTask());
        Assert.Equal("V2G5005", failure.Code);
        Assert.Equal(1, (await charger.ReceiveAsync(Never))!.Value.Payload.Span[0]);
        Assert.Equal(2, charger.IgnoredPairFrames);
        await charger.DisposeAsync();
    }

    [Fact]
    public async Task Receive_MoreThanAnybodyTakes_EndsThePairLinkAndNotTheSession()
    {
        var (charger, raw) = Ends(PairRole.Charger, new InBandPairOptions { MaxQueuedMessages = 3 });
        await using var link = charger.OpenLink();
        for (ushort i = 0; i < 5; i++)
        {
            await raw.SendAsync(Pair, Fragment(i, 1, 0, [(byte)i]), Never);
        }

        await raw.SendAsync(Iso, new byte[] { 1 }, Never);
        await charger.ReceiveAsync(Never);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal([(byte)i], (await link.ReceiveAsync(Never))!.Value.ToArray());
        }

        Assert.Equal("V2G5009", (await Assert.ThrowsAsync<PairLinkException>(() => link.ReceiveAsync(Never).AsTask())).Code);
        await charger.DisposeAsync();
    }

    [Fact]
    public async Task Receive_ConnectionEnds_EndsBoth()
    {
        var (charger, raw) = Ends(PairRole.Charger);
        await using var link = charger.OpenLink();
        await raw.SendAsync(Pair, Fragment(0, 1, 0, [7]), Never);
        await raw.DisposeAsync();
        Assert.NotNull(await link.ReceiveAsync(Never));
        Assert.Null(await link.ReceiveAsync(Never));
        Assert.Null(await charger.ReceiveAsync(Never));
        Assert.Equal("V2G5010", (await Assert.ThrowsAsync<PairLinkException>(() => link.SendAsync(new byte[1], Never).AsTask())).Code);
        await charger.DisposeAsync();
    }

    [Fact]
    public async Task Receive_ConnectionEndsWithinAMessage_IsAFault()
    {
        var (charger, raw) = Ends(PairRole.Charger);
        await using var link = charger.OpenLink();
        await raw.SendAsync(Pair, Fragment(0, 2, 0, [7]), Never);
        await raw.DisposeAsync();
        Assert.Equal("V2G5010", (await Assert.ThrowsAsync<PairLinkException>(() => link.ReceiveAsync(Never).AsTask())).Code);
        await charger.DisposeAsync();
    }

    [Fact]
    public async Task Receive_ConnectionBreaks_TellsBothWithTheirCodes()
    {
        var (first, second) = DuplexPipe.CreatePair();
        var charger = new InBandPairCarrier(new V2gtpConnection(second), PairRole.Charger);
        await using var link = charger.OpenLink();
        await first.WriteAsync(new byte[8]);
        Assert.Equal("V2G1002", (await Assert.ThrowsAsync<V2gtpException>(() => charger.ReceiveAsync(Never).AsTask())).Code);
        Assert.Equal("V2G5010", (await Assert.ThrowsAsync<PairLinkException>(() => link.ReceiveAsync(Never).AsTask())).Code);
        await charger.DisposeAsync();
    }

    [Fact]
    public async Task Dispose_EndsWaitingReceivesAndSends()
    {
        var (vehicle, _) = Ends(PairRole.Vehicle);
        var link = vehicle.OpenLink();
        await vehicle.SendAsync(Iso, new byte[] { 1 }, Never);
        var send = link.SendAsync(new byte[1], Never).AsTask();
        var receive = vehicle.ReceiveAsync(Never).AsTask();
        await vehicle.DisposeAsync();
        await Assert.ThrowsAsync<PairLinkException>(() => send);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => receive);
        Assert.Throws<InvalidOperationException>(() => vehicle.OpenLink());
    }

    [Fact]
    public async Task Send_CancelledBeforeItsTurn_LosesNothing()
    {
        var (vehicle, raw) = Ends(PairRole.Vehicle);
        await using var link = vehicle.OpenLink();
        await vehicle.SendAsync(Iso, new byte[] { 1 }, Never);
        using var cancellation = new CancellationTokenSource();
        var send = link.SendAsync(new byte[] { 9 }, cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send);
        await raw.ReceiveAsync(Never);
        await raw.SendAsync(Iso, new byte[] { 2 }, Never);
        await link.SendAsync(new byte[] { 10 }, Never);
        Assert.Equal(Fragment(0, 1, 0, [10]), (await raw.ReceiveAsync(Never))!.Value.Payload.ToArray());
        await vehicle.DisposeAsync();
    }

    [Fact]
    public async Task Send_CancelledBetweenFragments_EndsTheSendingDirection()
    {
        var (charger, raw) = Ends(PairRole.Charger, capacity: 4200);
        await using var link = charger.OpenLink();
        using var cancellation = new CancellationTokenSource();
        var send = link.SendAsync(new byte[20_000], cancellation.Token).AsTask();
        await raw.SendAsync(Iso, new byte[] { 1 }, Never);
        await charger.ReceiveAsync(Never);
        await raw.ReceiveAsync(Never);
        await cancellation.CancelAsync();
        await raw.ReceiveAsync(Never);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send);
        Assert.Equal("V2G5011", (await Assert.ThrowsAsync<PairLinkException>(() => link.SendAsync(new byte[1], Never).AsTask())).Code);
        await charger.SendAsync(Iso, new byte[] { 2 }, Never);
        await charger.DisposeAsync();
    }

    [Fact]
    public async Task Send_PairFrameAsIso_IsTheCallersBug()
    {
        var (vehicle, _) = Ends(PairRole.Vehicle);
        await Assert.ThrowsAsync<ArgumentException>(() => vehicle.SendAsync(Pair, new byte[1], Never).AsTask());
        await using var link = vehicle.OpenLink();
        await Assert.ThrowsAsync<ArgumentException>(() => link.SendAsync(ReadOnlyMemory<byte>.Empty, Never).AsTask());
        await Assert.ThrowsAsync<ArgumentException>(() => link.SendAsync(new byte[PairFragmentHeader.MaxMessageLength + 1], Never).AsTask());
        await vehicle.DisposeAsync();
    }

    private static (InBandPairCarrier Carrier, V2gtpConnection Raw) Ends(PairRole role, InBandPairOptions? options = null, int capacity = 64 * 1024)
    {
        var (first, second) = DuplexPipe.CreatePair(capacity);
        return (new(new V2gtpConnection(first), role, options), new(second));
    }

    private static byte[] Fragment(ushort number, int length, int offset, byte[] data)
    {
        var payload = new byte[PairFragmentHeader.Size + data.Length];
        new PairFragmentHeader(number, length, offset).Write(payload);
        data.CopyTo(payload, PairFragmentHeader.Size);
        return payload;
    }

    private static async Task<bool> ExchangeAsync(int[] fromVehicle, int[] fromCharger, ulong seed)
    {
        const int Exchanges = 20;
        var (first, second) = DuplexPipe.CreatePair(capacity: 3000);
        var wire = new RecordingChannel(new V2gtpConnection(new FaultyStream(first, new StreamFaults { Seed = seed, RandomReadLength = true })));
        var vehicle = new InBandPairCarrier(wire, PairRole.Vehicle);
        var charger = new InBandPairCarrier(
            new V2gtpConnection(new FaultyStream(second, new StreamFaults { Seed = ~seed, RandomReadLength = true })), PairRole.Charger);
        var vehicleLink = vehicle.OpenLink();
        var chargerLink = charger.OpenLink();

        List<Task> parts =
        [
            RequestAsync(), RespondAsync(), SendAllAsync(vehicleLink, fromVehicle), SendAllAsync(chargerLink, fromCharger),
            ExpectAllAsync(chargerLink, fromVehicle), ExpectAllAsync(vehicleLink, fromCharger),
        ];
        while (parts.Count > 0)
        {
            // One by one, so that the first failure ends the test although its counterpart waits for ever.
            var ended = await Task.WhenAny(parts);
            parts.Remove(ended);
            await ended;
        }

        var log = wire.Log;
        await vehicle.DisposeAsync();
        await charger.DisposeAsync();

        // On the vehicle's side of the wire, nothing of its own lies between a request and its response.
        var awaiting = false;
        foreach (var (sent, type) in log)
        {
            Assert.False(awaiting && sent, "a frame left between a request and its response");
            awaiting = type is Iso ? sent : awaiting;
        }

        return log.Count(entry => entry.Type is Iso) == 2 * Exchanges;

        async Task RequestAsync()
        {
            for (var i = 0; i < Exchanges; i++)
            {
                await vehicle.SendAsync(Iso, new byte[] { (byte)i }, Never);
                Assert.Equal([(byte)i, 1], (await vehicle.ReceiveAsync(Never))!.Value.Payload.ToArray());
            }
        }

        async Task RespondAsync()
        {
            for (var i = 0; i < Exchanges; i++)
            {
                var request = (await charger.ReceiveAsync(Never))!.Value.Payload.ToArray();
                Assert.Equal([(byte)i], request);
                await charger.SendAsync(Iso, new byte[] { (byte)i, 1 }, Never);
            }
        }
    }

    private static async Task SendAllAsync(IPairLink link, int[] sizes)
    {
        foreach (var size in sizes)
        {
            await link.SendAsync(Message(size), Never);
        }
    }

    private static async Task ExpectAllAsync(IPairLink link, int[] sizes)
    {
        foreach (var size in sizes)
        {
            Assert.Equal(Message(size), (await link.ReceiveAsync(Never))!.Value.ToArray());
        }
    }

    private static byte[] Message(int size) => [.. Enumerable.Range(0, size).Select(i => (byte)((i * 7) ^ size))];
}
