using PairSettle.Hal.ControlPilot;
using PairSettle.Testing.Clocks;
using PairSettle.Testing.Devices;

namespace PairSettle.Hal.Tests.Devices;

public sealed class ScriptedControlPilotTests : IAsyncDisposable
{
    private static readonly TimeSpan Watchdog = TimeSpan.FromSeconds(2);

    private readonly ManualTimeProvider _clock = new(new(2026, 1, 17, 12, 0, 0, TimeSpan.Zero));
    private readonly ScriptedContactor _contactor;
    private readonly ScriptedControlPilot _pilot;

    public ScriptedControlPilotTests()
    {
        _contactor = new(_clock);
        _pilot = new(_clock, _contactor, Watchdog);
    }

    public async ValueTask DisposeAsync()
    {
        await _pilot.DisposeAsync();
        await _contactor.DisposeAsync();
    }

    [Fact]
    public async Task WaitForChange_ToggleThatWasMissed_ShowsInTheSequence()
    {
        _pilot.SetVehicle(ControlPilotState.B);
        var seen = _pilot.Reading;

        _pilot.SetVehicle(ControlPilotState.C);
        _pilot.SetVehicle(ControlPilotState.B);
        var now = await _pilot.WaitForChangeAsync(seen.Sequence, CancellationToken.None);

        Assert.Equal(seen.State, now.State);
        Assert.Equal(2, now.Sequence - seen.Sequence);
    }

    [Fact]
    public async Task WaitForChange_NothingChanges_WaitsUntilCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var wait = _pilot.WaitForChangeAsync(_pilot.Reading.Sequence, cancellation.Token).AsTask();
        _pilot.SetVehicle(ControlPilotState.A);
        Assert.False(wait.IsCompleted);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Fact]
    public async Task SetAsync_RepeatedInTime_FeedsTheWatchdogAndChangesNothing()
    {
        await _pilot.SetAsync(PilotOutput.Digital, CancellationToken.None);
        var sequence = _pilot.Reading.Sequence;
        for (var i = 0; i < 5; i++)
        {
            _clock.Advance(Watchdog - TimeSpan.FromTicks(1));
            await _pilot.SetAsync(PilotOutput.Digital, CancellationToken.None);
        }

        Assert.Equal((sequence, PilotOutput.Digital, HalFault.None),
            (_pilot.Reading.Sequence, _pilot.Reading.Output, _pilot.Reading.Fault));
    }

    [Fact]
    public async Task Watchdog_HostSilent_GoesToTheSafeStateAndComesBack()
    {
        await _pilot.SetAsync(PilotOutput.ForCurrent(16_000), CancellationToken.None);
        await _contactor.SetAsync(true, CancellationToken.None);

        _clock.Advance(Watchdog);

        Assert.Equal((PilotOutput.Steady, HalFault.HostSilent), (_pilot.Reading.Output, _pilot.Reading.Fault));
        Assert.False(_contactor.IsClosed);
        await _pilot.SetAsync(PilotOutput.Digital, CancellationToken.None);
        await _contactor.SetAsync(true, CancellationToken.None);
        Assert.Equal(HalFault.None, _pilot.Reading.Fault);
        Assert.True(_contactor.IsClosed);
    }

    [Fact]
    public async Task Fail_DiodeMissing_OpensAndLatches()
    {
        await _contactor.SetAsync(true, CancellationToken.None);

        _pilot.Fail(HalFault.PilotDiodeFault);
        await _pilot.SetAsync(PilotOutput.Digital, CancellationToken.None);

        Assert.Equal(HalFault.PilotDiodeFault, _pilot.Reading.Fault);
        Assert.False(_contactor.IsClosed);
        await Assert.ThrowsAsync<HalException>(() => _contactor.SetAsync(true, CancellationToken.None).AsTask());
    }

    [Fact]
    public async Task SetAsync_StateF_WinsOverTheVehicle()
    {
        _pilot.SetVehicle(ControlPilotState.C);

        await _pilot.SetAsync(PilotOutput.StateF, CancellationToken.None);
        Assert.Equal(ControlPilotState.F, _pilot.Reading.State);
        await _pilot.SetAsync(PilotOutput.Steady, CancellationToken.None);

        Assert.Equal(ControlPilotState.C, _pilot.Reading.State);
    }

    [Fact]
    public void SetVehicle_StateOfTheCharger_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _pilot.SetVehicle(ControlPilotState.F));
}
