using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Globalization;
using PairSettle.Exi;

namespace PairSettle.Records.Format;

/// <summary>
/// The record of one session in its FULL form: the agreement, the last checkpoint that both signed, one or two half-records, and
/// the attachments that they name by hash.
/// </summary>
public sealed record PairRecord
{
    /// <summary>The suffix of files that hold one record.</summary>
    public const string FileExtension = ".psr";

    /// <summary>The charger's offer.</summary>
    public required SignedPart<Offer> Offer { get; init; }

    /// <summary>The vehicle's acceptance; null for a vehicle that does not pair.</summary>
    public SignedPart<Acceptance>? Acceptance { get; init; }

    /// <summary>The last checkpoint that both signed, or null.</summary>
    public SignedCheckpoint? LastCheckpoint { get; init; }

    /// <summary>The vehicle's acknowledgement of <see cref="LastCheckpoint"/>, or null.</summary>
    public SignedCheckpointAck? LastAck { get; init; }

    /// <summary>The charger's half, or null when it vanished.</summary>
    public SignedPart<HalfRecord>? ChargerHalf { get; init; }

    /// <summary>The vehicle's half, or null when it vanished or does not pair.</summary>
    public SignedPart<HalfRecord>? VehicleHalf { get; init; }

    /// <summary>The attachments, in the order of their encodings and each only once.</summary>
    public ExiList<Attachment> Attachments { get; init; }

    /// <summary>What both agreed; whether the parts belong together is the verifier's question.</summary>
    public Agreement Agreement => new(Offer.Content, Acceptance?.Content);

    /// <summary>The identity of the record: agreement and contents of the halves, never signatures.</summary>
    public Digest Id => Identify(
        Format.Agreement.Identify(Offer.ContentHash, Acceptance?.ContentHash), ChargerHalf?.ContentHash, VehicleHalf?.ContentHash);

    /// <summary>The hash over the contents' hashes, never over signatures.</summary>
    /// <param name="agreement">The identity of the session.</param>
    /// <param name="chargerHalf">The hash of the charger half's content, or null.</param>
    /// <param name="vehicleHalf">The hash of the vehicle half's content, or null.</param>
    /// <returns>The identity of the record.</returns>
    public static Digest Identify(Digest agreement, Digest? chargerHalf, Digest? vehicleHalf) => Digest.Of(DerObject.Write(
        DerTags.RecordIdentity,
        writer =>
        {
            writer.WriteDigest(agreement);
            writer.WriteOptionalDigest(chargerHalf, 0);
            writer.WriteOptionalDigest(vehicleHalf, 1);
        }));

    /// <summary>The DER encoding of the FULL form; surplus copies of an attachment are left out.</summary>
    /// <returns>The bytes of a <c>.psr</c> file.</returns>
    public byte[] ToDer() => DerObject.Write(DerTags.PairRecord, Write);

    /// <summary>Reads a record. Nothing is verified beyond the form.</summary>
    /// <param name="der">The bytes, at most one mebibyte.</param>
    /// <param name="record">The record.</param>
    /// <param name="error">Why the bytes were refused.</param>
    /// <returns>Whether the bytes are a record in FULL form.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out PairRecord? record, out RecordError error) =>
        DerObject.TryRead(
            der, DerTags.PairRecord, "record", FormatLimits.MaxRecord, Read, static value => value.ToDer(), out record, out error);

    /// <summary>Reads a record.</summary>
    /// <param name="der">The bytes.</param>
    /// <returns>The record.</returns>
    /// <exception cref="RecordContentException">The bytes are not a record in FULL form.</exception>
    public static PairRecord Parse(ReadOnlyMemory<byte> der) =>
        TryParse(der, out var record, out var error) ? record : throw new RecordContentException(error);

    private void Write(AsnWriter writer)
    {
        writer.WriteInteger(FormatLimits.Version);
        writer.WriteEnum(RecordForm.Full);
        WriteOptional(writer, 0, Offer.Encoded);
        WriteOptional(writer, 1, Acceptance?.Encoded);
        WriteOptional(writer, 2, LastCheckpoint?.ToDer());
        WriteOptional(writer, 3, LastAck?.ToDer());
        WriteOptional(writer, 4, ChargerHalf?.Encoded);
        WriteOptional(writer, 5, VehicleHalf?.Encoded);
        using (writer.PushSetOf())
        {
            foreach (var attachment in ((IEnumerable<Attachment>)Attachments).Distinct())
            {
                Attachment.Write(writer, attachment);
            }
        }
    }

    private static void WriteOptional(AsnWriter writer, int context, ReadOnlyMemory<byte>? encoded)
    {
        // A null array arrives here as memory without octets.
        if (encoded is { IsEmpty: false } octets)
        {
            using (writer.PushSequence(DerTags.Context(context)))
            {
                writer.WriteEncodedValue(octets.Span);
            }
        }
    }

    private static PairRecord Read(DerReader reader)
    {
        reader.Version();
        if (reader.Enumerated<RecordForm>("form") != RecordForm.Full)
        {
            throw reader.Refuse(RecordFault.UnsupportedForm, "form");
        }

        var record = new PairRecord
        {
            Offer = ReadPart<Offer>(reader, 0, "offer") ?? throw reader.Refuse(RecordFault.MissingField, "offer"),
            Acceptance = ReadPart<Acceptance>(reader, 1, "acceptance"),
            LastCheckpoint = ReadCheckpoint(reader),
            LastAck = ReadAck(reader),
            ChargerHalf = ReadPart<HalfRecord>(reader, 4, "chargerHalf"),
            VehicleHalf = ReadPart<HalfRecord>(reader, 5, "vehicleHalf"),
            Attachments = ReadAttachments(reader),
        };
        if (record.ChargerHalf is null && record.VehicleHalf is null)
        {
            throw reader.Refuse(RecordFault.MissingField, "chargerHalf");
        }

        return record;
    }

    private static SignedPart<T>? ReadPart<T>(DerReader reader, int context, string name)
        where T : class, IPartContent<T>
    {
        if (!reader.NextIs(DerTags.Context(context)))
        {
            return null;
        }

        var wrapper = reader.Sequence(name, DerTags.Context(context));
        var encoded = wrapper.Encoded("cms");
        wrapper.End();
        return SignedPart.TryParse<T>(encoded, out var part, out var error)
            ? part
            : throw new DerRefusal(error with { Path = $"record.{name}.{error.Path}" });
    }

    private static SignedCheckpoint? ReadCheckpoint(DerReader reader)
    {
        if (!reader.NextIs(DerTags.Context(2)))
        {
            return null;
        }

        var wrapper = reader.Sequence("lastCheckpoint", DerTags.Context(2));
        var encoded = wrapper.Encoded("signed");
        wrapper.End();
        return SignedCheckpoint.TryDecode(encoded, out var signed, out var error)
            ? signed
            : throw new DerRefusal(error with { Path = $"record.{error.Path}" });
    }

    private static SignedCheckpointAck? ReadAck(DerReader reader)
    {
        if (!reader.NextIs(DerTags.Context(3)))
        {
            return null;
        }

        var wrapper = reader.Sequence("lastAck", DerTags.Context(3));
        var encoded = wrapper.Encoded("signed");
        wrapper.End();
        return SignedCheckpointAck.TryDecode(encoded, out var signed, out var error)
            ? signed
            : throw new DerRefusal(error with { Path = $"record.{error.Path}" });
    }

    private static ExiList<Attachment> ReadAttachments(DerReader reader)
    {
        var set = reader.Set("attachments");
        var items = new List<Attachment>();
        var seen = new HashSet<Attachment>();
        while (set.HasData)
        {
            if (items.Count == FormatLimits.MaxAttachments)
            {
                throw reader.Refuse(RecordFault.OutOfBounds, "attachments");
            }

            var name = items.Count.ToString(CultureInfo.InvariantCulture);
            var item = Attachment.Read(set, name);
            if (!seen.Add(item))
            {
                throw set.Refuse(RecordFault.Duplicate, name);
            }

            items.Add(item);
        }

        return ExiList.Create<Attachment>([.. items]);
    }
}
