using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PairSettle.Records.Journal;

/// <summary>
/// The octets of a journal file: an 8-octet signature, then entries of length (4, big endian), kind (1), content, and a
/// 16-octet check over the previous check and the entry. The check tells a torn last write from a whole entry and makes
/// the order of entries tamper-evident. See docs/formats/journal.md.
/// </summary>
internal static class JournalFormat
{
    public const int CheckSize = 16;
    public const int HeaderSize = 5;
    public const int MaximumContent = 1 << 20;

    public static ReadOnlySpan<byte> Signature => "PSJRNL\x00\x01"u8;

    /// <summary>Appends one entry to a buffer and returns its check.</summary>
    public static byte[] Write(JournalEntry entry, ReadOnlySpan<byte> previousCheck, Stream destination)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        BinaryPrimitives.WriteInt32BigEndian(header, entry.Content.Length);
        header[4] = (byte)entry.Kind;
        var check = Check(previousCheck, header, entry.Content.Span);
        destination.Write(header);
        destination.Write(entry.Content.Span);
        destination.Write(check);
        return check;
    }

    /// <summary>Reads whole entries until the octets end or stop making sense.</summary>
    /// <returns>How many octets, the signature included, belong to whole entries.</returns>
    public static int Read(ReadOnlyMemory<byte> file, List<JournalEntry> entries, out byte[] lastCheck)
    {
        lastCheck = new byte[CheckSize];
        var position = Signature.Length;
        while (file.Length - position >= HeaderSize + CheckSize)
        {
            var header = file.Span.Slice(position, HeaderSize);
            var length = BinaryPrimitives.ReadInt32BigEndian(header);
            if (length is < 0 or > MaximumContent || file.Length - position - HeaderSize - CheckSize < length)
            {
                break;
            }

            var content = file.Slice(position + HeaderSize, length);
            var check = Check(lastCheck, header, content.Span);
            if (!file.Span.Slice(position + HeaderSize + length, CheckSize).SequenceEqual(check))
            {
                break;
            }

            entries.Add(new((JournalEntryKind)header[4], content));
            lastCheck = check;
            position += HeaderSize + length + CheckSize;
        }

        return position;
    }

    private static byte[] Check(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> header, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(header);
        hash.AppendData(content);
        return hash.GetHashAndReset()[..CheckSize];
    }
}
