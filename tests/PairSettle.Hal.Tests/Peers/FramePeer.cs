using System.Net;
using System.Net.Sockets;
using PairSettle.Hal.Modbus;

namespace PairSettle.Hal.Tests.Peers;

/// <summary>A server that the test plays itself, octet by octet.</summary>
internal sealed class FramePeer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private Socket? _socket;

    public FramePeer() => _listener.Start();

    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>Whether a client waits to be accepted.</summary>
    public bool HasPendingConnection => _listener.Pending();

    /// <summary>Octets that have arrived but were not read.</summary>
    public int Available => _socket!.Available;

    public async Task AcceptAsync()
    {
        _socket?.Dispose();
        _socket = await _listener.AcceptSocketAsync();
        _socket.NoDelay = true;
    }

    /// <summary>Reads one whole frame.</summary>
    public async Task<byte[]> ReadAsync()
    {
        var buffer = new byte[ModbusTcpFrame.MaxLength];
        await ReadExactlyAsync(buffer.AsMemory(0, 6));
        var length = 6 + (buffer[4] << 8 | buffer[5]);
        await ReadExactlyAsync(buffer.AsMemory(6, length - 6));
        return buffer[..length];
    }

    public Task SendAsync(params byte[] octets) => _socket!.SendAsync(octets);

    /// <summary>Answers a read request with registers.</summary>
    public Task AnswerAsync(byte[] request, params ushort[] registers) => SendAsync(Answer(request, registers));

    public static byte[] Answer(byte[] request, params ushort[] registers) =>
    [
        request[0], request[1], 0, 0, 0, (byte)(3 + (2 * registers.Length)), request[6], request[7], (byte)(2 * registers.Length),
        .. registers.SelectMany(r => new[] { (byte)(r >> 8), (byte)(r & 0xFF) }),
    ];

    public void CloseConnection()
    {
        _socket!.Dispose();
        _socket = null;
    }

    public ValueTask DisposeAsync()
    {
        _socket?.Dispose();
        _listener.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ReadExactlyAsync(Memory<byte> destination)
    {
        while (!destination.IsEmpty)
        {
            var count = await _socket!.ReceiveAsync(destination);
            Assert.NotEqual(0, count);
            destination = destination[count..];
        }
    }
}
