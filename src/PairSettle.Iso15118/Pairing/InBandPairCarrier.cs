using System.Runtime.CompilerServices;
using System.Threading.Channels;
using PairSettle.Iso15118.V2gtp;

namespace PairSettle.Iso15118.Pairing;

/// <summary>
/// Splits one V2GTP connection into the ISO 15118 frames, which this channel goes on to send and receive unchanged and in order, and a
/// <see cref="IPairLink"/>. Own pair frames leave only between an ISO response and the next ISO request, so request and response stay
/// adjacent and their timing is untouched; pair frames of the peer are taken at any time.
/// </summary>
/// <remarks>
/// Open the link before the message that selects the service leaves this host. The vehicle speaks first on it. Neither host may hold an
/// ISO response back while it waits for a pair message: that message waits for the response.
/// </remarks>
public sealed class InBandPairCarrier : IV2gtpChannel
{
    private readonly IV2gtpChannel _connection;
    private readonly PairRole _role;
    private readonly InBandPairOptions _options;
    private readonly bool _leaveOpen;
    private readonly Channel<V2gtpFrame> _isoFrames;
    private readonly CancellationTokenSource _ending = new();
    private readonly SemaphoreSlim _wire = new(1, 1);
    private readonly PairTurn _turn = new();
    private readonly Task _pump;
    private InBandPairLink? _link;
    private StrongBox<Exception?>? _end;
    private int _ignoredPairFrames;
    private int _disposed;

    /// <summary>Takes over a connection: from now on only this carrier receives from it.</summary>
    /// <param name="connection">The connection, with no receive under way.</param>
    /// <param name="role">The end that this host is.</param>
    /// <param name="options">The bounds; <see cref="InBandPairOptions.Default"/> if null.</param>
    /// <param name="leaveOpen">Whether the connection stays open when this carrier is disposed.</param>
    public InBandPairCarrier(IV2gtpChannel connection, PairRole role, InBandPairOptions? options = null, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _options = options ?? InBandPairOptions.Default;
        _options.Validate();
        _connection = connection;
        _role = role;
        _leaveOpen = leaveOpen;
        _isoFrames = Channel.CreateBounded<V2gtpFrame>(
            new BoundedChannelOptions(_options.MaxQueuedFrames) { SingleWriter = true, FullMode = BoundedChannelFullMode.Wait });
        _pump = PumpAsync();
    }

    /// <summary>The pair frames that came while no link was open, or after it failed.</summary>
    public int IgnoredPairFrames => Volatile.Read(ref _ignoredPairFrames);

    /// <summary>Opens the pair link. Pair frames that came earlier were ignored.</summary>
    /// <returns>The link; it ends with this carrier.</returns>
    /// <exception cref="InvalidOperationException">The link was opened before.</exception>
    public InBandPairLink OpenLink()
    {
        var link = new InBandPairLink(this, _options);
        if (Interlocked.CompareExchange(ref _link, link, null) is not null)
        {
            throw new InvalidOperationException("A connection carries one pair link.");
        }

        // The connection may have ended before the link was published; then the pump did not see the link.
        if (Volatile.Read(ref _end) is { } end)
        {
            link.End(end.Value);
        }

        return link;
    }

    /// <inheritdoc/>
    public async ValueTask SendAsync(V2gtpPayloadType payloadType, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default)
    {
        if (payloadType is V2gtpPayloadType.PairSettlement)
        {
            throw new ArgumentException("Pair messages go through the pair link.", nameof(payloadType));
        }

        await _wire.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Before the first octet leaves: the answer to it may be there before the write returns. Until then this host holds the wire.
            if (_role is PairRole.Vehicle)
            {
                _turn.BeginExchange();
            }
            else
            {
                _turn.EndExchange();
            }

            await _connection.SendAsync(payloadType, payload, cancellationToken).ConfigureAwait(false);
        }
        catch when (_role is PairRole.Vehicle)
        {
            // Either nothing left this host or the connection is gone: in both cases there is no response to wait for.
            _turn.EndExchange();
            throw;
        }
        finally
        {
            _wire.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<V2gtpFrame?> ReceiveAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await _isoFrames.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException closed)
        {
            return closed.InnerException switch
            {
                null => null,
                V2gtpException failure => throw new V2gtpException(failure.Error, failure),
                ObjectDisposedException => throw new ObjectDisposedException(nameof(InBandPairCarrier), closed),
                var cause => throw new V2gtpException(new(V2gtpFault.ConnectionLost, "the connection below failed"), cause),
            };
        }
    }

    /// <summary>Ends the pair link and, unless it is to be left open, the connection.</summary>
    /// <returns>Ends when nothing is received any more.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await _ending.CancelAsync().ConfigureAwait(false);
            if (!_leaveOpen)
            {
                await _connection.DisposeAsync().ConfigureAwait(false);
            }

            await _pump.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _ending.Dispose();
        }
    }

    /// <summary>Sends one fragment when it is this host's turn.</summary>
    internal async ValueTask SendFragmentAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        while (true)
        {
            await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            await _wire.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (!_turn.IsFree)
                {
                    continue;
                }

                // Not the caller's token: giving up a pair message must not cut the connection within a frame of at most 4 KiB.
                await _connection.SendAsync(V2gtpPayloadType.PairSettlement, payload, CancellationToken.None).ConfigureAwait(false);
                return;
            }
            finally
            {
                _wire.Release();
            }
        }
    }

    private async Task PumpAsync()
    {
        Exception? failure = null;
        try
        {
            while (await _connection.ReceiveAsync(_ending.Token).ConfigureAwait(false) is { } frame)
            {
                if (frame.PayloadType is V2gtpPayloadType.PairSettlement)
                {
                    if (Volatile.Read(ref _link)?.TryTake(frame.Payload.Span) is not true)
                    {
                        Interlocked.Increment(ref _ignoredPairFrames);
                    }

                    continue;
                }

                if (_role is PairRole.Vehicle)
                {
                    _turn.EndExchange();
                }
                else
                {
                    _turn.BeginExchange();
                }

                await _isoFrames.Writer.WriteAsync(frame, _ending.Token).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            // Whatever it was, both receivers learn of it: nobody else awaits this task. A channel that is completed with a cancellation
            // would cancel its readers, who asked for no such thing.
            failure = exception is OperationCanceledException ? new ObjectDisposedException(nameof(InBandPairCarrier), exception) : exception;
        }

        Interlocked.Exchange(ref _end, new(failure));
        _isoFrames.Writer.TryComplete(failure);
        _turn.End(failure);
        Volatile.Read(ref _link)?.End(failure);
    }
}
