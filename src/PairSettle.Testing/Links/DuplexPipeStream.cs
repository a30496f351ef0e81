using System.Buffers;
using System.IO.Pipelines;

namespace PairSettle.Testing.Links;

/// <summary>One end of a <see cref="DuplexPipe"/>.</summary>
internal sealed class DuplexPipeStream(PipeReader reader, PipeWriter writer) : Stream
{
    private readonly Lock _gate = new();
    private bool _reading;
    private bool _writing;
    private bool _disposed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Enter(ref _reading);
        try
        {
            if (buffer.IsEmpty)
            {
                return 0;
            }

            var result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            ObjectDisposedException.ThrowIf(result.IsCanceled, this);

            var length = (int)Math.Min(buffer.Length, result.Buffer.Length);
            var octets = result.Buffer.Slice(0, length);
            octets.CopyTo(buffer.Span);
            reader.AdvanceTo(octets.End);
            return length;
        }
        finally
        {
            Leave(ref _reading, reader.Complete);
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Enter(ref _writing);
        try
        {
            var result = await writer.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
            ObjectDisposedException.ThrowIf(result.IsCanceled, this);

            if (result.IsCompleted)
            {
                throw new IOException("The other end is closed.");
            }
        }
        finally
        {
            Leave(ref _writing, writer.Complete);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            bool completeReader, completeWriter;
            lock (_gate)
            {
                if (_disposed)
                {
                    return;
                }

                _disposed = true;
                completeReader = !_reading;
                completeWriter = !_writing;
            }

            // A pipe end that is in use is completed by its user, whom this wakes.
            Complete(completeReader, reader.Complete, reader.CancelPendingRead);
            Complete(completeWriter, writer.Complete, writer.CancelPendingFlush);
        }

        base.Dispose(disposing);
    }

    private static void Complete(bool idle, Action<Exception?> complete, Action wake)
    {
        if (idle)
        {
            complete(null);
        }
        else
        {
            wake();
        }
    }

    private void Enter(ref bool busy)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (busy)
            {
                throw new InvalidOperationException("One read and one write at a time.");
            }

            busy = true;
        }
    }

    private void Leave(ref bool busy, Action<Exception?> complete)
    {
        bool last;
        lock (_gate)
        {
            busy = false;
            last = _disposed;
        }

        if (last)
        {
            complete(null);
        }
    }
}
