using PairSettle.Testing.Clocks;
using PairSettle.Testing.Devices;

namespace PairSettle.Hal.Tests.Devices;

public class ScriptedContactorTests
{
    private static readonly TimeSpan Travel = TimeSpan.FromMilliseconds(30);

    private readonly ManualTimeProvider _clock = new(new(2026, 1, 17, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task SetAsync_TravelTime_ConfirmsLaterThanItPermits()
    {
        await using var contactor = new ScriptedContactor(_clock, Travel);

        await contactor.SetAsync(true, CancellationToken.None);
        Assert.Equal((true, false), (contactor.Reading.IsPermitted, contactor.IsClosed));
        var permitted = contactor.Reading.Sequence;
        var confirmation = contactor.WaitForChangeAsync(permitted, CancellationToken.None).AsTask();
        Assert.False(confirmation.IsCompleted);
        _clock.Advance(Travel);

        var reading = await confirmation;
        Assert.True(reading.IsClosed);
        Assert.Equal(Travel, reading.Monotonic);
    }

    [Fact]
    public async Task SetAsync_NoTravelTime_ConfirmsAtOnce()
    {
        await using var contactor = new ScriptedContactor(_clock);
        var load = new SimulatedLoad(_clock) { IsConnected = false };
        contactor.Moved += closed => load.IsConnected = closed;

        await contactor.SetAsync(true, CancellationToken.None);
        Assert.True(contactor.IsClosed && load.IsConnected);
        await contactor.SetAsync(false, CancellationToken.None);

        Assert.False(contactor.IsClosed || load.IsConnected);
    }

    [Fact]
    public async Task SetAsync_SameOrderAgain_ChangesNothing()
    {
        await using var contactor = new ScriptedContactor(_clock);
        await contactor.SetAsync(true, CancellationToken.None);
        var sequence = contactor.Reading.Sequence;

        await contactor.SetAsync(true, CancellationToken.None);

        Assert.Equal(sequence, contactor.Reading.Sequence);
    }

    [Fact]
    public async Task SetAsync_WeldedContacts_StayClosedAndTellIt()
    {
        await using var contactor = new ScriptedContactor(_clock);
        await contactor.SetAsync(true, CancellationToken.None);
        contactor.Weld();

        await contactor.SetAsync(false, CancellationToken.None);

        Assert.Equal((false, true, HalFault.ContactorWelded),
            (contactor.Reading.IsPermitted, contactor.IsClosed, contactor.Reading.Fault));
        contactor.Repair();
        Assert.Equal((false, HalFault.None), (contactor.IsClosed, contactor.Reading.Fault));
    }

    [Fact]
    public async Task SetAsync_StuckOpen_TellsThatItFailedToClose()
    {
        await using var contactor = new ScriptedContactor(_clock);
        contactor.StickOpen();

        await contactor.SetAsync(true, CancellationToken.None);

        Assert.Equal((false, HalFault.ContactorFailedToClose), (contactor.IsClosed, contactor.Reading.Fault));
    }

    [Fact]
    public async Task Trip_WhileClosed_OpensAndLocksOut()
    {
        await using var contactor = new ScriptedContactor(_clock);
        await contactor.SetAsync(true, CancellationToken.None);

        contactor.Trip(HalFault.PilotDiodeFault);

        Assert.False(contactor.IsClosed);
        var refusal = await Assert.ThrowsAsync<HalException>(() => contactor.SetAsync(true, CancellationToken.None).AsTask());
        Assert.Equal(HalFault.ContactorLockedOut, refusal.Fault);
        await contactor.SetAsync(false, CancellationToken.None);
    }
}
