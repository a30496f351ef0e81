using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using PairSettle.Exi;

namespace PairSettle.Records.Format;

/// <summary>The vehicle's signed yes to exactly one offer, with limits that are at most those offered.</summary>
public sealed record Acceptance : IPartContent<Acceptance>
{
    /// <inheritdoc/>
    public static string ContentType => RecordOids.Acceptance;

    /// <summary>The hash of the offer's content.</summary>
    public required Digest Offer { get; init; }

    /// <summary>The hashes of the contract certificates, leaf first, without the anchor; the leaf's key signs.</summary>
    public required ExiList<Digest> ContractChain { get; init; }

    /// <summary>The hash of the charger's certificate.</summary>
    public required Digest ChargerCertificate { get; init; }

    /// <summary>The limits of the session; all three are given, none is above the offered one.</summary>
    public required Caps Caps { get; init; }

    /// <summary>The hashes of the contents of the policies that the vehicle is bound to.</summary>
    public ExiList<Digest> Policies { get; init; }

    /// <summary>The hashes of the revocation evidence on which the vehicle relies.</summary>
    public ExiList<Digest> Evidence { get; init; }

    /// <summary>When the offer was accepted.</summary>
    public required QualifiedTime AcceptedAt { get; init; }

    /// <summary>Sensitive fields, in ascending order of <see cref="Commitment.Field"/>.</summary>
    public ExiList<Commitment> Commitments { get; init; }

    /// <inheritdoc/>
    public Digest SignerCertificate => ContractChain[0];

    /// <summary>The SHA-256 of the encoding.</summary>
    public Digest Hash => Digest.Of(ToDer());

    /// <inheritdoc/>
    public byte[] ToDer() => DerObject.Write(DerTags.Acceptance, Write);

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out Acceptance? content, out RecordError error) =>
        DerObject.TryRead(
            der, DerTags.Acceptance, "acceptance", FormatLimits.MaxContent, Read, static value => value.ToDer(), out content, out error);

    private void Write(AsnWriter writer)
    {
        writer.WriteInteger(FormatLimits.Version);
        writer.WriteDigest(Offer);
        writer.WriteDigests(ContractChain);
        writer.WriteDigest(ChargerCertificate);
        writer.WriteCaps(Caps);
        writer.WriteDigests(Policies);
        writer.WriteDigests(Evidence);
        writer.WriteTime(AcceptedAt);
        writer.WriteList(Commitments, Commitment.Write);
    }

    private static Acceptance Read(DerReader reader)
    {
        reader.Version();
        var acceptance = new Acceptance
        {
            Offer = reader.Digest("offer"),
            ContractChain = reader.Digests("contractChain", 1, FormatLimits.MaxChain),
            ChargerCertificate = reader.Digest("chargerCertificate"),
            Caps = reader.Caps("caps"),
            Policies = reader.Digests("policies", 0, FormatLimits.MaxDeclarations),
            Evidence = reader.Digests("evidence", 0, FormatLimits.MaxEvidence),
            AcceptedAt = reader.Time("acceptedAt"),
            Commitments = Commitment.ReadList(reader, "commitments"),
        };
        return acceptance.Caps.IsComplete ? acceptance : throw reader.Refuse(RecordFault.MissingField, "caps");
    }
}
