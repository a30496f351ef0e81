using System.Globalization;
using PairSettle.Hal.Metering;
using PairSettle.Hal.Modbus;
using PairSettle.Testing.Clocks;
using PairSettle.Testing.Devices;

namespace PairSettle.Hal.Tests.Metering;

public sealed class ModbusTcpMeterTests
{
    private readonly ManualTimeProvider _clock = new(new(2026, 1, 17, 12, 0, 0, TimeSpan.Zero));

    public static TheoryData<string> ProfileNames() => new(ModbusMeterProfile.All.Select(p => p.Name));

    [Theory]
    [MemberData(nameof(ProfileNames))]
    public async Task ReadSample_EveryProfile_FollowsTheLoad(string name)
    {
        var profile = ModbusMeterProfile.All.Single(p => p.Name == name);
        var load = new SimulatedLoad(_clock, importWh: 4_000_000, exportWh: 70_000);
        await using var simulator = ModbusMeterSimulator.Start(profile, load, new() { SerialNumber = 4711 });
        await using var meter = await OpenAsync(simulator, profile);

        load.SetPower(11_000);
        _clock.Advance(TimeSpan.FromMinutes(90));
        var charging = await meter.ReadSampleAsync(CancellationToken.None);
        load.SetPower(-6_000);
        _clock.Advance(TimeSpan.FromMinutes(10));
        var feeding = await meter.ReadSampleAsync(CancellationToken.None);

        Assert.Equal((4_016_500, 70_000, 11_000), (charging.ImportWh, charging.ExportWh, charging.PowerW));
        Assert.Equal((4_016_500, 71_000, -6_000), (feeding.ImportWh, feeding.ExportWh, feeding.PowerW));
        Assert.Equal(TimeSpan.FromMinutes(90), charging.Monotonic);
        Assert.Equal(TimeSpan.FromMinutes(100), feeding.Monotonic);
        Assert.Equal(new PhaseValues(230_000, 230_000, 230_000), charging.VoltageMv);
        Assert.InRange(charging.CurrentMa.L2!.Value, 15_930, 15_942);
        Assert.InRange(charging.ResolutionWh, 1, 100);
    }

    [Fact]
    public async Task ReadSample_SlowAnswer_IsAsOldAsTheQuestion()
    {
        var load = new SimulatedLoad(_clock);
        var profile = ModbusMeterProfile.EastronSdm630;
        await using var simulator = ModbusMeterSimulator.Start(profile, load, new() { TimeProvider = _clock });
        await using var meter = await OpenAsync(simulator, profile);
        var release = new TaskCompletionSource();
        simulator.Inject(new ModbusServerFault.Hold(release.Task));

        var read = meter.ReadSampleAsync(CancellationToken.None).AsTask();
        await simulator.WaitForRequestsAsync(1, CancellationToken.None);
        _clock.Advance(TimeSpan.FromMilliseconds(700));
        release.SetResult();
        var sample = await read;

        Assert.Equal(TimeSpan.FromMilliseconds(700), sample.AgeAt(_clock.GetMonotonicTime()));
        Assert.True(sample.IsStaleAt(_clock.GetMonotonicTime(), TimeSpan.FromMilliseconds(699)));
        Assert.False(sample.IsStaleAt(_clock.GetMonotonicTime(), TimeSpan.FromMilliseconds(700)));
    }

    [Fact]
    public async Task OpenAsync_MapWithSerialNumber_ReadsIt()
    {
        var profile = ModbusMeterProfile.AbbB23;
        await using var simulator = ModbusMeterSimulator.Start(profile, new(_clock), new() { SerialNumber = 31_415_926 });

        await using var meter = await ModbusTcpMeter.OpenAsync(Client(simulator), 1, profile, null, CancellationToken.None);

        Assert.Equal("31415926", meter.SerialNumber);
    }

    [Fact]
    public async Task ReadSample_FirstAfterOpening_DoesNotIdentifyTheMeterAgain()
    {
        var profile = ModbusMeterProfile.CarloGavazziEm24E1;
        await using var simulator = ModbusMeterSimulator.Start(profile, new(_clock));
        await using var meter = await OpenAsync(simulator, profile);
        Assert.Equal(1, simulator.RequestCount);

        await meter.ReadSampleAsync(CancellationToken.None);

        Assert.Equal(1 + 5, simulator.RequestCount); // voltages, currents, power, import, export
    }

    [Fact]
    public async Task OpenAsync_MapWithoutSerialNumberAndNoneGiven_Throws()
    {
        var profile = ModbusMeterProfile.EastronSdm630;
        await using var simulator = ModbusMeterSimulator.Start(profile, new(_clock));
        await using var client = Client(simulator);

        await Assert.ThrowsAsync<ArgumentException>(
            () => ModbusTcpMeter.OpenAsync(client, 1, profile, null, CancellationToken.None).AsTask());
    }

    [Fact]
    public async Task OpenAsync_AnotherSerialNumber_IsRefused()
    {
        var profile = ModbusMeterProfile.AbbB23;
        await using var simulator = ModbusMeterSimulator.Start(profile, new(_clock), new() { SerialNumber = 2 });
        await using var client = Client(simulator);

        var failure = await Assert.ThrowsAsync<HalException>(
            () => ModbusTcpMeter.OpenAsync(client, 1, profile, "1", CancellationToken.None).AsTask());

        Assert.Equal((HalFault.MeterSerialNumberMismatch, "HAL2042", false), (failure.Fault, failure.Code, failure.IsRetryable));
    }

    [Fact]
    public async Task OpenAsync_AnotherModel_IsRefused()
    {
        var profile = ModbusMeterProfile.CarloGavazziEm24E1;
        var sibling = profile with { Model = profile.Model! with { FirstCode = 331, LastCode = 331 } };
        await using var simulator = ModbusMeterSimulator.Start(sibling, new(_clock));
        await using var client = Client(simulator);

        var failure = await Assert.ThrowsAsync<HalException>(
            () => ModbusTcpMeter.OpenAsync(client, 1, profile, "1", CancellationToken.None).AsTask());

        Assert.Equal(HalFault.MeterModelMismatch, failure.Fault);
        Assert.Contains("331", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadSample_MeterExchangedDuringAReconnect_IsRefused()
    {
        var profile = ModbusMeterProfile.AbbB23;
        await using var simulator = ModbusMeterSimulator.Start(profile, new(_clock), new() { SerialNumber = 1 });
        await using var meter = await ModbusTcpMeter.OpenAsync(Client(simulator), 1, profile, "1", CancellationToken.None);
        await meter.ReadSampleAsync(CancellationToken.None);
        simulator.SerialNumber = 2;
        simulator.Inject(new ModbusServerFault.Disconnect());

        var failure = await Assert.ThrowsAsync<HalException>(() => meter.ReadSampleAsync(CancellationToken.None).AsTask());

        Assert.Equal(HalFault.MeterSerialNumberMismatch, failure.Fault);
    }

    [Fact]
    public async Task ReadSample_SameMeterAfterAReconnect_GoesOn()
    {
        var profile = ModbusMeterProfile.AbbB23;
        await using var simulator = ModbusMeterSimulator.Start(profile, new(_clock, importWh: 50));
        await using var meter = await OpenAsync(simulator, profile);
        simulator.Inject(new ModbusServerFault.Disconnect());

        Assert.Equal(50, (await meter.ReadSampleAsync(CancellationToken.None)).ImportWh);

        var before = simulator.RequestCount;
        await meter.ReadSampleAsync(CancellationToken.None);
        Assert.Equal(before + 4, simulator.RequestCount); // energy, voltages, currents, power: the identity is not read again
    }

    [Fact]
    public async Task ReadSample_ImportMarkedAbsent_Fails()
    {
        var profile = ModbusMeterProfile.AbbB23;
        var import = profile.Quantities[MeterQuantity.ImportWh] with { AbsentBits = 0 };
        var sparse = profile with { Quantities = profile.Quantities.SetItem(MeterQuantity.ImportWh, import) };
        await using var simulator = ModbusMeterSimulator.Start(profile, new(_clock));
        await using var meter = await OpenAsync(simulator, sparse);

        var failure = await Assert.ThrowsAsync<HalException>(() => meter.ReadSampleAsync(CancellationToken.None).AsTask());

        Assert.Equal((HalFault.MeterValueAbsent, true), (failure.Fault, failure.IsRetryable));
    }

    [Fact]
    public async Task ReadSample_NegativeCounter_Fails()
    {
        var profile = ModbusMeterProfile.CarloGavazziEm24E1;
        var wrong = profile with
        {
            Quantities = profile.Quantities.SetItem(MeterQuantity.ImportWh, profile.Quantities[MeterQuantity.PowerW]),
        };
        var load = new SimulatedLoad(_clock);
        load.SetPower(-500);
        await using var simulator = ModbusMeterSimulator.Start(profile, load);
        await using var meter = await OpenAsync(simulator, wrong);

        var failure = await Assert.ThrowsAsync<HalException>(() => meter.ReadSampleAsync(CancellationToken.None).AsTask());

        Assert.Equal((HalFault.MeterValueOutOfRange, false), (failure.Fault, failure.IsRetryable));
    }

    [Fact]
    public async Task DisposeAsync_LeaveOpen_KeepsTheClient()
    {
        var profile = ModbusMeterProfile.EastronSdm630;
        await using var simulator = ModbusMeterSimulator.Start(profile, new(_clock));
        await using var client = Client(simulator);
        var kept = await ModbusTcpMeter.OpenAsync(client, 1, profile, "1", CancellationToken.None, leaveOpen: true);
        var owner = await ModbusTcpMeter.OpenAsync(client, 1, profile, "1", CancellationToken.None);

        await kept.DisposeAsync();
        await owner.ReadSampleAsync(CancellationToken.None);
        await owner.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => owner.ReadSampleAsync(CancellationToken.None).AsTask());
    }

    private ModbusTcpClient Client(ModbusMeterSimulator simulator) =>
        new(new() { EndPoint = simulator.EndPoint, TimeProvider = _clock });

    private ValueTask<ModbusTcpMeter> OpenAsync(ModbusMeterSimulator simulator, ModbusMeterProfile profile) => ModbusTcpMeter.OpenAsync(
        Client(simulator),
        1,
        profile,
        profile.SerialNumber is null ? "SN-1" : simulator.SerialNumber.ToString(CultureInfo.InvariantCulture),
        CancellationToken.None);
}
