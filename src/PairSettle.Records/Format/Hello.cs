using System.Diagnostics.CodeAnalysis;
using PairSettle.Exi;

namespace PairSettle.Records.Format;

/// <summary>
/// The vehicle's first message: what it can do, who it is, what it holds and what it insists on. It is not signed; the offer
/// names its hash, so that the vehicle sees before it signs whether the charger received what was sent.
/// </summary>
public sealed record Hello
{
    /// <summary>The versions of the pair exchange that the vehicle can speak, in ascending order.</summary>
    public required ExiList<int> Versions { get; init; }

    /// <summary>32 random octets.</summary>
    public required ExiBytes Nonce { get; init; }

    /// <summary>The certificates of the contract credential, leaf first, without the anchor.</summary>
    public required ExiList<ExiBytes> ContractChain { get; init; }

    /// <summary>The certificates of the vehicle's own credential, leaf first; empty when it has none.</summary>
    public ExiList<ExiBytes> VehicleChain { get; init; }

    /// <summary>The revocation evidence that the vehicle holds: the DER octets of revocation lists and OCSP responses.</summary>
    public ExiList<ExiBytes> Evidence { get; init; }

    /// <summary>Declarations that the vehicle carries, as CMS bytes: roaming, policies.</summary>
    public ExiList<ExiBytes> Declarations { get; init; }

    /// <summary>The certificates of the declarations' issuers.</summary>
    public ExiList<ExiBytes> DeclarationCertificates { get; init; }

    /// <summary>The limits that the vehicle will insist on.</summary>
    public Caps Limits { get; init; } = Caps.None;

    /// <summary>The SHA-256 of the encoding.</summary>
    public Digest Hash => Digest.Of(ToDer());

    /// <summary>The DER encoding.</summary>
    /// <returns>The bytes.</returns>
    public byte[] ToDer() => DerObject.Write(
        DerTags.Hello,
        writer =>
        {
            writer.WriteInteger(FormatLimits.Version);
            writer.WriteList(Versions, static (w, item) => w.WriteInteger(item));
            writer.WriteOctetString(Nonce.Span);
            writer.WriteList(ContractChain, static (w, item) => w.WriteOctetString(item.Span));
            writer.WriteList(VehicleChain, static (w, item) => w.WriteOctetString(item.Span));
            writer.WriteList(Evidence, static (w, item) => w.WriteOctetString(item.Span));
            writer.WriteList(Declarations, static (w, item) => w.WriteOctetString(item.Span));
            writer.WriteList(DeclarationCertificates, static (w, item) => w.WriteOctetString(item.Span));
            writer.WriteCaps(Limits);
        });

    /// <summary>Reads a hello.</summary>
    /// <param name="der">The DER encoding.</param>
    /// <param name="hello">The message.</param>
    /// <param name="error">Why the bytes were refused.</param>
    /// <returns>Whether the bytes are a hello.</returns>
    public static bool TryDecode(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out Hello? hello, out RecordError error) =>
        DerObject.TryRead(der, DerTags.Hello, "hello", FormatLimits.MaxRecord, Read, static value => value.ToDer(), out hello, out error);

    private static Hello Read(DerReader reader)
    {
        reader.Version();
        return new()
        {
            Versions = ReadVersions(reader),
            Nonce = reader.Octets("nonce", FormatLimits.NonceLength, FormatLimits.NonceLength),
            ContractChain = reader.List("contractChain", 1, FormatLimits.MaxChain, ReadCertificate),
            VehicleChain = reader.List("vehicleChain", 0, FormatLimits.MaxChain, ReadCertificate),
            Evidence = reader.List(
                "evidence", 0, FormatLimits.MaxEvidence, static (r, name) => r.Octets(name, 1, FormatLimits.MaxAttachment)),
            Declarations = reader.List(
                "declarations", 0, FormatLimits.MaxDeclarations, static (r, name) => r.Octets(name, 1, FormatLimits.MaxCms)),
            DeclarationCertificates = reader.List(
                "declarationCertificates", 0, FormatLimits.MaxDeclarations * FormatLimits.MaxChain, ReadCertificate),
            Limits = reader.Caps("limits"),
        };
    }

    private static ExiList<int> ReadVersions(DerReader reader)
    {
        var versions = reader.List("versions", 1, 8, static (r, name) => (int)r.Integer(name, 1, 255));
        for (var i = 1; i < versions.Count; i++)
        {
            if (versions[i] <= versions[i - 1])
            {
                throw reader.Refuse(RecordFault.Duplicate, "versions");
            }
        }

        return versions;
    }

    private static ExiBytes ReadCertificate(DerReader reader, string name) => reader.Octets(name, 1, 8192);
}
