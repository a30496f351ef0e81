using System.Buffers.Binary;
using System.Net.Sockets;

namespace PairSettle.Hal.Modbus;

/// <summary>
/// A Modbus TCP client. All units behind one connection share one queue, first come first served, with one request on the wire at a time, as
/// gateways to a serial bus need it. The connection is made with the first request and again after it was lost. Safe for concurrent use.
/// </summary>
public sealed class ModbusTcpClient : IAsyncDisposable
{
    private readonly ModbusTcpOptions _options;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _closing = new();
    private readonly byte[] _frame = new byte[ModbusTcpFrame.MaxLength];
    private readonly byte[] _values = new byte[2 * ModbusRequest.MaxWriteCount];
    private ModbusTcpConnection? _connection;
    private ushort _transactionId;
    private int _timeoutsInARow;
    private int _connectionCount;
    private int _discardedCount;
    private long? _idleSince;
    private bool _isDisposed;

    /// <summary>Creates a client; nothing is connected yet.</summary>
    /// <param name="options">How to connect and how long to wait.</param>
    public ModbusTcpClient(ModbusTcpOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Checked();
    }

    /// <summary>The options.</summary>
    public ModbusTcpOptions Options => _options;

    /// <summary>How many connections have been made. A change means that another device may be at the other end.</summary>
    public int ConnectionCount => Volatile.Read(ref _connectionCount);

    /// <summary>How many answers came too late or to nobody, and were thrown away.</summary>
    public int DiscardedAnswerCount => Volatile.Read(ref _discardedCount);

    /// <summary>Reads registers.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="function">A reading function.</param>
    /// <param name="address">The first register.</param>
    /// <param name="destination">Receives the registers; its length, 1 to 125, is their number. Untouched when the read fails.</param>
    /// <param name="cancellationToken">Leaves the queue or gives up the answer.</param>
    /// <returns>A task that ends when the registers are read.</returns>
    /// <exception cref="ModbusException">The request failed.</exception>
    public ValueTask ReadAsync(
        byte unit, ModbusFunction function, ushort address, Memory<ushort> destination, CancellationToken cancellationToken) =>
        ExchangeAsync(unit, ModbusRequest.Read(function, address, destination.Length), default, destination, cancellationToken);

    /// <summary>Reads holding registers.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public ValueTask ReadHoldingRegistersAsync(
        byte unit, ushort address, Memory<ushort> destination, CancellationToken cancellationToken) =>
        ReadAsync(unit, ModbusFunction.ReadHoldingRegisters, address, destination, cancellationToken);

    /// <summary>Reads input registers.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public ValueTask ReadInputRegistersAsync(
        byte unit, ushort address, Memory<ushort> destination, CancellationToken cancellationToken) =>
        ReadAsync(unit, ModbusFunction.ReadInputRegisters, address, destination, cancellationToken);

    /// <summary>Writes one register. It is sent once: when it fails without an answer, nobody knows whether it took effect.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="address">The register.</param>
    /// <param name="value">The value.</param>
    /// <param name="cancellationToken">Leaves the queue or gives up the answer.</param>
    /// <returns>A task that ends when the unit has confirmed.</returns>
    /// <exception cref="ModbusException">The request failed.</exception>
    public ValueTask WriteSingleRegisterAsync(byte unit, ushort address, ushort value, CancellationToken cancellationToken) =>
        ExchangeAsync(unit, ModbusRequest.WriteSingle(address), new[] { value }, default, cancellationToken);

    /// <summary>Writes registers. They are sent once: when the write fails without an answer, nobody knows whether it took effect.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="address">The first register.</param>
    /// <param name="values">The values, 1 to 123.</param>
    /// <param name="cancellationToken">Leaves the queue or gives up the answer.</param>
    /// <returns>A task that ends when the unit has confirmed.</returns>
    /// <exception cref="ModbusException">The request failed.</exception>
    public ValueTask WriteMultipleRegistersAsync(
        byte unit, ushort address, ReadOnlyMemory<ushort> values, CancellationToken cancellationToken) =>
        ExchangeAsync(unit, ModbusRequest.WriteMultiple(address, values.Length), values, default, cancellationToken);

    /// <summary>Closes the connection; requests that wait end with <see cref="ObjectDisposedException"/>.</summary>
    /// <returns>A task that ends when the connection is closed.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await _closing.CancelAsync().ConfigureAwait(false);
        await _turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        _connection?.Dispose();
        _connection = null;
        _turn.Release();
    }

    private async ValueTask ExchangeAsync(
        byte unit, ModbusRequest request, ReadOnlyMemory<ushort> values, Memory<ushort> destination, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        try
        {
            await _turn.WaitAsync(stop.Token).ConfigureAwait(false);
            try
            {
                var attempts = request.IsRead ? _options.ReadAttempts : 1;
                while (!await TryExchangeAsync(unit, request, values, destination, --attempts > 0, stop.Token).ConfigureAwait(false))
                {
                }
            }
            finally
            {
                _idleSince = _options.TimeProvider.GetTimestamp();
                _turn.Release();
            }
        }
        catch (OperationCanceledException) when (_isDisposed && !cancellationToken.IsCancellationRequested)
        {
            throw new ObjectDisposedException(nameof(ModbusTcpClient));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Waiters see the token they gave, not the linked one.
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>One attempt; false when it failed in a way that another attempt may mend and another one is permitted.</summary>
    private async ValueTask<bool> TryExchangeAsync(
        byte unit,
        ModbusRequest request,
        ReadOnlyMemory<ushort> values,
        Memory<ushort> destination,
        bool mayRepeat,
        CancellationToken cancellationToken)
    {
        try
        {
            var connection = await ConnectAsync(unit, request, cancellationToken).ConfigureAwait(false);
            await TurnAroundAsync(cancellationToken).ConfigureAwait(false);
            using var deadline = new CancellationTokenSource(_options.RequestTimeout, _options.TimeProvider);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
            try
            {
                var length = WriteFrame(unit, request, values.Span);
                await SendAsync(connection, _frame.AsMemory(0, length), either.Token).ConfigureAwait(false);
                while (!TryTakeAnswer(connection, unit, request, destination.Span))
                {
                    if (!await connection.ReceiveAsync(either.Token).ConfigureAwait(false))
                    {
                        throw Close(HalFault.Disconnected, unit, request);
                    }
                }

                return true;
            }
            catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw TimedOut(unit, request);
            }
            catch (SocketException cause)
            {
                throw Close(HalFault.Disconnected, unit, request, cause);
            }
        }
        catch (ModbusException failure) when (mayRepeat
            && failure.Fault is HalFault.ConnectFailed or HalFault.Disconnected or HalFault.DeadlineExceeded)
        {
            return false;
        }
    }

    private async ValueTask<ModbusTcpConnection> ConnectAsync(byte unit, ModbusRequest request, CancellationToken cancellationToken)
    {
        if (_connection is { } open)
        {
            return open;
        }

        using var deadline = new CancellationTokenSource(_options.ConnectTimeout, _options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            _connection = await ModbusTcpConnection.ConnectAsync(_options.EndPoint, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException cause) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ModbusException(HalFault.ConnectFailed, unit, request, cause);
        }
        catch (SocketException cause)
        {
            throw new ModbusException(HalFault.ConnectFailed, unit, request, cause);
        }

        _timeoutsInARow = 0;
        Interlocked.Increment(ref _connectionCount);
        _options.Logger.ModbusConnected(_options.EndPoint);
        return _connection;
    }

    private async ValueTask TurnAroundAsync(CancellationToken cancellationToken)
    {
        if (_idleSince is { } idleSince
            && _options.TurnaroundDelay - _options.TimeProvider.GetElapsedTime(idleSince) is var remaining
            && remaining > TimeSpan.Zero)
        {
            await Task.Delay(remaining, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask SendAsync(ModbusTcpConnection connection, ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        try
        {
            await connection.SendAsync(frame, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Part of the frame may be on the wire, so the next one could not be told from its rest.
            Close(HalFault.Disconnected);
            throw;
        }
    }

    private int WriteFrame(byte unit, ModbusRequest request, ReadOnlySpan<ushort> values)
    {
        var octets = _values.AsSpan(0, 2 * values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(octets[(2 * i)..], values[i]);
        }

        Span<byte> pdu = stackalloc byte[ModbusRequest.MaxPduLength];
        request.TryWrite(pdu, octets, out var pduLength);
        _transactionId = unchecked((ushort)(_transactionId + 1));
        ModbusTcpFrame.TryWrite(_frame, _transactionId, unit, pdu[..pduLength], out var length);
        return length;
    }

    /// <summary>Takes whole frames from what was received, until the one that answers; false when more bytes are needed.</summary>
    private bool TryTakeAnswer(ModbusTcpConnection connection, byte unit, ModbusRequest request, Span<ushort> destination)
    {
        HalFault fault;
        while (ModbusTcpFrame.TryParse(connection.Received, out var frame, out var consumed, out fault))
        {
            if (frame.TransactionId == _transactionId)
            {
                try
                {
                    Accept(frame, unit, request, destination);
                    return true;
                }
                finally
                {
                    connection.Consume(consumed);
                }
            }

            Interlocked.Increment(ref _discardedCount);
            _options.Logger.ModbusLateAnswer(frame.TransactionId, _transactionId);
            connection.Consume(consumed);
        }

        return fault == HalFault.FrameTruncated ? false : throw Close(fault, unit, request);
    }

    private void Accept(ModbusTcpFrame frame, byte unit, ModbusRequest request, Span<ushort> destination)
    {
        _timeoutsInARow = 0;
        if (frame.Unit != unit)
        {
            throw new ModbusException(HalFault.UnitMismatch, unit, request);
        }

        var values = request.IsRead ? default : _values.AsSpan(0, 2 * request.Count);
        if (!ModbusResponse.TryParse(frame.Pdu, request, values, out var response, out var fault))
        {
            throw new ModbusException(fault, unit, request);
        }

        if (response.Exception != ModbusExceptionCode.None)
        {
            throw new ModbusException(ModbusResponse.ToFault(response.Exception), unit, request);
        }

        for (var i = 0; i < destination.Length; i++)
        {
            destination[i] = BinaryPrimitives.ReadUInt16BigEndian(response.Registers[(2 * i)..]);
        }
    }

    private ModbusException TimedOut(byte unit, ModbusRequest request)
    {
        // The connection stays: the transaction identifier tells a late answer from the next one.
        return ++_timeoutsInARow < _options.TimeoutsBeforeReconnect
            ? new ModbusException(HalFault.DeadlineExceeded, unit, request)
            : Close(HalFault.DeadlineExceeded, unit, request);
    }

    private ModbusException Close(HalFault fault, byte unit, ModbusRequest request, Exception? cause = null)
    {
        Close(fault);
        return new ModbusException(fault, unit, request, cause);
    }

    private void Close(HalFault fault)
    {
        _connection?.Dispose();
        _connection = null;
        _options.Logger.ModbusClosed(_options.EndPoint, fault.ToCode());
    }
}
