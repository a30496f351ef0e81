namespace PairSettle.Testing.Links;

/// <summary>A stream that splits, corrupts, delays, cuts and loses the octets of another one, always alike for one seed.</summary>
/// <param name="inner">The stream that works; disposed with this one.</param>
/// <param name="faults">What to do to it.</param>
public sealed class FaultyStream(Stream inner, StreamFaults faults) : Stream
{
    private readonly SplitMix64 _chance = new(faults.Seed);
    private long _readOffset;
    private long _writeOffset;

    /// <inheritdoc/>
    public override bool CanRead => inner.CanRead;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => inner.CanWrite;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (faults.ReadDelay > TimeSpan.Zero)
        {
            await Task.Delay(faults.ReadDelay, faults.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        var most = Math.Min(buffer.Length, Math.Max(1, faults.MaxReadLength));
        most = Before(faults.SplitReadsAt, _readOffset, most) is > 0 and var split ? split : most;
        if (faults.EndReadsAt is { } end && _readOffset >= end)
        {
            return 0;
        }

        most = Before(faults.EndReadsAt, _readOffset, most);
        if (faults.RandomReadLength && most > 1)
        {
            most = 1 + _chance.Below(most);
        }

        var read = await inner.ReadAsync(buffer[..most], cancellationToken).ConfigureAwait(false);
        Corrupt(buffer.Span[..read]);
        _readOffset += read;
        return read;
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var kept = Math.Min(Before(faults.FailWritesAt, _writeOffset, buffer.Length), Before(faults.LoseWritesAt, _writeOffset, buffer.Length));
        if (kept > 0)
        {
            await inner.WriteAsync(buffer[..kept], cancellationToken).ConfigureAwait(false);
        }

        _writeOffset += buffer.Length;
        if (faults.FailWritesAt is { } limit && _writeOffset > limit)
        {
            await inner.DisposeAsync().ConfigureAwait(false);
            throw new IOException("The link broke.");
        }
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>How many of <paramref name="length"/> octets at <paramref name="offset"/> lie before a limit.</summary>
    private static int Before(long? limit, long offset, int length) =>
        limit is { } at ? (int)Math.Clamp(at - offset, 0, length) : length;

    private void Corrupt(Span<byte> octets)
    {
        if (faults.CorruptReadAt is { } at && at >= _readOffset && at < _readOffset + octets.Length)
        {
            octets[(int)(at - _readOffset)] ^= (byte)(1 << _chance.Below(8));
        }

        if (octets.Length > 0 && _chance.Chance(faults.CorruptReadPerMille))
        {
            octets[_chance.Below(octets.Length)] ^= (byte)(1 << _chance.Below(8));
        }
    }
}
