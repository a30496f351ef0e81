using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using PairSettle.Exi;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Format;

/// <summary>One party's own observation of a session. Two that satisfy the reciprocity rules are a matched pair.</summary>
public sealed record HalfRecord : IPartContent<HalfRecord>
{
    /// <inheritdoc/>
    public static string ContentType => RecordOids.HalfRecord;

    /// <summary>Which party speaks.</summary>
    public required PartyRole Role { get; init; }

    /// <summary>The identity of the session.</summary>
    public required Digest Agreement { get; init; }

    /// <summary>The hash of the certificate whose key signs.</summary>
    public required Digest OwnCertificate { get; init; }

    /// <summary>The hash of the other party's certificate; null when nobody identified the payer.</summary>
    public Digest? PeerCertificate { get; init; }

    /// <summary>When power was permitted.</summary>
    public required QualifiedTime StartedAt { get; init; }

    /// <summary>When power was withdrawn for good.</summary>
    public required QualifiedTime EndedAt { get; init; }

    /// <summary>Why the session ended.</summary>
    public required EndReason EndReason { get; init; }

    /// <summary>Energy into the vehicle, as this party measured it.</summary>
    public required long ImportWh { get; init; }

    /// <summary>Energy out of the vehicle, as this party measured it.</summary>
    public required long ExportWh { get; init; }

    /// <summary>The hash of the content of the tariff declaration.</summary>
    public required Digest Tariff { get; init; }

    /// <summary>The cost before taxes, rounded by the agreed rule.</summary>
    public required Money CostBeforeTaxes { get; init; }

    /// <summary>The cost to pay, rounded by the agreed rule.</summary>
    public required Money Cost { get; init; }

    /// <summary>The last checkpoint that both signed; null when there was none.</summary>
    public CheckpointReference? LastCheckpoint { get; init; }

    /// <summary>What the meter shows after the session; a charger always says it.</summary>
    public MeterStatement? EndMeter { get; init; }

    /// <summary>The session cut wherever the price changes; a charger always says it, and the cost follows from it.</summary>
    public ExiList<UsagePeriod> Periods { get; init; }

    /// <summary>Where this record stands in the history of the device.</summary>
    public required DeviceState Device { get; init; }

    /// <summary>The hashes of further revocation evidence that was seen during the session.</summary>
    public ExiList<Digest> Evidence { get; init; }

    /// <summary>The hashes of the vehicle's signed ISO 15118 messages, for a vehicle that does not pair.</summary>
    public ExiList<Digest> IsoEvidence { get; init; }

    /// <summary>Sensitive fields, in ascending order of <see cref="Commitment.Field"/>.</summary>
    public ExiList<Commitment> Commitments { get; init; }

    /// <inheritdoc/>
    public Digest SignerCertificate => OwnCertificate;

    /// <summary>The SHA-256 of the encoding.</summary>
    public Digest Hash => Digest.Of(ToDer());

    /// <inheritdoc/>
    public byte[] ToDer() => DerObject.Write(DerTags.HalfRecord, Write);

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out HalfRecord? content, out RecordError error) =>
        DerObject.TryRead(
            der, DerTags.HalfRecord, "halfRecord", FormatLimits.MaxContent, Read, static value => value.ToDer(), out content, out error);

    private void Write(AsnWriter writer)
    {
        writer.WriteInteger(FormatLimits.Version);
        writer.WriteEnum(Role);
        writer.WriteDigest(Agreement);
        writer.WriteDigest(OwnCertificate);
        writer.WriteOptionalDigest(PeerCertificate, 0);
        writer.WriteTime(StartedAt);
        writer.WriteTime(EndedAt);
        writer.WriteEnum(EndReason);
        writer.WriteInteger(ImportWh);
        writer.WriteInteger(ExportWh);
        writer.WriteDigest(Tariff);
        writer.WriteMoney(CostBeforeTaxes);
        writer.WriteMoney(Cost);
        if (LastCheckpoint is { } last)
        {
            using (writer.PushSequence(DerTags.Context(1)))
            {
                writer.WriteInteger(last.Sequence);
                writer.WriteDigest(last.Hash);
            }
        }

        if (EndMeter is { } meter)
        {
            using (writer.PushSequence(DerTags.Context(2)))
            {
                meter.Write(writer);
            }
        }

        writer.WriteList(Periods, UsagePeriod.Write);
        Device.Write(writer);
        writer.WriteDigests(Evidence);
        writer.WriteDigests(IsoEvidence);
        writer.WriteList(Commitments, Commitment.Write);
    }

    private static HalfRecord Read(DerReader reader)
    {
        reader.Version();
        var half = new HalfRecord
        {
            Role = reader.Enumerated<PartyRole>("role"),
            Agreement = reader.Digest("agreement"),
            OwnCertificate = reader.Digest("ownCertificate"),
            PeerCertificate = reader.OptionalDigest("peerCertificate", 0),
            StartedAt = reader.Time("startedAt"),
            EndedAt = reader.Time("endedAt"),
            EndReason = reader.Enumerated<EndReason>("endReason"),
            ImportWh = reader.Integer("importWh", 0, FormatLimits.MaxQuantity),
            ExportWh = reader.Integer("exportWh", 0, FormatLimits.MaxQuantity),
            Tariff = reader.Digest("tariff"),
            CostBeforeTaxes = reader.Money("costBeforeTaxes"),
            Cost = reader.Money("cost"),
            LastCheckpoint = ReadCheckpoint(reader),
            EndMeter = ReadMeter(reader),
            Periods = reader.List("periods", 0, FormatLimits.MaxPeriods, UsagePeriod.Read),
            Device = DeviceState.Read(reader, "device"),
            Evidence = reader.Digests("evidence", 0, FormatLimits.MaxEvidence),
            IsoEvidence = reader.Digests("isoEvidence", 0, FormatLimits.MaxEvidence),
            Commitments = Commitment.ReadList(reader, "commitments"),
        };

        if (half.Role == PartyRole.Charger && (half.EndMeter is null || half.Periods.IsEmpty))
        {
            throw reader.Refuse(RecordFault.MissingField, half.EndMeter is null ? "endMeter" : "periods");
        }

        if (half.Role == PartyRole.Vehicle && (!half.IsoEvidence.IsEmpty || half.PeerCertificate is null))
        {
            throw reader.Refuse(RecordFault.Contradiction, half.PeerCertificate is null ? "peerCertificate" : "isoEvidence");
        }

        return half;
    }

    private static CheckpointReference? ReadCheckpoint(DerReader reader)
    {
        if (!reader.NextIs(DerTags.Context(1)))
        {
            return null;
        }

        var inner = reader.Sequence("lastCheckpoint", DerTags.Context(1));
        var reference = new CheckpointReference(inner.Integer("sequence", 1, FormatLimits.MaxQuantity), inner.Digest("hash"));
        inner.End();
        return reference;
    }

    private static MeterStatement? ReadMeter(DerReader reader)
    {
        if (!reader.NextIs(DerTags.Context(2)))
        {
            return null;
        }

        var inner = reader.Sequence("endMeter", DerTags.Context(2));
        var statement = MeterStatement.Read(inner, "statement");
        inner.End();
        return statement;
    }
}
