using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using PairSettle.Hal;
using PairSettle.Hal.Metering;
using PairSettle.Hal.Modbus;

namespace PairSettle.Testing.Devices;

/// <summary>
/// A Modbus TCP server on a real socket that behaves as a meter with a given register map and measures a <see cref="SimulatedLoad"/>. It is
/// strict: a damaged header closes the connection, an unknown function, register or count gets its exception, a foreign unit gets the
/// exception of a gateway, and the registers are read-only.
/// </summary>
public sealed class ModbusMeterSimulator : IAsyncDisposable
{
    private readonly ConcurrentQueue<ModbusServerFault> _faults = new();
    private readonly ConcurrentDictionary<Task, byte> _sessions = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Level<int> _requests = new(0);
    private readonly ModbusMeterProfile _profile;
    private readonly SimulatedLoad _load;
    private readonly ModbusMeterSimulatorOptions _options;
    private readonly TcpListener _listener;
    private readonly Task _accepting;

    private ModbusMeterSimulator(ModbusMeterProfile profile, SimulatedLoad load, ModbusMeterSimulatorOptions options)
    {
        _profile = profile;
        _load = load;
        _options = options;
        SerialNumber = options.SerialNumber;
        _listener = new(options.Address, 0);
        _listener.Start();
        EndPoint = (IPEndPoint)_listener.LocalEndpoint;
        _accepting = AcceptAsync();
    }

    /// <summary>Where the simulator listens.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>The serial number that the meter reports where its profile has a register for it; set it to exchange the meter.</summary>
    public uint SerialNumber { get; set; }

    /// <summary>How many requests have come, whatever was answered.</summary>
    public int RequestCount => _requests.Value;

    /// <summary>Starts a simulator.</summary>
    /// <param name="profile">The register map.</param>
    /// <param name="load">The load that it measures.</param>
    /// <param name="options">Where it listens and who it says it is.</param>
    /// <returns>The simulator, listening.</returns>
    public static ModbusMeterSimulator Start(
        ModbusMeterProfile profile, SimulatedLoad load, ModbusMeterSimulatorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(load);
        return new(profile, load, options ?? new());
    }

    /// <summary>Lets one request go wrong; faults wait for their requests in order.</summary>
    /// <param name="fault">What goes wrong.</param>
    public void Inject(ModbusServerFault fault) => _faults.Enqueue(fault);

    /// <summary>Waits until so many requests have come.</summary>
    /// <param name="count">The number.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when they have come.</returns>
    public async ValueTask WaitForRequestsAsync(int count, CancellationToken cancellationToken) =>
        await _requests.WaitAsync(count - 1, cancellationToken).ConfigureAwait(false);

    /// <summary>Stops listening and closes all connections.</summary>
    /// <returns>A task that ends when nothing runs any more.</returns>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        _listener.Stop();
        await _accepting.ConfigureAwait(false);
        await Task.WhenAll(_sessions.Keys).ConfigureAwait(false);
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_closing.Token).ConfigureAwait(false);
                var session = ServeAsync(socket);
                _sessions.TryAdd(session, 0);
                _ = session.ContinueWith(
                    ended => _sessions.TryRemove(ended, out _),
                    CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var _ = socket;
        socket.NoDelay = true;
        var received = new byte[ModbusTcpFrame.MaxLength];
        var answer = new byte[ModbusTcpFrame.MaxLength];
        var length = 0;
        try
        {
            while (true)
            {
                var isWhole = TryAnswer(received.AsSpan(0, length), answer, out var consumed, out var answerLength, out var fault);
                if (!isWhole && fault != HalFault.FrameTruncated)
                {
                    return;
                }

                if (isWhole)
                {
                    received.AsSpan(consumed, length - consumed).CopyTo(received);
                    length -= consumed;
                    _faults.TryDequeue(out var injected);
                    _requests.Change((count, _) => (count + 1, true));
                    if (!await SendAsync(socket, answer.AsMemory(0, answerLength), injected).ConfigureAwait(false))
                    {
                        return;
                    }

                    continue;
                }

                var count = await socket.ReceiveAsync(received.AsMemory(length), _closing.Token).ConfigureAwait(false);
                if (count == 0)
                {
                    return;
                }

                length += count;
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException)
        {
            // The client went away, or the simulator stops.
        }
    }

    /// <summary>Sends an answer with a fault; false when the connection ends.</summary>
    private async ValueTask<bool> SendAsync(Socket socket, Memory<byte> answer, ModbusServerFault? fault)
    {
        switch (fault)
        {
            case ModbusServerFault.Disconnect:
                return false;
            case ModbusServerFault.Silence:
                return true;
            case ModbusServerFault.Truncate truncate:
                await SendAllAsync(socket, answer[..truncate.Length]).ConfigureAwait(false);
                return false;
            case ModbusServerFault.Hold hold:
                await hold.Release.WaitAsync(_closing.Token).ConfigureAwait(false);
                break;
            case ModbusServerFault.Delay delay:
                await Task.Delay(delay.Duration, _options.TimeProvider, _closing.Token).ConfigureAwait(false);
                break;
            case ModbusServerFault.Corrupt corrupt:
                answer.Span[corrupt.Offset] ^= corrupt.Mask;
                break;
            case ModbusServerFault.Refuse refuse:
                answer = answer[..Refuse(answer.Span, refuse.Code)];
                break;
            case ModbusServerFault.Repeat:
                await SendAllAsync(socket, answer).ConfigureAwait(false);
                break;
            case ModbusServerFault.Dribble:
                for (; answer.Length > 1; answer = answer[1..])
                {
                    await SendAllAsync(socket, answer[..1]).ConfigureAwait(false);
                }

                break;
        }

        await SendAllAsync(socket, answer).ConfigureAwait(false);
        return true;
    }

    private async ValueTask SendAllAsync(Socket socket, ReadOnlyMemory<byte> octets)
    {
        while (!octets.IsEmpty)
        {
            octets = octets[await socket.SendAsync(octets, _closing.Token).ConfigureAwait(false)..];
        }
    }

    private static int Refuse(Span<byte> answer, ModbusExceptionCode code)
    {
        Span<byte> pdu = stackalloc byte[2];
        ModbusResponse.TryWriteException(pdu, answer[ModbusTcpFrame.HeaderLength], code, out _);
        ModbusTcpFrame.TryWrite(answer, BinaryPrimitives.ReadUInt16BigEndian(answer), answer[6], pdu, out var length);
        return length;
    }

    private bool TryAnswer(ReadOnlySpan<byte> received, Span<byte> answer, out int consumed, out int length, out HalFault fault)
    {
        length = 0;
        if (!ModbusTcpFrame.TryParse(received, out var frame, out consumed, out fault))
        {
            return false;
        }

        Span<byte> pdu = stackalloc byte[ModbusRequest.MaxPduLength];
        var refusal = Work(frame, pdu, out var pduLength);
        if (refusal != ModbusExceptionCode.None)
        {
            ModbusResponse.TryWriteException(pdu, frame.Pdu[0], refusal, out pduLength);
        }

        ModbusTcpFrame.TryWrite(answer, frame.TransactionId, frame.Unit, pdu[..pduLength], out length);
        return true;
    }

    private ModbusExceptionCode Work(ModbusTcpFrame frame, Span<byte> pdu, out int length)
    {
        length = 0;
        if (frame.Unit != _options.Unit)
        {
            return ModbusExceptionCode.GatewayTargetFailedToRespond;
        }

        if (!ModbusRequest.TryParse(frame.Pdu, out var request, out _, out var refusal))
        {
            return refusal;
        }

        if (!request.IsRead)
        {
            return ModbusExceptionCode.IllegalFunction;
        }

        var image = BuildImage(request.Function);
        Span<byte> registers = stackalloc byte[2 * request.Count];
        for (var i = 0; i < request.Count; i++)
        {
            if (!image.TryGetValue((ushort)(request.Address + i), out var register))
            {
                return ModbusExceptionCode.IllegalDataAddress;
            }

            BinaryPrimitives.WriteUInt16BigEndian(registers[(2 * i)..], register);
        }

        ModbusResponse.TryWriteRead(pdu, request, registers, out length);
        return ModbusExceptionCode.None;
    }

    /// <summary>All registers of one function, from one reading of the load.</summary>
    private Dictionary<ushort, ushort> BuildImage(ModbusFunction function)
    {
        var image = new Dictionary<ushort, ushort>();
        var load = _load.Read();
        Span<ushort> words = stackalloc ushort[4];
        foreach (var (quantity, scaled) in _profile.Quantities)
        {
            if (scaled.Register.Function == function && scaled.TryEncode(Measure(quantity, load), words[..scaled.Register.Count]))
            {
                Place(image, scaled.Register, words);
            }
        }

        if (_profile.SerialNumber is { } serialNumber && serialNumber.Function == function)
        {
            serialNumber.WriteBits(SerialNumber, words[..serialNumber.Count]);
            Place(image, serialNumber, words);
        }

        if (_profile.Model is { } model && model.Register.Function == function)
        {
            model.Register.WriteBits(model.FirstCode, words[..model.Register.Count]);
            Place(image, model.Register, words);
        }

        return image;
    }

    private long Measure(MeterQuantity quantity, LoadReading load) => quantity switch
    {
        MeterQuantity.ImportWh => load.ImportWh,
        MeterQuantity.ExportWh => load.ExportWh,
        MeterQuantity.PowerW => load.PowerW,
        MeterQuantity.VoltageL1Mv or MeterQuantity.VoltageL2Mv or MeterQuantity.VoltageL3Mv => _options.VoltageMv,

        // A balanced load on three phases, without reactive current: I = P / 3U.
        _ => _options.VoltageMv == 0 ? 0 : Math.Abs(load.PowerW) * 1_000_000 / (3 * _options.VoltageMv),
    };

    private static void Place(Dictionary<ushort, ushort> image, ModbusRegister register, ReadOnlySpan<ushort> words)
    {
        for (var i = 0; i < register.Count; i++)
        {
            image[(ushort)(register.Address + i)] = words[i];
        }
    }
}
