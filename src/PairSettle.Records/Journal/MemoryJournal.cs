namespace PairSettle.Records.Journal;

/// <summary>A journal without a medium, for a device that settles within one process lifetime and for simulation.</summary>
/// <param name="recovered">The entries that an earlier life left behind.</param>
public sealed class MemoryJournal(params IEnumerable<JournalEntry> recovered) : IJournal
{
    private readonly List<JournalEntry> _entries = [.. recovered];

    /// <inheritdoc/>
    public IReadOnlyList<JournalEntry> Recovered { get; } = [.. recovered];

    /// <summary>All entries, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Entries => _entries;

    /// <inheritdoc/>
    public ValueTask AppendAsync(JournalEntry entry, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _entries.Add(entry);
        return ValueTask.CompletedTask;
    }
}
