using System.Globalization;

namespace PairSettle.Iso15118.V2gtp;

/// <summary>
/// V2GTP frames over a stream. Memory follows the octets that really arrive, up to the bound of the options: a header that announces more
/// closes the connection before anything of its payload is read. After any fault the connection is closed and says so from then on.
/// </summary>
public sealed class V2gtpConnection : IV2gtpChannel
{
    private const int InitialBufferSize = 2048;

    private readonly Stream _stream;
    private readonly V2gtpOptions _options;
    private readonly bool _leaveOpen;
    private readonly SemaphoreSlim _sendTurn = new(1, 1);
    private byte[] _received = new byte[InitialBufferSize];
    private byte[] _toSend = new byte[InitialBufferSize];
    private int _start;
    private int _end;
    private Task<int>? _pendingRead;
    private int _receiving;
    private int _ignoredFrames;
    private int _closed;
    private V2gtpException? _failure;

    /// <summary>Frames the octets of a stream.</summary>
    /// <param name="stream">A readable and writable stream, usually TCP or TLS.</param>
    /// <param name="options">The bounds; <see cref="V2gtpOptions.Default"/> if null.</param>
    /// <param name="leaveOpen">Whether the stream stays open when this connection is disposed. A fault closes it in any case.</param>
    public V2gtpConnection(Stream stream, V2gtpOptions? options = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _options = options ?? V2gtpOptions.Default;
        _options.Validate();
        _stream = stream;
        _leaveOpen = leaveOpen;
    }

    /// <summary>The frames of unknown payload types that <see cref="V2gtpUnknownPayloadPolicy.Ignore"/> skipped.</summary>
    public int IgnoredFrames => Volatile.Read(ref _ignoredFrames);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The payload is longer than the bound of the options.</exception>
    public async ValueTask SendAsync(V2gtpPayloadType payloadType, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default)
    {
        if (payload.Length > _options.MaxPayloadLength)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"At most {_options.MaxPayloadLength} octets fit, not {payload.Length}."), nameof(payload));
        }

        await _sendTurn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ThrowIfClosed();
            var frame = Assemble(payloadType, payload.Span);
            try
            {
                await _stream.WriteAsync(frame, cancellationToken).ConfigureAwait(false);
                await _stream.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception)
            {
                await FailAsync(new(V2gtpFault.SendInterrupted, "cancelled within a frame"), exception).ConfigureAwait(false);
                throw;
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
            {
                throw await FailAsync(new(V2gtpFault.ConnectionLost, "write failed"), exception).ConfigureAwait(false);
            }
        }
        finally
        {
            _sendTurn.Release();
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Another receive is under way.</exception>
    public async ValueTask<V2gtpFrame?> ReceiveAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _receiving, 1) != 0)
        {
            throw new InvalidOperationException("Another receive is under way.");
        }

        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (await ReceiveHeaderAndPayloadAsync(cancellationToken).ConfigureAwait(false) is { } header)
            {
                var payload = _received.AsMemory(_start + V2gtpHeader.Size, (int)header.PayloadLength);
                _start += V2gtpHeader.Size + payload.Length;
                if (_options.UnknownPayloads is V2gtpUnknownPayloadPolicy.Report || header.PayloadType.IsKnown())
                {
                    return new V2gtpFrame(header.PayloadType, payload.ToArray());
                }

                if (_options.UnknownPayloads is V2gtpUnknownPayloadPolicy.Close)
                {
                    throw await FailAsync(new(V2gtpFault.PayloadTypeUnknown, $"0x{(int)header.PayloadType:X4}")).ConfigureAwait(false);
                }

                Interlocked.Increment(ref _ignoredFrames);
            }

            return null;
        }
        finally
        {
            Volatile.Write(ref _receiving, 0);
        }
    }

    /// <summary>Closes the connection; a receive under way fails.</summary>
    /// <returns>Ends when the stream is closed, unless it is to be left open.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            if (!_leaveOpen)
            {
                await _stream.DisposeAsync().ConfigureAwait(false);
            }

            Forget(_pendingRead);
        }
    }

    /// <summary>Waits until one whole frame lies at <see cref="_start"/>; null means a clean end.</summary>
    private async ValueTask<V2gtpHeader?> ReceiveHeaderAndPayloadAsync(CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        long? deadlineBase = null;
        while (true)
        {
            var needed = V2gtpHeader.Size;
            var available = _end - _start;
            V2gtpHeader header = default;
            if (available >= V2gtpHeader.Size)
            {
                if (!V2gtpHeader.TryParse(_received.AsSpan(_start, available), out header, out var error))
                {
                    throw await FailAsync(error).ConfigureAwait(false);
                }

                if (header.PayloadLength > _options.MaxPayloadLength)
                {
                    throw await FailAsync(new(
                        V2gtpFault.PayloadTooLong,
                        string.Create(CultureInfo.InvariantCulture, $"at most {_options.MaxPayloadLength} octets, announced {header.PayloadLength}"))).ConfigureAwait(false);
                }

                needed += (int)header.PayloadLength;
                if (available >= needed)
                {
                    return header;
                }
            }

            if (available > 0)
            {
                deadlineBase ??= _options.TimeProvider.GetTimestamp();
            }

            if (!await FillAsync(deadlineBase, cancellationToken).ConfigureAwait(false))
            {
                return available == 0
                    ? null
                    : throw await FailAsync(new(
                        available < V2gtpHeader.Size ? V2gtpFault.HeaderTruncated : V2gtpFault.PayloadTruncated,
                        string.Create(CultureInfo.InvariantCulture, $"the stream ended after {available} of {needed} octets"))).ConfigureAwait(false);
            }
        }
    }

    /// <summary>
    /// Reads at least one more octet; false at the end of the stream. The read itself is never cancelled, only the wait for it: what a stream
    /// leaves behind after a cancelled read differs from stream to stream, and this way no octet can be lost.
    /// </summary>
    private async ValueTask<bool> FillAsync(long? deadlineBase, CancellationToken cancellationToken)
    {
        try
        {
            if (_pendingRead is null)
            {
                MakeRoom();
                _pendingRead = _stream.ReadAsync(_received.AsMemory(_end), CancellationToken.None).AsTask();
            }

            var read = _pendingRead.IsCompleted
                ? await _pendingRead.ConfigureAwait(false)
                : await _pendingRead.WaitAsync(Remaining(deadlineBase), _options.TimeProvider, cancellationToken).ConfigureAwait(false);
            _pendingRead = null;
            _end += read;
            return read > 0;
        }
        catch (TimeoutException exception) when (deadlineBase is not null)
        {
            throw await FailAsync(
                new(V2gtpFault.FrameTimedOut, $"frame incomplete after {_options.FrameTimeout}"), exception).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            throw await FailAsync(new(V2gtpFault.ConnectionLost, "read failed"), exception).ConfigureAwait(false);
        }
    }

    private TimeSpan Remaining(long? deadlineBase)
    {
        if (deadlineBase is not { } began || _options.FrameTimeout == Timeout.InfiniteTimeSpan)
        {
            return Timeout.InfiniteTimeSpan;
        }

        var left = _options.FrameTimeout - _options.TimeProvider.GetElapsedTime(began);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _received.AsSpan(_start, _end - _start).CopyTo(_received);
            _end -= _start;
            _start = 0;
        }

        if (_end == _received.Length)
        {
            Array.Resize(ref _received, Math.Min(_received.Length * 2, Math.Max(InitialBufferSize, V2gtpHeader.Size + _options.MaxPayloadLength)));
        }
    }

    private ReadOnlyMemory<byte> Assemble(V2gtpPayloadType payloadType, ReadOnlySpan<byte> payload)
    {
        var length = V2gtpHeader.Size + payload.Length;
        if (_toSend.Length < length)
        {
            _toSend = new byte[length];
        }

        new V2gtpHeader(payloadType, (uint)payload.Length).Write(_toSend);
        payload.CopyTo(_toSend.AsSpan(V2gtpHeader.Size));
        return _toSend.AsMemory(0, length);
    }

    private async ValueTask<V2gtpException> FailAsync(V2gtpError error, Exception? cause = null)
    {
        if (Volatile.Read(ref _closed) != 0 && _failure is null)
        {
            throw new ObjectDisposedException(nameof(V2gtpConnection), cause);
        }

        var failure = new V2gtpException(error, cause);
        failure = Interlocked.CompareExchange(ref _failure, failure, null) ?? failure;
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            await _stream.DisposeAsync().ConfigureAwait(false);
            Forget(_pendingRead);
        }

        return failure;
    }

    private void ThrowIfClosed()
    {
        if (Volatile.Read(ref _closed) != 0)
        {
            throw _failure is { } failure ? new V2gtpException(failure.Error, failure) : new ObjectDisposedException(nameof(V2gtpConnection));
        }
    }

    /// <summary>A read that the closed stream ends with an exception is nobody's any more.</summary>
    private static void Forget(Task? read) =>
        read?.ContinueWith(static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
