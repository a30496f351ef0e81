using System.Net;
using System.Net.Sockets;

namespace PairSettle.Samples.ChargeAndSettle.Csms;

/// <summary>A CSMS that does nothing but receive telemetry, one JSON line a message, until it is cut off.</summary>
internal sealed class CsmsStub : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.IPv6Loopback, 0);
    private readonly CancellationTokenSource _gone = new();
    private readonly Task _serving;
    private int _received;

    public CsmsStub()
    {
        _listener.Start();
        EndPoint = (IPEndPoint)_listener.LocalEndpoint;
        _serving = ServeAsync();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>How many messages have come.</summary>
    public int Received => Volatile.Read(ref _received);

    /// <summary>Disappears: the connection breaks and no new one is answered.</summary>
    public async ValueTask CutAsync()
    {
        await _gone.CancelAsync();
        _listener.Stop();
        await _serving;
    }

    public async ValueTask DisposeAsync()
    {
        await CutAsync();
        _listener.Dispose();
        _gone.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!_gone.IsCancellationRequested)
            {
                using var peer = await _listener.AcceptTcpClientAsync(_gone.Token);
                using var reader = new StreamReader(peer.GetStream());
                while (await reader.ReadLineAsync(_gone.Token) is not null)
                {
                    Interlocked.Increment(ref _received);
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // Cut off: that is what this stub is for.
        }
    }
}
