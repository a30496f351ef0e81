using PairSettle.Records.Format;

namespace PairSettle.Records.Tests.Format;

public sealed class InstantTests
{
    [Fact]
    public void TryDecode_EveryMillisecondOfASecond_IsReadAsItWasWritten()
    {
        var second = new DateTimeOffset(2026, 11, 22, 10, 0, 59, TimeSpan.Zero);
        for (var millisecond = 0; millisecond < 1000; millisecond++)
        {
            var at = new QualifiedTime(second.AddMilliseconds(millisecond), TimeQuality.Synchronised);
            var ack = new CheckpointAck { Agreement = default, Sequence = 1, Checkpoint = default, ImportWh = 0, ExportWh = 0, At = at };

            Assert.True(CheckpointAck.TryDecode(ack.ToDer(), out var read, out var error), $"{millisecond} ms: {error}");
            Assert.Equal(at, read.At);
        }
    }
}
