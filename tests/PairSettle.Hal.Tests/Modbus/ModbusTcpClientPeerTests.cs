using PairSettle.Hal.Metering;
using PairSettle.Hal.Modbus;
using PairSettle.Hal.Tests.Peers;

namespace PairSettle.Hal.Tests.Modbus;

/// <summary>The client and the meter against a server that is not ours.</summary>
public sealed class ModbusTcpClientPeerTests(PymodbusServer server) : IClassFixture<PymodbusServer>
{
    [PymodbusFact]
    public async Task ReadHoldingRegisters_LongestRead_GivesEveryRegister()
    {
        await using var client = Client();
        var registers = new ushort[ModbusRequest.MaxReadCount];

        await client.ReadHoldingRegistersAsync(4, 50, registers, CancellationToken.None);

        Assert.Equal(Enumerable.Range(50, registers.Length).Select(a => (ushort)a), registers);
    }

    [PymodbusFact]
    public async Task WriteRegisters_SingleAndLongest_AreReadBack()
    {
        await using var client = Client();
        var values = Enumerable.Range(0, ModbusRequest.MaxWriteCount).Select(i => (ushort)(0xFFFF - i)).ToArray();
        var read = new ushort[values.Length];

        await client.WriteMultipleRegistersAsync(4, 10, values, CancellationToken.None);
        await client.WriteSingleRegisterAsync(4, 11, 0xABCD, CancellationToken.None);
        await client.ReadHoldingRegistersAsync(4, 10, read, CancellationToken.None);

        // Put back what the other tests expect.
        await client.WriteMultipleRegistersAsync(
            4, 10, values.Select((_, i) => (ushort)(10 + i)).ToArray(), CancellationToken.None);
        values[1] = 0xABCD;
        Assert.Equal(values, read);
    }

    [PymodbusFact]
    public async Task ReadInputRegisters_BeyondTheMap_IsAnIllegalAddress()
    {
        await using var client = Client();

        var failure = await Assert.ThrowsAsync<ModbusException>(
            () => client.ReadInputRegistersAsync(1, 30_000, new ushort[2], CancellationToken.None).AsTask());

        Assert.Equal(ModbusExceptionCode.IllegalDataAddress, failure.ServerException);
    }

    [PymodbusFact]
    public async Task ReadSample_EastronRegistersOfPymodbus_GivesWattHours()
    {
        await using var meter = await OpenAsync(1, ModbusMeterProfile.EastronSdm630, "SDM-1");

        var sample = await meter.ReadSampleAsync(CancellationToken.None);

        Assert.Equal((12_345_678, 250, 10_950, 1), (sample.ImportWh, sample.ExportWh, sample.PowerW, sample.ResolutionWh));
        Assert.Equal(new PhaseValues(229_500, 230_250, 231_000), sample.VoltageMv);
        Assert.Equal(new PhaseValues(16_000, 15_500, 15_875), sample.CurrentMa);
        Assert.Equal("SDM-1", meter.SerialNumber);
    }

    [PymodbusFact]
    public async Task ReadSample_AbbRegistersOfPymodbus_ReadsTheSerialNumberAndSkipsAbsentValues()
    {
        await using var meter = await OpenAsync(2, ModbusMeterProfile.AbbB23, null);

        var sample = await meter.ReadSampleAsync(CancellationToken.None);

        Assert.Equal("31415926", meter.SerialNumber);
        Assert.Equal((12_345_670, 0, -11_046, 10), (sample.ImportWh, sample.ExportWh, sample.PowerW, sample.ResolutionWh));
        Assert.Equal(new PhaseValues(230_100, null, 229_900), sample.VoltageMv);
        Assert.Equal(new PhaseValues(16_000, 0, 10), sample.CurrentMa);
    }

    [PymodbusFact]
    public async Task ReadSample_CarloGavazziRegistersOfPymodbus_SwapsTheWords()
    {
        await using var meter = await OpenAsync(3, ModbusMeterProfile.CarloGavazziEm24E1, "EM24-1");

        var sample = await meter.ReadSampleAsync(CancellationToken.None);

        Assert.Equal((100_000_100, 6_553_600, -16_100, 100), (sample.ImportWh, sample.ExportWh, sample.PowerW, sample.ResolutionWh));
        Assert.Equal(new PhaseValues(70_000, -70_000, 5), sample.CurrentMa);
    }

    [PymodbusFact]
    public async Task ReadSample_ThreeMetersOnOneConnection_ShareIt()
    {
        await using var client = Client();
        var eastron = await ModbusTcpMeter.OpenAsync(
            client, 1, ModbusMeterProfile.EastronSdm630, "SDM-1", CancellationToken.None, leaveOpen: true);
        var abb = await ModbusTcpMeter.OpenAsync(client, 2, ModbusMeterProfile.AbbB23, null, CancellationToken.None, leaveOpen: true);
        var gavazzi = await ModbusTcpMeter.OpenAsync(
            client, 3, ModbusMeterProfile.CarloGavazziEm24E1, "EM24-1", CancellationToken.None, leaveOpen: true);

        var meters = new[] { eastron, abb, gavazzi };
        var samples = await Task.WhenAll(Enumerable.Range(0, 60)
            .Select(i => meters[i % 3].ReadSampleAsync(CancellationToken.None).AsTask()));

        Assert.Equal(1, client.ConnectionCount);
        for (var i = 0; i < samples.Length; i++)
        {
            Assert.Equal(new long[] { 12_345_678, 12_345_670, 100_000_100 }[i % 3], samples[i].ImportWh);
        }
    }

    // The deadline runs on the real clock here; it is far beyond what a loaded machine needs and never part of a result.
    private ModbusTcpClient Client() =>
        new(new() { EndPoint = server.EndPoint, RequestTimeout = TimeSpan.FromSeconds(60), ConnectTimeout = TimeSpan.FromSeconds(60) });

    private ValueTask<ModbusTcpMeter> OpenAsync(byte unit, ModbusMeterProfile profile, string? serialNumber) =>
        ModbusTcpMeter.OpenAsync(Client(), unit, profile, serialNumber, CancellationToken.None);
}
