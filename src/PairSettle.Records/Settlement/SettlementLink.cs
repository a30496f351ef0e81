using PairSettle.Iso15118.Pairing;

namespace PairSettle.Records.Settlement;

/// <summary>
/// A link as a host uses it. The host reads one message only when it has dealt with the one before, so that a peer that floods waits; and it
/// never waits for a message to leave, so that a peer that stops reading cannot keep timers from ending the delivery of power.
/// </summary>
/// <param name="link">The link.</param>
/// <param name="ended">Learns that the link has ended, and by which failure; null when the peer ended it.</param>
internal sealed class SettlementLink(IPairLink link, Action<SettlementLink, Exception?> ended)
{
    // Far more than wait at once between peers that read. What waits for an answer is sent again, so that one too many can be left out.
    private const int MaxUnsent = 16;

    private Task _sending = Task.CompletedTask;
    private int _unsent;

    /// <summary>Ends when everything that was sent so far has left or never will; it does not fail.</summary>
    public Task Sent => _sending;

    public bool Is(IPairLink other) => ReferenceEquals(link, other);

    /// <summary>Reads until the link ends. Each message is dealt with before the next one is read.</summary>
    public async Task ReadAsync(Func<ReadOnlyMemory<byte>, Task> deal)
    {
        try
        {
            while (await link.ReceiveAsync(CancellationToken.None).ConfigureAwait(false) is { } message)
            {
                await deal(message).ConfigureAwait(false);
            }

            ended(this, null);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            ended(this, exception);
        }
    }

    /// <summary>Sends behind what was sent before; false when so many messages wait already that this one is left out.</summary>
    public bool TrySend(ReadOnlyMemory<byte> message)
    {
        if (Volatile.Read(ref _unsent) >= MaxUnsent)
        {
            return false;
        }

        Interlocked.Increment(ref _unsent);
        _sending = SendBehindAsync(_sending, message);
        return true;
    }

    private async Task SendBehindAsync(Task before, ReadOnlyMemory<byte> message)
    {
        await before.ConfigureAwait(false);
        try
        {
            // No cancellation: a message that has begun to leave would end the link for the next session too.
            await link.SendAsync(message, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            ended(this, exception);
        }
        finally
        {
            Interlocked.Decrement(ref _unsent);
        }
    }
}
