using System.Diagnostics.CodeAnalysis;

namespace PairSettle.Records.Format;

/// <summary>The vehicle's statement that it agrees to one checkpoint, with its own measurement beside it.</summary>
public sealed record CheckpointAck
{
    /// <summary>The identity of the session.</summary>
    public required Digest Agreement { get; init; }

    /// <summary>The sequence number of the checkpoint.</summary>
    public required long Sequence { get; init; }

    /// <summary>The hash of the checkpoint.</summary>
    public required Digest Checkpoint { get; init; }

    /// <summary>Energy into the vehicle in this session, as the vehicle measured it.</summary>
    public required long ImportWh { get; init; }

    /// <summary>Energy out of the vehicle in this session, as the vehicle measured it.</summary>
    public required long ExportWh { get; init; }

    /// <summary>When the checkpoint was acknowledged.</summary>
    public required QualifiedTime At { get; init; }

    /// <summary>The SHA-256 of the encoding.</summary>
    public Digest Hash => Digest.Of(ToDer());

    /// <summary>The DER encoding.</summary>
    /// <returns>The bytes.</returns>
    public byte[] ToDer() => DerObject.Write(
        DerTags.CheckpointAck,
        writer =>
        {
            writer.WriteInteger(FormatLimits.Version);
            writer.WriteDigest(Agreement);
            writer.WriteInteger(Sequence);
            writer.WriteDigest(Checkpoint);
            writer.WriteInteger(ImportWh);
            writer.WriteInteger(ExportWh);
            writer.WriteTime(At);
        });

    /// <summary>The bytes that the vehicle signs: the label, then the encoding.</summary>
    /// <returns>The bytes to hash with the digest of the key's curve.</returns>
    public byte[] GetSigningInput() => SigningInput.Create(SigningInput.CheckpointAck, ToDer());

    /// <summary>Reads an acknowledgement.</summary>
    /// <param name="der">The DER encoding.</param>
    /// <param name="ack">The acknowledgement.</param>
    /// <param name="error">Why the bytes were refused.</param>
    /// <returns>Whether the bytes are an acknowledgement.</returns>
    public static bool TryDecode(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out CheckpointAck? ack, out RecordError error) =>
        DerObject.TryRead(der, DerTags.CheckpointAck, "checkpointAck", 4096, Read, static value => value.ToDer(), out ack, out error);

    private static CheckpointAck Read(DerReader reader)
    {
        reader.Version();
        return new()
        {
            Agreement = reader.Digest("agreement"),
            Sequence = reader.Integer("sequence", 1, FormatLimits.MaxQuantity),
            Checkpoint = reader.Digest("checkpoint"),
            ImportWh = reader.Integer("importWh", 0, FormatLimits.MaxQuantity),
            ExportWh = reader.Integer("exportWh", 0, FormatLimits.MaxQuantity),
            At = reader.Time("at"),
        };
    }
}
