using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Declarations;

/// <summary>A statement that an authority signs once and that parties carry, so that nobody has to be asked during a session.</summary>
public sealed record Declaration : IPartContent<Declaration>
{
    // The wire numbers are the positions; the order never changes.
    private static readonly AuthorityRole[] Roles =
    [
        AuthorityRole.V2G,
        AuthorityRole.MobilityOperator,
        AuthorityRole.ChargePointOperator,
        AuthorityRole.Oem,
        AuthorityRole.Fleet,
        AuthorityRole.Meter,
        AuthorityRole.Auditor,
    ];

    /// <inheritdoc/>
    public static string ContentType => RecordOids.Declaration;

    /// <summary>As which authority the issuer speaks; its chain must end at an anchor of this role.</summary>
    public required AuthorityRole Issuer { get; init; }

    /// <summary>The hashes of the issuer's certificates, leaf first, without the anchor.</summary>
    public required ExiList<Digest> IssuerChain { get; init; }

    /// <summary>A number that the issuer uses once.</summary>
    public required long Serial { get; init; }

    /// <summary>The first instant at which the declaration counts, in whole milliseconds.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>The last instant at which the declaration counts, in whole milliseconds.</summary>
    public required DateTimeOffset NotAfter { get; init; }

    /// <summary>Which sessions it is about.</summary>
    public DeclarationScope Scope { get; init; } = DeclarationScope.All;

    /// <summary>What it says.</summary>
    public required DeclarationBody Body { get; init; }

    /// <inheritdoc/>
    public Digest SignerCertificate => IssuerChain[0];

    /// <summary>The SHA-256 of the encoding.</summary>
    public Digest Hash => Digest.Of(ToDer());

    /// <inheritdoc/>
    public byte[] ToDer() => DerObject.Write(DerTags.Declaration, Write);

    /// <inheritdoc/>
    public static bool TryDecode(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out Declaration? content, out RecordError error) =>
        DerObject.TryRead(
            der, DerTags.Declaration, "declaration", FormatLimits.MaxContent, Read, static value => value.ToDer(), out content, out error);

    private void Write(AsnWriter writer)
    {
        writer.WriteInteger(FormatLimits.Version);
        writer.WriteInteger(Array.IndexOf(Roles, Issuer));
        writer.WriteDigests(IssuerChain);
        writer.WriteInteger(Serial);
        writer.WriteInstant(NotBefore);
        writer.WriteInstant(NotAfter);
        Scope.Write(writer);
        Body.Write(writer);
    }

    private static Declaration Read(DerReader reader)
    {
        reader.Version();
        var declaration = new Declaration
        {
            Issuer = Roles[reader.Integer("issuer", 0, Roles.Length - 1)],
            IssuerChain = reader.Digests("issuerChain", 1, FormatLimits.MaxChain),
            Serial = reader.Integer("serial", 1, long.MaxValue),
            NotBefore = reader.Instant("notBefore"),
            NotAfter = reader.Instant("notAfter"),
            Scope = DeclarationScope.Read(reader),
            Body = DeclarationBody.Read(reader),
        };
        return declaration.NotBefore <= declaration.NotAfter
            ? declaration
            : throw reader.Refuse(RecordFault.Contradiction, "notAfter");
    }
}
