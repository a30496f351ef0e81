using FsCheck;
using FsCheck.Fluent;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Testing.Clocks;
using PairSettle.Testing.Links;

namespace PairSettle.Iso15118.Tests.V2gtp;

public sealed class V2gtpConnectionTests
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public async Task Receive_FramesOfTheOtherEnd_ArriveInOrderAndThenEnd()
    {
        var (first, second) = DuplexPipe.CreatePair();
        await using var receiver = new V2gtpConnection(second);
        await using (var sender = new V2gtpConnection(first))
        {
            await sender.SendAsync(V2gtpPayloadType.ExiMessage, new byte[] { 1, 2, 3 }, Never);
            await sender.SendAsync(V2gtpPayloadType.Part20Main, ReadOnlyMemory<byte>.Empty, Never);
            await sender.SendAsync((V2gtpPayloadType)0xB000, new byte[] { 4 }, Never);
        }

        Assert.Equal("01FE800100000003010203", await NextAsync(receiver));
        Assert.Equal("01FE800200000000", await NextAsync(receiver));
        Assert.Equal("01FEB0000000000104", await NextAsync(receiver));
        Assert.Null(await receiver.ReceiveAsync(Never));
        Assert.Null(await receiver.ReceiveAsync(Never));
    }

    [Fact]
    public async Task Receive_StreamSplitAtEveryOctet_GivesTheSameFrames()
    {
        byte[] stream = [.. Frame(0x8001, 5), .. Frame(0x8001, 0), .. Frame(0xA051, 3)];
        for (var at = 0; at <= stream.Length; at++)
        {
            await using var connection = new V2gtpConnection(new FaultyStream(new MemoryStream(stream), new StreamFaults { SplitReadsAt = at }));
            Assert.Equal(Convert.ToHexString(stream), await NextAsync(connection) + await NextAsync(connection) + await NextAsync(connection));
            Assert.Null(await connection.ReceiveAsync(Never));
        }
    }

    [Fact]
    public async Task Receive_AnyFramesInAnyPieces_GivesTheSameFrames()
    {
        var lengths = Gen.Choose(0, 5_000).ArrayOf(4);
        var cases = from payloads in lengths from seed in Gen.Choose(0, int.MaxValue) select (payloads, seed);
        var property = Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var frames = sample.payloads.Select(length => Frame(0x8001, length)).ToArray();
            var pieces = new FaultyStream(
                new MemoryStream([.. frames.SelectMany(frame => frame)]), new StreamFaults { Seed = (ulong)sample.seed, RandomReadLength = true });
            var connection = new V2gtpConnection(pieces);
            return frames.All(frame => NextAsync(connection).GetAwaiter().GetResult() == Convert.ToHexString(frame)) &&
                connection.ReceiveAsync(Never).AsTask().GetAwaiter().GetResult() is null;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(new Replay(new Rnd(15118, 11), null)), property);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Receive_StreamEndsWithinAFrame_SaysWhere()
    {
        var frame = Frame(0x8001, 4);
        for (var end = 1; end < frame.Length; end++)
        {
            await using var connection = new V2gtpConnection(new MemoryStream(frame[..end]));
            var failure = await Assert.ThrowsAsync<V2gtpException>(() => connection.ReceiveAsync(Never).AsTask());
            Assert.Equal(end < 8 ? V2gtpFault.HeaderTruncated : V2gtpFault.PayloadTruncated, failure.Error.Fault);
        }
    }

    [Theory]
    [InlineData("fffffff0")]
    [InlineData("ffffffff")]
    [InlineData("80000000")]
    [InlineData("00010001")]
    public async Task Receive_LengthBeyondTheBound_ClosesAtOnceWithoutReadingOrAllocating(string length)
    {
        var stream = new CountingStream(Convert.FromHexString("01fe8001" + length));
        await using var connection = new V2gtpConnection(stream);
        await ThrowsAsync(new V2gtpConnection(new MemoryStream(Convert.FromHexString("01fe8001" + length))));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var receive = connection.ReceiveAsync(Never);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(receive.IsCompleted);
        var failure = await Assert.ThrowsAsync<V2gtpException>(() => receive.AsTask());
        Assert.Equal("V2G1004", failure.Code);
        Assert.False(failure.IsTransient);
        Assert.InRange(allocated, 0, 16 * 1024);
        Assert.Equal(1, stream.Reads);
        Assert.True(stream.IsDisposed);
        Assert.Equal("V2G1004", (await ThrowsAsync(connection)).Code);
        await Assert.ThrowsAsync<V2gtpException>(() => connection.SendAsync(V2gtpPayloadType.ExiMessage, new byte[1], Never).AsTask());
    }

    [Fact]
    public async Task Receive_LargestPayload_Passes()
    {
        var frame = Frame(0x8001, 64 * 1024);
        await using var connection = new V2gtpConnection(new FaultyStream(new MemoryStream(frame), new StreamFaults { MaxReadLength = 777 }));
        Assert.Equal(Convert.ToHexString(frame), await NextAsync(connection));
    }

    [Fact]
    public async Task Receive_AnnouncedButNotSent_HoldsNoMoreThanArrived()
    {
        var options = new V2gtpOptions { MaxPayloadLength = 16 * 1024 * 1024 };
        var stream = new CountingStream(Convert.FromHexString("01fe800100ffffff" + "00"));
        await using var connection = new V2gtpConnection(stream, options);
        await ThrowsAsync(new V2gtpConnection(new MemoryStream(Convert.FromHexString("01fe800100ffffff00")), options));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var receive = connection.ReceiveAsync(Never);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(V2gtpFault.PayloadTruncated, (await Assert.ThrowsAsync<V2gtpException>(() => receive.AsTask())).Error.Fault);
        Assert.InRange(allocated, 0, 16 * 1024);
    }

    [Fact]
    public async Task Receive_FrameThatStalls_TimesOutAndCloses()
    {
        var clock = new ManualTimeProvider(Start);
        var (first, second) = DuplexPipe.CreatePair();
        await using var connection = new V2gtpConnection(second, new V2gtpOptions { TimeProvider = clock });
        var receive = connection.ReceiveAsync(Never).AsTask();
        clock.Advance(TimeSpan.FromHours(1));
        Assert.False(receive.IsCompleted);

        await first.WriteAsync(Frame(0x8001, 10).AsMemory(0, 9));
        await UntilAsync(() => clock.UntilNextTimer is not null);
        Assert.Equal(TimeSpan.FromSeconds(5), clock.UntilNextTimer);
        await first.WriteAsync(new byte[] { 0 });
        clock.Advance(TimeSpan.FromSeconds(5));

        var failure = await Assert.ThrowsAsync<V2gtpException>(() => receive);
        Assert.Equal("V2G1008", failure.Code);
        Assert.True(failure.IsTransient);
    }

    [Fact]
    public async Task Receive_CancelledAnywhere_LosesNothing()
    {
        var frame = Frame(0x8001, 20);
        for (var at = 0; at < frame.Length; at++)
        {
            var (first, second) = DuplexPipe.CreatePair();
            await using var connection = new V2gtpConnection(second);
            await first.WriteAsync(frame.AsMemory(0, at));
            using var cancellation = new CancellationTokenSource();
            var receive = connection.ReceiveAsync(cancellation.Token).AsTask();
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receive);
            await first.WriteAsync(frame.AsMemory(at));
            Assert.Equal(Convert.ToHexString(frame), await NextAsync(connection));
        }
    }

    [Fact]
    public async Task Receive_Twice_IsTheCallersBug()
    {
        var (_, second) = DuplexPipe.CreatePair();
        await using var connection = new V2gtpConnection(second);
        using var cancellation = new CancellationTokenSource();
        var receive = connection.ReceiveAsync(cancellation.Token).AsTask();
        await Assert.ThrowsAsync<InvalidOperationException>(() => connection.ReceiveAsync(Never).AsTask());
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receive);
    }

    [Fact]
    public async Task Receive_UnknownPayloadType_FollowsThePolicy()
    {
        byte[] stream = [.. Frame(0xB000, 3), .. Frame(0x8001, 1)];
        await using var reporting = new V2gtpConnection(new MemoryStream(stream));
        Assert.Equal(0xB000, (int)(await reporting.ReceiveAsync(Never))!.Value.PayloadType);

        await using var ignoring = new V2gtpConnection(new MemoryStream(stream), new V2gtpOptions { UnknownPayloads = V2gtpUnknownPayloadPolicy.Ignore });
        Assert.Equal(V2gtpPayloadType.ExiMessage, (await ignoring.ReceiveAsync(Never))!.Value.PayloadType);
        Assert.Equal(1, ignoring.IgnoredFrames);

        await using var closing = new V2gtpConnection(new MemoryStream(stream), new V2gtpOptions { UnknownPayloads = V2gtpUnknownPayloadPolicy.Close });
        Assert.Equal("V2G1007", (await ThrowsAsync(closing)).Code);
    }

    [Fact]
    public async Task Receive_Disposed_EndsTheWait()
    {
        var (_, second) = DuplexPipe.CreatePair();
        var connection = new V2gtpConnection(second);
        var receive = connection.ReceiveAsync(Never).AsTask();
        await connection.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => receive);
    }

    [Fact]
    public async Task Send_Concurrent_KeepsFramesWhole()
    {
        var (first, second) = DuplexPipe.CreatePair(capacity: 100);
        await using var sender = new V2gtpConnection(first);
        await using var receiver = new V2gtpConnection(second);
        var sends = Enumerable.Range(0, 50).Select(i => sender.SendAsync(V2gtpPayloadType.ExiMessage, Enumerable.Repeat((byte)i, i * 7).ToArray(), Never).AsTask()).ToArray();
        for (var i = 0; i < sends.Length; i++)
        {
            var frame = (await receiver.ReceiveAsync(Never))!.Value;
            Assert.Equal(Enumerable.Repeat((byte)i, i * 7), frame.Payload.ToArray());
        }

        await Task.WhenAll(sends);
    }

    [Fact]
    public async Task Send_CancelledWithinAFrame_PoisonsTheConnection()
    {
        var (first, _) = DuplexPipe.CreatePair(capacity: 16);
        await using var sender = new V2gtpConnection(first);
        using var cancellation = new CancellationTokenSource();
        var send = sender.SendAsync(V2gtpPayloadType.ExiMessage, new byte[1000], cancellation.Token).AsTask();
        Assert.False(send.IsCompleted);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send);
        var failure = await Assert.ThrowsAsync<V2gtpException>(() => sender.SendAsync(V2gtpPayloadType.ExiMessage, new byte[1], Never).AsTask());
        Assert.Equal("V2G1010", failure.Code);
    }

    [Fact]
    public async Task Send_BrokenLink_IsAFaultWithACode()
    {
        await using var sender = new V2gtpConnection(new FaultyStream(new MemoryStream(), new StreamFaults { FailWritesAt = 10 }));
        var failure = await Assert.ThrowsAsync<V2gtpException>(() => sender.SendAsync(V2gtpPayloadType.ExiMessage, new byte[10], Never).AsTask());
        Assert.Equal("V2G1009", failure.Code);
    }

    [Fact]
    public async Task Send_PayloadBeyondTheBound_IsTheCallersBug()
    {
        await using var sender = new V2gtpConnection(new MemoryStream(), new V2gtpOptions { MaxPayloadLength = 10 });
        await Assert.ThrowsAsync<ArgumentException>(() => sender.SendAsync(V2gtpPayloadType.ExiMessage, new byte[11], Never).AsTask());
        await sender.SendAsync(V2gtpPayloadType.ExiMessage, new byte[10], Never);
    }

    private static byte[] Frame(int type, int length) =>
        new V2gtpFrame((V2gtpPayloadType)type, Enumerable.Range(0, length).Select(i => (byte)(i * 31)).ToArray()).ToArray();

    private static async Task<string?> NextAsync(V2gtpConnection connection) =>
        await connection.ReceiveAsync(Never) is { } frame ? Convert.ToHexString(frame.ToArray()) : null;

    private static async Task<V2gtpException> ThrowsAsync(V2gtpConnection connection) =>
        await Assert.ThrowsAsync<V2gtpException>(() => connection.ReceiveAsync(Never).AsTask());

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
        }
    }

    /// <summary>Octets that are there at once, and then the end.</summary>
    private sealed class CountingStream(byte[] octets) : MemoryStream(octets)
    {
        public int Reads { get; private set; }

        public bool IsDisposed { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Reads++;
            return base.ReadAsync(buffer, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
