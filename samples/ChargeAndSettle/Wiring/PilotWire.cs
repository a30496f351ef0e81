using System.Net;
using System.Net.Sockets;
using PairSettle.Iso15118.Session;

namespace PairSettle.Samples.ChargeAndSettle.Wiring;

/// <summary>
/// The control pilot between two processes: the vehicle writes the state that it shows, one letter a change, and a
/// broken connection is an unplugged cable (state A).
/// </summary>
internal sealed class PilotWire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.IPv6Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _reading;
    private Action<ControlPilotState> _changed = static _ => { };

    /// <summary>The charger's end.</summary>
    public PilotWire()
    {
        _listener.Start();
        EndPoint = (IPEndPoint)_listener.LocalEndpoint;
        _reading = ReadAsync();
    }

    /// <summary>Where the vehicle plugs in.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>The present state.</summary>
    public ControlPilotState State { get; private set; } = ControlPilotState.B;

    /// <summary>Tells every change, and the present state at once.</summary>
    public void Watch(Action<ControlPilotState> changed)
    {
        _changed = changed;
        changed(State);
    }

    /// <summary>The vehicle's end.</summary>
    public static async ValueTask<NetworkStream> PlugInAsync(int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.IPv6Loopback, port), cancellationToken);
        return new(socket, ownsSocket: true);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _reading;
        _closing.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            using var plug = await _listener.AcceptTcpClientAsync(_closing.Token);
            var letter = new byte[1];
            while (await plug.GetStream().ReadAsync(letter, _closing.Token) == 1)
            {
                Show(letter[0] == (byte)'C' ? ControlPilotState.C : ControlPilotState.B);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
        {
            // Unplugged without a word: the same as unplugged.
        }

        Show(ControlPilotState.A);
    }

    private void Show(ControlPilotState state)
    {
        State = state;
        _changed(state);
    }
}
