using PairSettle.Records.Journal;

namespace PairSettle.Records.Tests.Journal;

public sealed class FileJournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pairsettle-journal-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "device.psj");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Open_AfterAppends_RecoversEveryEntryInOrder()
    {
        var written = Entries();
        await WriteAsync(written);

        using var journal = FileJournal.Open(Path);

        Assert.Equal(0, journal.TornOctets);
        AssertSame(written, journal.Recovered);
    }

    [Fact]
    public async Task Open_EveryPrefixOfTheFile_RecoversAPrefixOfTheEntriesAndAppendsAfterIt()
    {
        var written = Entries();
        await WriteAsync(written);
        var whole = await File.ReadAllBytesAsync(Path);

        for (var length = 0; length < whole.Length; length++)
        {
            await File.WriteAllBytesAsync(Path, whole[..length]);
            int recovered;
            using (var journal = FileJournal.Open(Path))
            {
                recovered = journal.Recovered.Count;
                AssertSame(written[..recovered], journal.Recovered);
                await journal.AppendAsync(written[0], CancellationToken.None);
            }

            using var again = FileJournal.Open(Path);
            Assert.Equal(0, again.TornOctets);
            Assert.Equal(recovered + 1, again.Recovered.Count);
        }
    }

    [Fact]
    public async Task Open_AnyOctetChanged_NeverRecoversAnEntryThatWasNotWritten()
    {
        var written = Entries();
        await WriteAsync(written);
        var whole = await File.ReadAllBytesAsync(Path);

        for (var position = 8; position < whole.Length; position++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[position] ^= 0x10;
            await File.WriteAllBytesAsync(Path, damaged);

            using var journal = FileJournal.Open(Path);

            AssertSame(written[..journal.Recovered.Count], journal.Recovered);
            Assert.True(journal.TornOctets > 0);
            Assert.Equal(damaged[^(int)journal.TornOctets..], File.ReadAllBytes(Path + FileJournal.CutSuffix)[^(int)journal.TornOctets..]);
        }
    }

    [Fact]
    public async Task Open_NotAJournal_RefusesAndLeavesTheFileAlone()
    {
        await File.WriteAllTextAsync(Path, "some other file of the owner");

        Assert.Throws<InvalidDataException>(() => FileJournal.Open(Path));
        Assert.Equal("some other file of the owner", await File.ReadAllTextAsync(Path));
    }

    [Fact]
    public void Open_WhileAnotherHoldsIt_IsRefused()
    {
        using var first = FileJournal.Open(Path);

        Assert.ThrowsAny<IOException>(() => FileJournal.Open(Path));
    }

    private static JournalEntry[] Entries() =>
    [
        new(JournalEntryKind.Offer, new byte[] { 1, 2, 3 }),
        new(JournalEntryKind.Acceptance, ReadOnlyMemory<byte>.Empty),
        new(JournalEntryKind.Checkpoint, Enumerable.Range(0, 40).Select(i => (byte)i).ToArray()),
    ];

    private static void AssertSame(IReadOnlyList<JournalEntry> expected, IReadOnlyList<JournalEntry> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected[i].Kind, actual[i].Kind);
            Assert.Equal(expected[i].Content.ToArray(), actual[i].Content.ToArray());
        }
    }

    private async Task WriteAsync(IEnumerable<JournalEntry> entries)
    {
        using var journal = FileJournal.Open(Path);
        foreach (var entry in entries)
        {
            await journal.AppendAsync(entry, CancellationToken.None);
        }
    }
}
