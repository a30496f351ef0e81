using PairSettle.Iso15118.Pairing;

namespace PairSettle.Records.Tests.Settlement.Hosts;

/// <summary>What becomes of one message on its way.</summary>
internal enum Fate
{
    Arrives,
    BecomesNoise,
    IsLostWithTheLink,
    NeverLeaves,
}

/// <summary>One end of a link in memory whose messages are counted and may meet a fate.</summary>
/// <param name="inner">The end.</param>
/// <param name="connection">What both ends have in common.</param>
/// <param name="fate">Decides about a message that is sent.</param>
/// <param name="dealtWith">Told when the receiver asks for the next message, having dealt with this one.</param>
internal sealed class TappedLink(
    MemoryPairLink inner, TappedConnection connection, Func<Fate> fate, Action<ReadOnlyMemory<byte>> dealtWith) : IPairLink
{
    private ReadOnlyMemory<byte> _last;

    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        switch (fate())
        {
            case Fate.Arrives:
                connection.Left();
                await inner.SendAsync(message, cancellationToken);
                break;
            case Fate.BecomesNoise:
                connection.Left();
                await inner.SendAsync(new byte[] { 0x7F, 0x1E, 0x00 }, cancellationToken);
                break;
            case Fate.IsLostWithTheLink:
                await connection.CutAsync();
                break;
            case Fate.NeverLeaves:
                await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
                break;
        }
    }

    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        if (!_last.IsEmpty)
        {
            dealtWith(_last);
            connection.Arrived();
        }

        var message = await inner.ReceiveAsync(cancellationToken);
        _last = message ?? default;
        return message;
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
