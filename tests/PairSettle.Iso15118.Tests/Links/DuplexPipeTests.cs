using PairSettle.Testing.Links;

namespace PairSettle.Iso15118.Tests.Links;

public sealed class DuplexPipeTests
{
    [Fact]
    public async Task Write_OneEnd_IsReadAtTheOther()
    {
        var (first, second) = DuplexPipe.CreatePair();
        await first.WriteAsync(new byte[] { 1, 2, 3 });
        await second.WriteAsync(new byte[] { 4 });
        var buffer = new byte[10];
        Assert.Equal(3, await second.ReadAsync(buffer));
        Assert.Equal(1, await first.ReadAsync(buffer));
        Assert.Equal(4, buffer[0]);
    }

    [Fact]
    public async Task Dispose_OneEnd_EndsTheOthersReadsAndBreaksItsWrites()
    {
        var (first, second) = DuplexPipe.CreatePair();
        await first.WriteAsync(new byte[] { 1 });
        await first.DisposeAsync();
        Assert.Equal(1, await second.ReadAsync(new byte[10]));
        Assert.Equal(0, await second.ReadAsync(new byte[10]));
        await Assert.ThrowsAsync<IOException>(() => second.WriteAsync(new byte[] { 1 }).AsTask());
    }

    [Fact]
    public async Task Dispose_WhileReadingAndWriting_EndsBoth()
    {
        var (first, _) = DuplexPipe.CreatePair(capacity: 4);
        var read = first.ReadAsync(new byte[1]).AsTask();
        var write = first.WriteAsync(new byte[100]).AsTask();
        Assert.False(read.IsCompleted || write.IsCompleted);
        await first.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => read);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => write);
    }
}
