using System.Formats.Asn1;
using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Declarations;

/// <summary>A mobility operator's promise: sessions of these contracts at these chargers, under these tariffs, are mine to pay.</summary>
public sealed record RoamingBody : DeclarationBody
{
    /// <inheritdoc/>
    public override DeclarationKind Kind => DeclarationKind.Roaming;

    /// <summary>The hashes of the contents of the tariff declarations that are accepted; empty accepts every tariff in scope.</summary>
    public ExiList<Digest> Tariffs { get; init; }

    /// <summary>Who carries the loss of first use after a withdrawal.</summary>
    public required LiabilityClass Liability { get; init; }

    /// <summary>The most that one session may take.</summary>
    public required Caps Caps { get; init; }

    /// <summary>The most sessions of one contract at one charger before the charger has been online again; null does not limit.</summary>
    public int? MaxSessionsOffline { get; init; }

    /// <summary>The greatest total of one contract at one charger before the charger has been online again; null does not limit.</summary>
    public Money? MaxAmountOffline { get; init; }

    /// <summary>The greatest age of revocation evidence under which the promise holds, in whole seconds.</summary>
    public required TimeSpan MaxEvidenceAge { get; init; }

    internal override void WriteFields(AsnWriter writer)
    {
        writer.WriteDigests(Tariffs);
        writer.WriteEnum(Liability);
        writer.WriteCaps(Caps);
        if (MaxSessionsOffline is { } sessions)
        {
            writer.WriteInteger(sessions, DerTags.Context(0));
        }

        if (MaxAmountOffline is { } amount)
        {
            writer.WriteMoney(amount, DerTags.Context(1));
        }

        writer.WriteSeconds(MaxEvidenceAge);
    }

    internal static RoamingBody ReadFields(DerReader reader) => new()
    {
        Tariffs = reader.Digests("tariffs", 0, 64),
        Liability = reader.Enumerated<LiabilityClass>("liability"),
        Caps = reader.Caps("caps"),
        MaxSessionsOffline = reader.NextIs(DerTags.Context(0))
            ? (int)reader.Integer("maxSessionsOffline", 0, 1_000_000, DerTags.Context(0))
            : null,
        MaxAmountOffline = reader.NextIs(DerTags.Context(1)) ? reader.Money("maxAmountOffline", DerTags.Context(1)) : null,
        MaxEvidenceAge = reader.Seconds("maxEvidenceAge"),
    };
}
