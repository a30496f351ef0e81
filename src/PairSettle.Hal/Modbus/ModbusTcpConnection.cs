using System.Net;
using System.Net.Sockets;

namespace PairSettle.Hal.Modbus;

/// <summary>One TCP connection and the bytes of it that were received but not yet understood.</summary>
internal sealed class ModbusTcpConnection : IDisposable
{
    // Room for the rest of a late answer and a whole new one; a frame is consumed as soon as it is complete.
    private readonly byte[] _received = new byte[2 * ModbusTcpFrame.MaxLength];
    private readonly Socket _socket;
    private int _length;

    private ModbusTcpConnection(Socket socket) => _socket = socket;

    /// <summary>The bytes that were received but not yet consumed.</summary>
    public ReadOnlySpan<byte> Received => _received.AsSpan(0, _length);

    public static async ValueTask<ModbusTcpConnection> ConnectAsync(EndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false);
            return new(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        while (!frame.IsEmpty)
        {
            frame = frame[await _socket.SendAsync(frame, cancellationToken).ConfigureAwait(false)..];
        }
    }

    /// <summary>Receives at least one byte more; false when the server has closed the connection.</summary>
    public async ValueTask<bool> ReceiveAsync(CancellationToken cancellationToken)
    {
        var count = await _socket.ReceiveAsync(_received.AsMemory(_length), cancellationToken).ConfigureAwait(false);
        _length += count;
        return count > 0;
    }

    public void Consume(int count)
    {
        _received.AsSpan(count, _length - count).CopyTo(_received);
        _length -= count;
    }

    public void Dispose() => _socket.Dispose();
}
