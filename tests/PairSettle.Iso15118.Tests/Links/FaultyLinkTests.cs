using PairSettle.Iso15118.Pairing;
using PairSettle.Testing.Clocks;
using PairSettle.Testing.Links;

namespace PairSettle.Iso15118.Tests.Links;

public sealed class FaultyLinkTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public async Task FaultyPairLink_SameSeed_DoesTheSame()
    {
        var faults = new MessageFaults
        {
            Seed = 7, DropPerMille = 100, DuplicatePerMille = 100, SwapPerMille = 100, TruncatePerMille = 100, CorruptPerMille = 100,
        };
        var first = await TransmitAsync(faults);
        Assert.Equal(first, await TransmitAsync(faults));
        Assert.NotEqual(first, await TransmitAsync(faults with { Seed = 8 }));
    }

    [Fact]
    public async Task FaultyPairLink_EachFault_HappensAloneAndAboutAsOftenAsAsked()
    {
        var clean = await TransmitAsync(new MessageFaults());
        Assert.Equal(Enumerable.Range(0, 200).Select(Message), clean);
        Assert.InRange((await TransmitAsync(new MessageFaults { DropPerMille = 250 })).Count, 120, 180);
        Assert.InRange((await TransmitAsync(new MessageFaults { DuplicatePerMille = 250 })).Count, 220, 280);
        Assert.All(await TransmitAsync(new MessageFaults { TruncatePerMille = 1000 }), message => Assert.InRange(message.Length, 2, 14));

        var swapped = await TransmitAsync(new MessageFaults { SwapPerMille = 300 });
        Assert.NotEqual(clean, swapped);
        Assert.Subset(clean.ToHashSet(), swapped.ToHashSet());

        var corrupt = await TransmitAsync(new MessageFaults { CorruptPerMille = 1000 });
        Assert.All(corrupt.Zip(clean), pair => Assert.Equal(1, FlippedBits(pair.First, pair.Second)));
    }

    [Fact]
    public async Task FaultyPairLink_CloseAfter_EndsTheLink()
    {
        var (vehicle, charger) = MemoryPairLink.CreatePair();
        await using var faulty = new FaultyPairLink(vehicle, new MessageFaults { CloseAfter = 1 });
        await faulty.SendAsync(new byte[] { 1 }, Never);
        await Assert.ThrowsAsync<PairLinkException>(() => faulty.SendAsync(new byte[] { 2 }, Never).AsTask());
        Assert.Equal(1, (await charger.ReceiveAsync(Never))!.Value.Span[0]);
        Assert.Null(await charger.ReceiveAsync(Never));
    }

    [Fact]
    public async Task FaultyPairLink_Delay_WaitsOnTheGivenClock()
    {
        var clock = new ManualTimeProvider(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var (vehicle, charger) = MemoryPairLink.CreatePair();
        await using var faulty = new FaultyPairLink(vehicle, new MessageFaults { Seed = 3, MaxDelay = TimeSpan.FromSeconds(10), TimeProvider = clock });
        var send = faulty.SendAsync(new byte[] { 1 }, Never).AsTask();
        Assert.False(send.IsCompleted);
        Assert.InRange(clock.UntilNextTimer!.Value, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(10));
        clock.Advance(TimeSpan.FromSeconds(10));
        await send;
        Assert.NotNull(await charger.ReceiveAsync(Never));
    }

    [Fact]
    public async Task FaultyStream_Offsets_AreExact()
    {
        var octets = Enumerable.Range(0, 100).Select(i => (byte)i).ToArray();
        var corrupt = await ReadAllAsync(new StreamFaults { CorruptReadAt = 42, RandomReadLength = true });
        Assert.Equal([42], Enumerable.Range(0, 100).Where(i => corrupt[i] != octets[i]));
        Assert.Equal(octets[..7], await ReadAllAsync(new StreamFaults { EndReadsAt = 7 }));

        var lost = new MemoryStream();
        await new FaultyStream(lost, new StreamFaults { LoseWritesAt = 30 }).WriteAsync(octets);
        Assert.Equal(octets[..30], lost.ToArray());

        async Task<byte[]> ReadAllAsync(StreamFaults faults)
        {
            var read = new MemoryStream();
            await new FaultyStream(new MemoryStream(octets), faults).CopyToAsync(read);
            return read.ToArray();
        }
    }

    private static async Task<List<string>> TransmitAsync(MessageFaults faults)
    {
        var (vehicle, charger) = MemoryPairLink.CreatePair(capacity: 1000);
        await using (var faulty = new FaultyPairLink(vehicle, faults))
        {
            for (var i = 0; i < 200; i++)
            {
                await faulty.SendAsync(Convert.FromHexString(Message(i)), Never);
            }
        }

        var arrived = new List<string>();
        while (await charger.ReceiveAsync(Never) is { } message)
        {
            arrived.Add(Convert.ToHexString(message.Span));
        }

        return arrived;
    }

    private static string Message(int i) => $"{i:X16}";

    private static int FlippedBits(string one, string other) =>
        Convert.FromHexString(one).Zip(Convert.FromHexString(other)).Sum(pair => System.Numerics.BitOperations.PopCount((uint)(pair.First ^ pair.Second)));
}
