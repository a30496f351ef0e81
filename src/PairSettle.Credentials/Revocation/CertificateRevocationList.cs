using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;

namespace PairSettle.Credentials;

/// <summary>A certificate revocation list (RFC 5280, section 5), parsed strictly: complete, delta, indirect or of one distribution point.</summary>
public sealed class CertificateRevocationList : EvidenceItem
{
    /// <summary>The longest list that is parsed.</summary>
    public const int MaxLength = 8 << 20;

    // In the order of serial number, issuer and effect, so that each lookup is a search by halves however many entries look alike.
    private readonly RevokedCertificate[] _entries;
    private readonly Dictionary<DistinguishedName, int> _issuers = [];
    private readonly bool _unknownEntries;
    private readonly bool _unknownExtension;

    private CertificateRevocationList(ReadOnlyMemory<byte> der)
        : base(Copy(der))
    {
        var outer = DerFields.Open(RawData);
        var list = outer.ReadSequence();
        DerFields.DemandEnd(outer, "end");
        SignedData = list.PeekEncodedValue();
        var tbs = list.ReadSequence();
        var algorithm = AlgorithmIdentifier.Read(list, "signatureAlgorithm");
        SignatureAlgorithmOid = algorithm.Oid;
        Scheme = algorithm.Scheme;
        Signature = DerFields.Signature(list, algorithm.Scheme);
        DerFields.DemandEnd(list, "signatureValue");

        var version = 1;
        if (DerFields.NextIs(tbs, UniversalTagNumber.Integer))
        {
            version = tbs.TryReadInt32(out var number) && number == 1
                ? 2
                : throw new CredentialContentException(CredentialFault.UnsupportedVersion, "version");
        }

        if (!AlgorithmIdentifier.Read(tbs, "signature").Encoded.Span.SequenceEqual(algorithm.Encoded.Span))
        {
            throw new CredentialContentException(CredentialFault.AlgorithmMismatch, "signature");
        }

        Issuer = DistinguishedName.Read(tbs, "issuer");
        if (Issuer.IsEmpty)
        {
            throw new CredentialContentException(CredentialFault.InvalidName, "issuer");
        }

        ThisUpdate = DerFields.Time(tbs, "thisUpdate", out _);
        if (DerFields.NextIs(tbs, UniversalTagNumber.UtcTime) || DerFields.NextIs(tbs, UniversalTagNumber.GeneralizedTime))
        {
            NextUpdate = DerFields.Time(tbs, "nextUpdate", out _);
            if (NextUpdate < ThisUpdate)
            {
                throw new CredentialContentException(CredentialFault.InvalidTime, "nextUpdate");
            }
        }

        _issuers.Add(Issuer, 0);
        _entries = DerFields.NextIs(tbs, UniversalTagNumber.Sequence) ? ReadEntries(tbs, version, out _unknownEntries) : [];
        Array.Sort(_entries, Compare);
        Extensions = ReadExtensions(tbs, version);
        DerFields.DemandEnd(tbs, "tbsCertList");

        foreach (var (oid, critical, value) in Extensions)
        {
            switch (oid)
            {
                case Oids.AuthorityKeyIdentifier:
                    AuthorityKeyIdentifier = DerFields.Extension(value, "authorityKeyIdentifier", DerFields.AuthorityKeyIdentifier);
                    break;
                case Oids.CrlNumber:
                    Number = DerFields.Extension(value, "cRLNumber", ReadNumber);
                    HasSoundNumber = !critical;
                    break;
                case Oids.DeltaCrlIndicator:
                    BaseNumber = DerFields.Extension(value, "deltaCRLIndicator", ReadNumber);
                    break;
                case Oids.IssuingDistributionPoint:
                    Scope = DerFields.Extension(value, "issuingDistributionPoint", reader => ListScope.Read(reader, value, Issuer));
                    break;
                case Oids.IssuerAltName or Oids.FreshestCrl or Oids.AuthorityInfoAccess:
                    break;
                default:
                    _unknownExtension |= critical;
                    break;
            }
        }
    }

    /// <summary>The issuer's name.</summary>
    public DistinguishedName Issuer { get; }

    /// <inheritdoc/>
    public override DateTimeOffset ThisUpdate { get; }

    /// <inheritdoc/>
    public override DateTimeOffset? NextUpdate { get; }

    /// <inheritdoc/>
    public override DateTimeOffset? ProducedAt => null;

    /// <summary>The octets of the list's number; empty where it is absent.</summary>
    public ReadOnlyMemory<byte> Number { get; }

    /// <summary>The issuer's key identifier; empty where it is absent.</summary>
    public ReadOnlyMemory<byte> AuthorityKeyIdentifier { get; }

    /// <summary>The object identifier of the algorithm that the issuer signed with.</summary>
    public string SignatureAlgorithmOid { get; }

    /// <summary>The extensions of the list.</summary>
    public ImmutableArray<CertificateExtension> Extensions { get; }

    /// <summary>The octets of the number of the list that this one holds the changes to; empty where it is complete.</summary>
    public ReadOnlyMemory<byte> BaseNumber { get; }

    /// <summary>Whether the list holds changes to another list only.</summary>
    public bool IsDelta => !BaseNumber.IsEmpty;

    /// <summary>The number of entries.</summary>
    public int Count => _entries.Length;

    internal ReadOnlyMemory<byte> SignedData { get; }

    internal ReadOnlyMemory<byte> Signature { get; }

    /// <summary>How the issuer signed; null for what is never verified.</summary>
    internal SignatureScheme? Scheme { get; }

    /// <summary>Which certificates and reasons the list is about.</summary>
    internal ListScope Scope { get; } = ListScope.Everything;

    /// <summary>Whether the list or an entry has a critical extension that is not understood, so that nothing can be concluded from it.</summary>
    internal bool HasUnknownCriticalExtension => _unknownExtension || _unknownEntries;

    /// <summary>Whether the list has a number that is not marked critical, as it must (RFC 5280, 5.2.3).</summary>
    internal bool HasSoundNumber { get; }

    /// <summary>Parses DER octets.</summary>
    /// <param name="der">Exactly one list. The octets are copied.</param>
    /// <param name="list">The list on success.</param>
    /// <param name="error">The reason on failure.</param>
    /// <returns>Whether the octets are a strictly encoded list.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out CertificateRevocationList? list, out CredentialError error)
    {
        list = DerFields.Guard(() => new CertificateRevocationList(der), "certificateList", out error);
        return list is not null;
    }

    /// <summary>Parses DER octets.</summary>
    /// <param name="der">Exactly one list. The octets are copied.</param>
    /// <returns>The list.</returns>
    /// <exception cref="CredentialContentException">The octets are not a strictly encoded list.</exception>
    public static CertificateRevocationList Parse(ReadOnlyMemory<byte> der) =>
        TryParse(der, out var list, out var error) ? list : throw new CredentialContentException(error);

    /// <summary>Looks a certificate of the list's own issuer up. The answer means nothing before the list is verified.</summary>
    /// <param name="serialNumber">The octets of the serial number.</param>
    /// <returns>The entry, or null where the number is not listed.</returns>
    public RevokedCertificate? Find(ReadOnlySpan<byte> serialNumber) => Find(Issuer, serialNumber);

    /// <summary>Looks a certificate up: an indirect list has entries of several issuers. Of several entries the one that takes effect first counts.</summary>
    internal RevokedCertificate? Find(DistinguishedName issuer, ReadOnlySpan<byte> serialNumber)
    {
        if (!_issuers.TryGetValue(issuer, out var number))
        {
            return null;
        }

        var low = 0;
        var high = _entries.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Compare(_entries[middle], serialNumber, number) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < _entries.Length && Compare(_entries[low], serialNumber, number) == 0 ? _entries[low] : null;
    }

    private static int Compare(in RevokedCertificate entry, ReadOnlySpan<byte> serialNumber, int issuer)
    {
        var order = entry.SerialNumber.Span.SequenceCompareTo(serialNumber);
        return order != 0 ? order : entry.IssuerNumber.CompareTo(issuer);
    }

    // A suspension that is lifted comes last: what else is said about the certificate weighs more.
    private static int Compare(RevokedCertificate one, RevokedCertificate other)
    {
        var order = Compare(one, other.SerialNumber.Span, other.IssuerNumber);
        order = order != 0 ? order : (one.Reason == RevocationReason.RemoveFromCrl).CompareTo(other.Reason == RevocationReason.RemoveFromCrl);
        return order != 0 ? order : one.EffectiveFrom.CompareTo(other.EffectiveFrom);
    }

    private static byte[] Copy(ReadOnlyMemory<byte> der)
    {
        DerFields.DemandLength(der.Length, MaxLength);
        return der.ToArray();
    }

    private RevokedCertificate[] ReadEntries(AsnReader tbs, int version, out bool unknown)
    {
        const string Path = "revokedCertificates";
        unknown = false;
        DistinguishedName? issuer = null;
        var issuerNumber = 0;
        var entries = new List<RevokedCertificate>();
        var sequence = tbs.ReadSequence();
        do
        {
            var entry = sequence.ReadSequence();
            var serial = DerFields.SerialNumber(entry, Path);
            var revokedAt = DerFields.Time(entry, Path, out _);
            var reason = RevocationReason.Unspecified;
            DateTimeOffset? invalidSince = null;
            if (entry.HasData)
            {
                if (version != 2)
                {
                    throw new CredentialContentException(CredentialFault.UnsupportedVersion, Path);
                }

                foreach (var (oid, critical, value) in DerFields.Extensions(entry.ReadSequence(), Path))
                {
                    switch (oid)
                    {
                        case Oids.CrlReason:
                            reason = DerFields.Extension(value, Path, DerFields.Reason);
                            break;
                        case Oids.InvalidityDate:
                            invalidSince = DerFields.Extension(value, Path, DerFields.GeneralizedTime);
                            break;
                        case Oids.CertificateIssuer:
                            issuer = DerFields.Extension(value, Path, ReadCertificateIssuer); // and of the entries that follow (RFC 5280, 5.3.3)
                            issuerNumber = NumberOf(issuer);
                            break;
                        default:
                            unknown |= critical;
                            break;
                    }
                }

                DerFields.DemandEnd(entry, Path);
            }

            entries.Add(new RevokedCertificate(serial, revokedAt, reason, invalidSince) { Issuer = issuer, IssuerNumber = issuerNumber });
        }
        while (sequence.HasData);
        return [.. entries];
    }

    private int NumberOf(DistinguishedName issuer)
    {
        _issuers.TryAdd(issuer, _issuers.Count);
        return _issuers[issuer];
    }

    private static DistinguishedName ReadCertificateIssuer(AsnReader reader) =>
        GeneralName.ReadAll(reader.ReadSequence(), "certificateIssuer").FirstOrDefault(static name => name.Directory is not null)?.Directory
        ?? throw new CredentialContentException(CredentialFault.InvalidExtension, "certificateIssuer");

    private static ReadOnlyMemory<byte> ReadNumber(AsnReader reader)
    {
        var octets = reader.ReadIntegerBytes();
        return octets.Span[0] < 0x80 ? octets : throw new CredentialContentException(CredentialFault.InvalidExtension, "number");
    }

    private static ImmutableArray<CertificateExtension> ReadExtensions(AsnReader tbs, int version)
    {
        if (!tbs.HasData)
        {
            return [];
        }

        var wrapper = tbs.ReadSequence(DerFields.Context0Constructed);
        if (version != 2)
        {
            throw new CredentialContentException(CredentialFault.UnsupportedVersion, "crlExtensions");
        }

        var extensions = DerFields.Extensions(wrapper.ReadSequence(), "crlExtensions");
        DerFields.DemandEnd(wrapper, "crlExtensions");
        return extensions;
    }
}
