using System.Diagnostics.CodeAnalysis;

namespace PairSettle.Tool.Capture.Tls;

/// <summary>Opens the records of one direction under one key.</summary>
internal abstract class RecordProtection : IDisposable
{
    /// <summary>Octets of a record's header: type, version and length.</summary>
    public const int Header = 5;

    private ulong _sequence;

    /// <summary>Opens the next record.</summary>
    /// <param name="record">Header and fragment.</param>
    /// <param name="type">The content type.</param>
    /// <param name="content">The content.</param>
    /// <returns>False where the record is not authentic under this key; the sequence number stays.</returns>
    public bool TryOpen(ReadOnlySpan<byte> record, out TlsContentType type, [NotNullWhen(true)] out byte[]? content)
    {
        type = (TlsContentType)record[0];
        content = Open(record, _sequence, ref type);
        _sequence += content is null ? 0u : 1u;
        return content is not null;
    }

    public abstract void Dispose();

    protected abstract byte[]? Open(ReadOnlySpan<byte> record, ulong sequence, ref TlsContentType type);
}
