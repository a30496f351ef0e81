using System.Diagnostics.CodeAnalysis;

namespace PairSettle.Records.Format;

/// <summary>The charger's statement of what was delivered so far. Checkpoints of one session are chained by hash.</summary>
public sealed record Checkpoint
{
    /// <summary>The identity of the session.</summary>
    public required Digest Agreement { get; init; }

    /// <summary>1 for the first checkpoint, then one more each time.</summary>
    public required long Sequence { get; init; }

    /// <summary>The hash of the checkpoint before; the agreement's hash for the first one.</summary>
    public required Digest Previous { get; init; }

    /// <summary>What the meter shows.</summary>
    public required MeterStatement Meter { get; init; }

    /// <summary>Energy into the vehicle in this session.</summary>
    public required long ImportWh { get; init; }

    /// <summary>Energy out of the vehicle in this session.</summary>
    public required long ExportWh { get; init; }

    /// <summary>The time since power was permitted, in whole seconds.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The cost so far, taxes included.</summary>
    public required Money Cost { get; init; }

    /// <summary>When the checkpoint was made.</summary>
    public required QualifiedTime At { get; init; }

    /// <summary>The SHA-256 of the encoding.</summary>
    public Digest Hash => Digest.Of(ToDer());

    /// <summary>The DER encoding.</summary>
    /// <returns>The bytes.</returns>
    public byte[] ToDer() => DerObject.Write(
        DerTags.Checkpoint,
        writer =>
        {
            writer.WriteInteger(FormatLimits.Version);
            writer.WriteDigest(Agreement);
            writer.WriteInteger(Sequence);
            writer.WriteDigest(Previous);
            Meter.Write(writer);
            writer.WriteInteger(ImportWh);
            writer.WriteInteger(ExportWh);
            writer.WriteSeconds(Elapsed);
            writer.WriteMoney(Cost);
            writer.WriteTime(At);
        });

    /// <summary>The bytes that the charger signs: the label, then the encoding.</summary>
    /// <returns>The bytes to hash with the digest of the key's curve.</returns>
    public byte[] GetSigningInput() => SigningInput.Create(SigningInput.Checkpoint, ToDer());

    /// <summary>Reads a checkpoint.</summary>
    /// <param name="der">The DER encoding.</param>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="error">Why the bytes were refused.</param>
    /// <returns>Whether the bytes are a checkpoint.</returns>
    public static bool TryDecode(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out Checkpoint? checkpoint, out RecordError error) =>
        DerObject.TryRead(der, DerTags.Checkpoint, "checkpoint", 4096, Read, static value => value.ToDer(), out checkpoint, out error);

    private static Checkpoint Read(DerReader reader)
    {
        reader.Version();
        return new()
        {
            Agreement = reader.Digest("agreement"),
            Sequence = reader.Integer("sequence", 1, FormatLimits.MaxQuantity),
            Previous = reader.Digest("previous"),
            Meter = MeterStatement.Read(reader, "meter"),
            ImportWh = reader.Integer("importWh", 0, FormatLimits.MaxQuantity),
            ExportWh = reader.Integer("exportWh", 0, FormatLimits.MaxQuantity),
            Elapsed = reader.Seconds("elapsed"),
            Cost = reader.Money("cost"),
            At = reader.Time("at"),
        };
    }
}
