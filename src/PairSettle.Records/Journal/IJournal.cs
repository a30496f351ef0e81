namespace PairSettle.Records.Journal;

/// <summary>
/// A device's append-only memory. What <see cref="AppendAsync"/> has returned for survives a crash at any later point;
/// that is what lets a device promise never to sign two different statements for one step.
/// </summary>
public interface IJournal
{
    /// <summary>The entries that were found when the journal was opened, oldest first.</summary>
    IReadOnlyList<JournalEntry> Recovered { get; }

    /// <summary>Appends an entry and returns when it is on the medium.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellationToken">Cancels before anything is written; a write that began is finished.</param>
    /// <returns>A task that ends when the entry is durable.</returns>
    /// <exception cref="IOException">The medium refused; nothing may be sent that depends on the entry.</exception>
    ValueTask AppendAsync(JournalEntry entry, CancellationToken cancellationToken);
}
