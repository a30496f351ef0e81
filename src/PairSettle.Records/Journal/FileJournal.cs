namespace PairSettle.Records.Journal;

/// <summary>
/// A journal in one file. Every entry is flushed to the medium before <see cref="AppendAsync"/> returns; a torn last
/// write, as a power cut leaves it, is cut off when the file is opened again, kept in a file
/// beside it and reported in <see cref="TornOctets"/>.
/// </summary>
public sealed class FileJournal : IJournal, IDisposable
{
    /// <summary>The suffix of the file beside the journal that keeps what was cut off.</summary>
    public const string CutSuffix = ".cut";

    private readonly FileStream _file;
    private byte[] _lastCheck;

    private FileJournal(FileStream file, IReadOnlyList<JournalEntry> recovered, byte[] lastCheck, long tornOctets)
    {
        (_file, Recovered, _lastCheck, TornOctets) = (file, recovered, lastCheck, tornOctets);
    }

    /// <inheritdoc/>
    public IReadOnlyList<JournalEntry> Recovered { get; }

    /// <summary>How many octets after the last whole entry were cut off: what one interrupted write left.</summary>
    public long TornOctets { get; }

    /// <summary>Opens a journal, or creates it. The file is locked against a second writer.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The journal.</returns>
    /// <exception cref="InvalidDataException">The file is not a journal; it is left untouched.</exception>
    /// <exception cref="IOException">The file cannot be opened, or another process holds it.</exception>
    public static FileJournal Open(string path)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        try
        {
            return Open(file, path);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask AppendAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (entry.Content.Length > JournalFormat.MaximumContent)
        {
            throw new ArgumentException($"A journal entry holds at most {JournalFormat.MaximumContent} octets.", nameof(entry));
        }

        // One write for the whole entry, and not cancellable: half an entry would have to be cut off again.
        using var buffer = new MemoryStream(entry.Content.Length + JournalFormat.HeaderSize + JournalFormat.CheckSize);
        var check = JournalFormat.Write(entry, _lastCheck, buffer);
        await _file.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), CancellationToken.None).ConfigureAwait(false);
        _file.Flush(flushToDisk: true);
        _lastCheck = check;
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static FileJournal Open(FileStream file, string path)
    {
        var entries = new List<JournalEntry>();
        if (file.Length < JournalFormat.Signature.Length)
        {
            // New, or torn while it was created: nothing can have been promised yet.
            var torn = file.Length;
            file.SetLength(0);
            file.Write(JournalFormat.Signature);
            file.Flush(flushToDisk: true);
            return new(file, entries, new byte[JournalFormat.CheckSize], torn);
        }

        var octets = new byte[file.Length];
        file.ReadExactly(octets);
        if (!octets.AsSpan().StartsWith(JournalFormat.Signature))
        {
            throw new InvalidDataException($"{path} is not a PairSettle journal.");
        }

        var whole = JournalFormat.Read(octets, entries, out var lastCheck);
        if (whole < octets.Length)
        {
            // Not thrown away: should it ever be more than one torn write, a person can look at it.
            using (var cut = new FileStream(path + CutSuffix, FileMode.Append))
            {
                cut.Write(octets.AsSpan(whole));
                cut.Flush(flushToDisk: true);
            }

            file.SetLength(whole);
            file.Flush(flushToDisk: true);
        }

        file.Position = whole;
        return new(file, entries, lastCheck, octets.Length - whole);
    }
}
