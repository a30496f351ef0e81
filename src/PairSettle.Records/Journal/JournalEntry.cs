namespace PairSettle.Records.Journal;

/// <summary>One durable entry of a device's journal.</summary>
/// <param name="Kind">What the content is.</param>
/// <param name="Content">The octets exactly as they were or will be sent.</param>
public readonly record struct JournalEntry(JournalEntryKind Kind, ReadOnlyMemory<byte> Content);
