using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace PairSettle.Samples.ChargeAndSettle.Csms;

/// <summary>
/// The charger's telemetry to its CSMS. The session never waits for it: a bounded queue drops the oldest message, and a
/// broken connection is counted and left alone.
/// </summary>
internal sealed class CsmsFeed : IAsyncDisposable
{
    private readonly Channel<string> _queue =
        Channel.CreateBounded<string>(new BoundedChannelOptions(64) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly Task _sending;
    private volatile bool _connected;

    public CsmsFeed(IPEndPoint csms) => _sending = SendAsync(csms);

    /// <summary>Whether the CSMS is there, for display.</summary>
    public bool IsConnected => _connected;

    /// <summary>Hands over a message; never blocks and never fails.</summary>
    public void Post(string json) => _queue.Writer.TryWrite(json);

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _sending;
    }

    private async Task SendAsync(IPEndPoint csms)
    {
        try
        {
            using var client = new TcpClient(csms.AddressFamily);
            await client.ConnectAsync(csms);
            await using var stream = client.GetStream();
            _connected = true;
            await foreach (var message in _queue.Reader.ReadAllAsync())
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(message + "\n"));
            }
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The CSMS is a recipient, not a gate: the session goes on without it.
        }

        _connected = false;
    }
}
