using PairSettle.Testing.Clocks;
using PairSettle.Testing.Devices;

namespace PairSettle.Hal.Tests.Devices;

public sealed class ScriptedMeterTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new(new(2026, 1, 17, 12, 0, 0, TimeSpan.Zero));
    private readonly SimulatedLoad _load;
    private readonly ScriptedMeter _meter;

    public ScriptedMeterTests()
    {
        _load = new(_clock, importWh: 100);
        _meter = new("SN-1", _load, _clock);
    }

    public ValueTask DisposeAsync() => _meter.DisposeAsync();

    [Fact]
    public async Task ReadSample_NoFault_ReadsTheLoad()
    {
        _load.SetPower(3_600);
        _clock.Advance(TimeSpan.FromSeconds(10));

        var sample = await _meter.ReadSampleAsync(CancellationToken.None);

        Assert.Equal((110, 0, 3_600, TimeSpan.FromSeconds(10)), (sample.ImportWh, sample.ExportWh, sample.PowerW, sample.Monotonic));
    }

    [Fact]
    public async Task ReadSample_Failure_ThrowsOnce()
    {
        _meter.Inject(new ScriptedMeterFault.Failure(HalFault.Disconnected));

        var failure = await Assert.ThrowsAsync<HalException>(() => _meter.ReadSampleAsync(CancellationToken.None).AsTask());

        Assert.Equal(HalFault.Disconnected, failure.Fault);
        Assert.Equal(100, (await _meter.ReadSampleAsync(CancellationToken.None)).ImportWh);
    }

    [Fact]
    public async Task ReadSample_Repeat_GivesTheOldSampleWithItsOldTime()
    {
        var first = await _meter.ReadSampleAsync(CancellationToken.None);
        _load.SetPower(3_600_000);
        _clock.Advance(TimeSpan.FromSeconds(30));
        _meter.Inject(new ScriptedMeterFault.Repeat());

        Assert.Equal(first, await _meter.ReadSampleAsync(CancellationToken.None));
        Assert.NotEqual(first, await _meter.ReadSampleAsync(CancellationToken.None));
    }

    [Fact]
    public async Task ReadSample_Delay_AgesTheSample()
    {
        _meter.Inject(new ScriptedMeterFault.Delay(TimeSpan.FromSeconds(3)));

        var read = _meter.ReadSampleAsync(CancellationToken.None).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(TimeSpan.FromSeconds(3), (await read).AgeAt(_clock.GetMonotonicTime()));
    }

    [Fact]
    public async Task ReadSample_Silence_EndsWithCancellationOnly()
    {
        _meter.Inject(new ScriptedMeterFault.Silence());
        using var cancellation = new CancellationTokenSource();

        var read = _meter.ReadSampleAsync(cancellation.Token).AsTask();
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.False(read.IsCompleted);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
    }

    [Fact]
    public async Task ReadSample_Offset_IsWrongOnce()
    {
        _meter.Inject(new ScriptedMeterFault.Offset(-40, 7));

        var wrong = await _meter.ReadSampleAsync(CancellationToken.None);

        Assert.Equal((60, 7), (wrong.ImportWh, wrong.ExportWh));
        Assert.Equal(100, (await _meter.ReadSampleAsync(CancellationToken.None)).ImportWh);
    }
}
