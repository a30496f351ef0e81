using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using PairSettle.Exi;
using PairSettle.Records.Tariffs;

namespace PairSettle.Records.Format;

/// <summary>What the charger offers, and signs before anything else: from here on price and limits are fixed.</summary>
public sealed record Offer : IPartContent<Offer>
{
    /// <inheritdoc/>
    public static string ContentType => RecordOids.Offer;

    /// <summary>The hash of the vehicle's hello; null for a vehicle that does not pair.</summary>
    public Digest? Hello { get; init; }

    /// <summary>The vehicle's nonce of 32 octets; empty exactly when there was no hello.</summary>
    public ExiBytes VehicleNonce { get; init; }

    /// <summary>The charger's nonce of 32 octets.</summary>
    public required ExiBytes ChargerNonce { get; init; }

    /// <summary>What ties the offer to the connection.</summary>
    public required ChannelBinding Channel { get; init; }

    /// <summary>The hashes of the charger's certificates, leaf first, without the anchor.</summary>
    public required ExiList<Digest> ChargerChain { get; init; }

    /// <summary>The hashes of the contract certificates, leaf first, without the anchor; empty when nobody identified the payer.</summary>
    public ExiList<Digest> ContractChain { get; init; }

    /// <summary>The identifier of the EVSE, 1 to 64 characters.</summary>
    public required string EvseId { get; init; }

    /// <summary>The hash of the content of the tariff declaration that prices this session.</summary>
    public required Digest Tariff { get; init; }

    /// <summary>The hash of the content of the roaming declaration under which the session is paid, or null.</summary>
    public Digest? Roaming { get; init; }

    /// <summary>The hashes of the contents of the policies that the charger is bound to.</summary>
    public ExiList<Digest> Policies { get; init; }

    /// <summary>The hashes of the contents of the meter declarations.</summary>
    public ExiList<Digest> Meters { get; init; }

    /// <summary>The hashes of the revocation evidence on which the charger relies.</summary>
    public ExiList<Digest> Evidence { get; init; }

    /// <summary>Who carries the loss of first use after a withdrawal.</summary>
    public required LiabilityClass Liability { get; init; }

    /// <summary>The most that the session may take; all three limits are given.</summary>
    public required Caps Caps { get; init; }

    /// <summary>How much may be delivered without acknowledgement.</summary>
    public required Slice Slice { get; init; }

    /// <summary>How far the two measurements may differ.</summary>
    public required EnergyTolerance Tolerance { get; init; }

    /// <summary>How costs are rounded.</summary>
    public required RoundingRule Rounding { get; init; }

    /// <summary>The greatest age of revocation evidence that both sides accept.</summary>
    public required TimeSpan MaxEvidenceAge { get; init; }

    /// <summary>What the charger's meter shows before the session.</summary>
    public required MeterStatement StartMeter { get; init; }

    /// <summary>When the offer was made.</summary>
    public required QualifiedTime OfferedAt { get; init; }

    /// <summary>How long the offer may be accepted, in whole seconds.</summary>
    public required TimeSpan AcceptWithin { get; init; }

    /// <summary>Sensitive fields, in ascending order of <see cref="Commitment.Field"/>.</summary>
    public ExiList<Commitment> Commitments { get; init; }

    /// <inheritdoc/>
    public Digest SignerCertificate => ChargerChain[0];

    /// <summary>The hash of the contract certificate, or null when nobody identified the payer.</summary>
    public Digest? ContractCertificate => ContractChain.IsEmpty ? null : ContractChain[0];

    /// <summary>The currency of the session: that of the cap on the amount.</summary>
    public Currency Currency => Caps.Amount!.Value.Currency;

    /// <summary>The SHA-256 of the encoding.</summary>
    public Digest Hash => Digest.Of(ToDer());

    /// <inheritdoc/>
    public byte[] ToDer() => DerObject.Write(DerTags.Offer, Write);

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out Offer? content, out RecordError error) =>
        DerObject.TryRead(der, DerTags.Offer, "offer", FormatLimits.MaxContent, Read, static value => value.ToDer(), out content, out error);

    private void Write(AsnWriter writer)
    {
        writer.WriteInteger(FormatLimits.Version);
        if (Hello is { } hello)
        {
            using (writer.PushSequence(DerTags.Context(0)))
            {
                writer.WriteDigest(hello);
                writer.WriteOctetString(VehicleNonce.Span);
            }
        }

        writer.WriteOctetString(ChargerNonce.Span);
        using (writer.PushSequence())
        {
            writer.WriteText(Channel.Type);
            writer.WriteOctetString(Channel.Value.Span);
        }

        writer.WriteDigests(ChargerChain);
        writer.WriteDigests(ContractChain);
        writer.WriteText(EvseId);
        writer.WriteDigest(Tariff);
        writer.WriteOptionalDigest(Roaming, 1);
        writer.WriteDigests(Policies);
        writer.WriteDigests(Meters);
        writer.WriteDigests(Evidence);
        writer.WriteEnum(Liability);
        writer.WriteCaps(Caps);
        using (writer.PushSequence())
        {
            writer.WriteInteger(Slice.EnergyWh);
            writer.WriteMoney(Slice.Amount);
            writer.WriteSeconds(Slice.Duration);
        }

        using (writer.PushSequence())
        {
            writer.WriteInteger(Tolerance.AbsoluteWh);
            writer.WriteInteger(Tolerance.PartsPerMillion);
        }

        writer.WriteEnum(Rounding);
        writer.WriteSeconds(MaxEvidenceAge);
        StartMeter.Write(writer);
        writer.WriteTime(OfferedAt);
        writer.WriteSeconds(AcceptWithin);
        writer.WriteList(Commitments, Commitment.Write);
    }

    private static Offer Read(DerReader reader)
    {
        reader.Version();
        Digest? hello = null;
        var vehicleNonce = ExiBytes.Empty;
        if (reader.NextIs(DerTags.Context(0)))
        {
            var inner = reader.Sequence("hello", DerTags.Context(0));
            hello = inner.Digest("hash");
            vehicleNonce = inner.Octets("vehicleNonce", FormatLimits.NonceLength, FormatLimits.NonceLength);
            inner.End();
        }

        var offer = new Offer
        {
            Hello = hello,
            VehicleNonce = vehicleNonce,
            ChargerNonce = reader.Octets("chargerNonce", FormatLimits.NonceLength, FormatLimits.NonceLength),
            Channel = ReadChannel(reader),
            ChargerChain = reader.Digests("chargerChain", 1, FormatLimits.MaxChain),
            ContractChain = reader.Digests("contractChain", 0, FormatLimits.MaxChain),
            EvseId = reader.Text("evseId", 1, 64),
            Tariff = reader.Digest("tariff"),
            Roaming = reader.OptionalDigest("roaming", 1),
            Policies = reader.Digests("policies", 0, FormatLimits.MaxDeclarations),
            Meters = reader.Digests("meters", 0, FormatLimits.MaxDeclarations),
            Evidence = reader.Digests("evidence", 0, FormatLimits.MaxEvidence),
            Liability = reader.Enumerated<LiabilityClass>("liability"),
            Caps = reader.Caps("caps"),
            Slice = ReadSlice(reader),
            Tolerance = ReadTolerance(reader),
            Rounding = reader.Enumerated<RoundingRule>("rounding"),
            MaxEvidenceAge = reader.Seconds("maxEvidenceAge"),
            StartMeter = MeterStatement.Read(reader, "startMeter"),
            OfferedAt = reader.Time("offeredAt"),
            AcceptWithin = reader.Seconds("acceptWithin"),
            Commitments = Commitment.ReadList(reader, "commitments"),
        };

        if (!offer.Caps.IsComplete)
        {
            throw reader.Refuse(RecordFault.MissingField, "caps");
        }

        if (offer.Slice.Amount.Currency != offer.Currency)
        {
            throw reader.Refuse(RecordFault.Contradiction, "slice.amount");
        }

        if (hello is not null && offer.ContractChain.IsEmpty)
        {
            throw reader.Refuse(RecordFault.Contradiction, "contractChain");
        }

        return offer;
    }

    private static ChannelBinding ReadChannel(DerReader outer)
    {
        var reader = outer.Sequence("channel");
        var value = new ChannelBinding(reader.Text("type", 1, 32), reader.Octets("value", 0, 64));
        reader.End();
        return value;
    }

    private static Slice ReadSlice(DerReader outer)
    {
        var reader = outer.Sequence("slice");
        var value = new Slice(reader.Integer("energyWh", 1, FormatLimits.MaxQuantity), reader.Money("amount"), reader.Seconds("duration", min: 1));
        reader.End();
        return value;
    }

    private static EnergyTolerance ReadTolerance(DerReader outer)
    {
        var reader = outer.Sequence("tolerance");
        var value = new EnergyTolerance(
            reader.Integer("absoluteWh", 0, FormatLimits.MaxQuantity),
            (int)reader.Integer("partsPerMillion", 0, 1_000_000));
        reader.End();
        return value;
    }
}
