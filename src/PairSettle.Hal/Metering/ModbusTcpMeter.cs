using System.Globalization;
using PairSettle.Hal.Modbus;

namespace PairSettle.Hal.Metering;

/// <summary>
/// An energy meter behind Modbus TCP, described by a <see cref="ModbusMeterProfile"/>. Model and serial number are checked when it is opened and
/// again whenever the connection was made anew, so that an exchanged meter cannot continue the counters of the old one.
/// </summary>
public sealed class ModbusTcpMeter : IEnergyMeter
{
    private readonly ModbusTcpClient _client;
    private readonly byte _unit;
    private readonly ModbusMeterProfile _profile;
    private readonly ModbusReadPlan _plan;
    private readonly bool _leaveOpen;
    private int _checkedConnection;

    private ModbusTcpMeter(ModbusTcpClient client, byte unit, ModbusMeterProfile profile, bool leaveOpen)
    {
        _client = client;
        _unit = unit;
        _profile = profile;
        _leaveOpen = leaveOpen;
        _plan = ModbusReadPlan.Create(profile.Quantities.Values.Select(q => q.Register), profile.MaxBlock, profile.MaxGap);
    }

    /// <inheritdoc/>
    public string SerialNumber { get; private set; } = "";

    /// <summary>Opens a meter: checks its model and its serial number where it can tell them.</summary>
    /// <param name="client">The connection, which several meters may share.</param>
    /// <param name="unit">The unit identifier of the meter.</param>
    /// <param name="profile">The register map of the meter.</param>
    /// <param name="serialNumber">
    /// The serial number. Required where the map has none; otherwise, when it is given, the meter must report the same one.
    /// </param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="leaveOpen">Whether the client stays open when the meter is disposed.</param>
    /// <returns>The meter.</returns>
    /// <exception cref="ArgumentException">The profile lacks import or power, or nobody tells the serial number.</exception>
    /// <exception cref="HalException">The meter cannot be reached, or it is another one. The client is then left open.</exception>
    public static async ValueTask<ModbusTcpMeter> OpenAsync(
        ModbusTcpClient client,
        byte unit,
        ModbusMeterProfile profile,
        string? serialNumber,
        CancellationToken cancellationToken,
        bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(profile);
        if (!profile.Quantities.ContainsKey(MeterQuantity.ImportWh) || !profile.Quantities.ContainsKey(MeterQuantity.PowerW))
        {
            throw new ArgumentException($"{profile.Name}: a profile needs import and power.", nameof(profile));
        }

        if (string.IsNullOrEmpty(serialNumber) && profile.SerialNumber is null)
        {
            throw new ArgumentException($"{profile.Name} does not tell its serial number: give it.", nameof(serialNumber));
        }

        var meter = new ModbusTcpMeter(client, unit, profile, leaveOpen);
        meter.SerialNumber = await meter.IdentifyAsync(serialNumber, cancellationToken).ConfigureAwait(false);
        return meter;
    }

    /// <inheritdoc/>
    public async ValueTask<MeterSample> ReadSampleAsync(CancellationToken cancellationToken)
    {
        var asked = _client.Options.TimeProvider.GetMonotonicTime();
        var image = new ushort[_plan.Length];
        await _plan.ReadAsync(_client, _unit, image, cancellationToken).ConfigureAwait(false);
        if (_client.ConnectionCount != _checkedConnection)
        {
            await IdentifyAsync(SerialNumber, cancellationToken).ConfigureAwait(false);
        }

        return ToSample(image, asked);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _leaveOpen ? ValueTask.CompletedTask : _client.DisposeAsync();

    /// <summary>Checks model and serial number; returns the serial number.</summary>
    private async ValueTask<string> IdentifyAsync(string? expected, CancellationToken cancellationToken)
    {
        // The first request makes connection 1. A connection that is made anew during the checks leaves the numbers unequal, so that
        // the next sample checks again.
        var connection = Math.Max(1, _client.ConnectionCount);
        if (_profile.Model is { } model)
        {
            var code = await ReadBitsAsync(model.Register, cancellationToken).ConfigureAwait(false);
            if (code < model.FirstCode || code > model.LastCode)
            {
                throw new HalException(HalFault.MeterModelMismatch,
                    $"{_profile.Name}, unit {_unit}: expected a model code from {model.FirstCode} to {model.LastCode}, found {code}");
            }
        }

        var serialNumber = expected;
        if (_profile.SerialNumber is { } register)
        {
            var bits = await ReadBitsAsync(register, cancellationToken).ConfigureAwait(false);
            serialNumber = bits.ToString(CultureInfo.InvariantCulture);
            if (!string.IsNullOrEmpty(expected) && expected != serialNumber)
            {
                throw new HalException(HalFault.MeterSerialNumberMismatch,
                    $"{_profile.Name}, unit {_unit}: expected serial number {expected}, found {serialNumber}");
            }
        }

        _checkedConnection = connection;
        return serialNumber!;
    }

    private async ValueTask<ulong> ReadBitsAsync(ModbusRegister register, CancellationToken cancellationToken)
    {
        var words = new ushort[register.Count];
        await _client.ReadAsync(_unit, register.Function, register.Address, words, cancellationToken).ConfigureAwait(false);
        return register.ReadBits(words);
    }

    private MeterSample ToSample(ReadOnlySpan<ushort> image, TimeSpan asked)
    {
        var import = Counter(MeterQuantity.ImportWh, image, out var importStep)
            ?? throw Failed(HalFault.MeterValueAbsent, MeterQuantity.ImportWh);
        var export = Counter(MeterQuantity.ExportWh, image, out var exportStep) ?? 0;
        var power = Value(MeterQuantity.PowerW, image, out _) ?? throw Failed(HalFault.MeterValueAbsent, MeterQuantity.PowerW);
        return new(import, export, power, asked)
        {
            ResolutionWh = Math.Max(importStep, exportStep),
            VoltageMv = Phases(MeterQuantity.VoltageL1Mv, image),
            CurrentMa = Phases(MeterQuantity.CurrentL1Ma, image),
        };
    }

    private PhaseValues Phases(MeterQuantity first, ReadOnlySpan<ushort> image) =>
        new(Value(first, image, out _), Value(first + 1, image, out _), Value(first + 2, image, out _));

    private long? Counter(MeterQuantity quantity, ReadOnlySpan<ushort> image, out long step) =>
        Value(quantity, image, out step) is not { } counter ? null
        : counter >= 0 ? counter
        : throw Failed(HalFault.MeterValueOutOfRange, quantity);

    /// <summary>A value, or null where the meter has none; a value that cannot be is a fault.</summary>
    private long? Value(MeterQuantity quantity, ReadOnlySpan<ushort> image, out long step)
    {
        step = 0;
        if (!_profile.Quantities.TryGetValue(quantity, out var register))
        {
            return null;
        }

        return register.TryDecode(_plan.Slice(register.Register, image), out var value, out step, out var fault) ? value
            : fault == HalFault.MeterValueAbsent ? null
            : throw Failed(fault, quantity);
    }

    private HalException Failed(HalFault fault, MeterQuantity quantity) => new(fault, $"{_profile.Name}, unit {_unit}: {quantity}");
}
