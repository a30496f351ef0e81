using System.Globalization;
using System.Threading.Channels;

namespace PairSettle.Iso15118.Pairing;

/// <summary>The pair link of an <see cref="InBandPairCarrier"/>: messages are cut into fragments, one in each V2GTP frame of type 0xA051.</summary>
public sealed class InBandPairLink : IPairLink
{
    private readonly InBandPairCarrier _carrier;
    private readonly InBandPairOptions _options;
    private readonly Channel<ReadOnlyMemory<byte>> _messages =
        Channel.CreateUnbounded<ReadOnlyMemory<byte>>(new UnboundedChannelOptions { SingleWriter = true });

    private readonly SemaphoreSlim _sendTurn = new(1, 1);
    private readonly PairReassembler _reassembler = new();
    private ushort _nextNumber;
    private PairLinkError _sendFailure;
    private int _queuedOctets;
    private int _queuedMessages;
    private int _closed;
    private bool _refusing;

    internal InBandPairLink(InBandPairCarrier carrier, InBandPairOptions options)
    {
        _carrier = carrier;
        _options = options;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The message is empty or longer than <see cref="PairFragmentHeader.MaxMessageLength"/>.</exception>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        if (message.Length is 0 or > PairFragmentHeader.MaxMessageLength)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"A message has 1 to {PairFragmentHeader.MaxMessageLength} octets, not {message.Length}."), nameof(message));
        }

        await _sendTurn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _closed) != 0, this);
            if (_sendFailure.Fault is not PairLinkFault.None)
            {
                throw new PairLinkException(_sendFailure);
            }

            await SendFragmentsAsync(message, cancellationToken).ConfigureAwait(false);
            _nextNumber = unchecked((ushort)(_nextNumber + 1));
        }
        finally
        {
            _sendTurn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            var message = await _messages.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            Interlocked.Add(ref _queuedOctets, -message.Length);
            Interlocked.Decrement(ref _queuedMessages);
            return message;
        }
        catch (ChannelClosedException closed)
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _closed) != 0, this);
            return closed.InnerException switch
            {
                null => null,
                PairLinkException failure => throw new PairLinkException(failure.Error, failure),
                var cause => throw new PairLinkException(new(PairLinkFault.CarrierLost, "the connection failed"), cause),
            };
        }
    }

    /// <summary>Ends the link on this side; later pair frames are ignored. The ISO connection goes on.</summary>
    /// <returns>Ends at once.</returns>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            _messages.Writer.TryComplete();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Takes the payload of a pair frame; false when the link has ended or ends with this payload. Never waits.</summary>
    internal bool TryTake(ReadOnlySpan<byte> payload)
    {
        if (Volatile.Read(ref _closed) != 0 || _refusing)
        {
            return false;
        }

        if (!_reassembler.TryAdd(payload, out var message, out var error))
        {
            return Refuse(error);
        }

        if (message is null)
        {
            return true;
        }

        if (Interlocked.Add(ref _queuedOctets, message.Length) > _options.MaxQueuedOctets ||
            Interlocked.Increment(ref _queuedMessages) > _options.MaxQueuedMessages)
        {
            return Refuse(new(
                PairLinkFault.QueueFull,
                string.Create(CultureInfo.InvariantCulture, $"at most {_options.MaxQueuedMessages} messages and {_options.MaxQueuedOctets} octets wait")));
        }

        return _messages.Writer.TryWrite(message);
    }

    /// <summary>The connection ended: in the middle of a message that is a fault, even if the connection ended cleanly.</summary>
    internal void End(Exception? failure)
    {
        if (failure is null && _reassembler.IsWithinMessage)
        {
            failure = new PairLinkException(new(PairLinkFault.CarrierLost, "the connection ended within a message"));
        }

        _messages.Writer.TryComplete(failure);
    }

    private bool Refuse(PairLinkError error)
    {
        _refusing = true;
        _messages.Writer.TryComplete(new PairLinkException(error));
        return false;
    }

    private async ValueTask SendFragmentsAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var payload = new byte[Math.Min(PairFragmentHeader.MaxPayloadLength, PairFragmentHeader.Size + message.Length)];
        for (var offset = 0; offset < message.Length;)
        {
            var data = Math.Min(PairFragmentHeader.MaxDataLength, message.Length - offset);
            new PairFragmentHeader(_nextNumber, message.Length, offset).Write(payload);
            message.Span.Slice(offset, data).CopyTo(payload.AsSpan(PairFragmentHeader.Size));
            try
            {
                await _carrier.SendFragmentAsync(payload.AsMemory(0, PairFragmentHeader.Size + data), cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                if (offset > 0)
                {
                    _sendFailure = new(PairLinkFault.SendInterrupted, "a message was cancelled between its fragments");
                }

                throw;
            }
            catch (Exception exception) when (exception is (IOException or ObjectDisposedException or OperationCanceledException) and not PairLinkException)
            {
                _sendFailure = new(PairLinkFault.CarrierLost, "the connection failed");
                throw new PairLinkException(_sendFailure, exception);
            }

            offset += data;
        }
    }
}
