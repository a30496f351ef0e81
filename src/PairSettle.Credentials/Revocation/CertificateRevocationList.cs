using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;

namespace PairSettle.Credentials;

/// <summary>A certificate revocation list (RFC 5280, section 5), parsed strictly. Delta and indirect lists are parsed and never relied upon.</summary>
public sealed class CertificateRevocationList : EvidenceItem
{
    /// <summary>The longest list that is parsed.</summary>
    public const int MaxLength = 8 << 20;

    private readonly RevokedCertificate[] _entries;
    private readonly bool _indirectEntries;
    private bool _special;

    private CertificateRevocationList(ReadOnlyMemory<byte> der)
        : base(Copy(der))
    {
        var outer = DerFields.Open(RawData);
        var list = outer.ReadSequence();
        DerFields.DemandEnd(outer, "end");
        SignedData = list.PeekEncodedValue();
        var tbs = list.ReadSequence();
        var outerAlgorithm = DerFields.Algorithm(list, "signatureAlgorithm", out var algorithm);
        SignatureAlgorithmOid = algorithm;
        Signature = DerFields.Signature(list, algorithm);
        DerFields.DemandEnd(list, "signatureValue");

        var version = 1;
        if (DerFields.NextIs(tbs, UniversalTagNumber.Integer))
        {
            version = tbs.TryReadInt32(out var number) && number == 1
                ? 2
                : throw new CredentialContentException(CredentialFault.UnsupportedVersion, "version");
        }

        if (!DerFields.Algorithm(tbs, "signature", out _).Span.SequenceEqual(outerAlgorithm.Span))
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

        _entries = DerFields.NextIs(tbs, UniversalTagNumber.Sequence) ? ReadEntries(tbs, version, out _indirectEntries) : [];
        Array.Sort(_entries, static (a, b) => a.SerialNumber.Span.SequenceCompareTo(b.SerialNumber.Span));
        Extensions = ReadExtensions(tbs, version);
        DerFields.DemandEnd(tbs, "tbsCertList");

        DistributionPoints = [];
        foreach (var (oid, critical, value) in Extensions)
        {
            switch (oid)
            {
                case Oids.AuthorityKeyIdentifier:
                    AuthorityKeyIdentifier = DerFields.Extension(value, "authorityKeyIdentifier", DerFields.AuthorityKeyIdentifier);
                    break;
                case Oids.CrlNumber:
                    Number = DerFields.Extension(value, "cRLNumber", static reader => reader.ReadIntegerBytes());
                    break;
                case Oids.DeltaCrlIndicator:
                    IsDelta = true;
                    break;
                case Oids.IssuingDistributionPoint:
                    DerFields.Extension(value, "issuingDistributionPoint", ReadIssuingDistributionPoint);
                    break;
                case Oids.IssuerAltName or Oids.FreshestCrl or Oids.AuthorityInfoAccess:
                    break;
                default:
                    HasUnknownCriticalExtension |= critical;
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

    /// <summary>Whether the list holds changes to another list only.</summary>
    public bool IsDelta { get; }

    /// <summary>The number of entries.</summary>
    public int Count => _entries.Length;

    internal ReadOnlyMemory<byte> SignedData { get; }

    internal ReadOnlyMemory<byte> Signature { get; }

    /// <summary>The addresses of the distribution point that the list is limited to; empty without such a limit.</summary>
    internal ImmutableArray<string> DistributionPoints { get; private set; }

    internal bool HasUnknownCriticalExtension { get; }

    internal bool LimitedToDistributionPoint { get; private set; }

    internal bool UserCertificatesOnly { get; private set; }

    internal bool AuthorityCertificatesOnly { get; private set; }

    /// <summary>Whether the list is one that this package does not evaluate: delta, indirect, for some reasons or for attribute certificates.</summary>
    internal bool IsSpecial => _special || _indirectEntries || IsDelta || HasUnknownCriticalExtension;

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

    /// <summary>Looks a serial number up. The answer means nothing before the list is verified.</summary>
    /// <param name="serialNumber">The octets of the serial number.</param>
    /// <returns>The entry, or null where the number is not listed.</returns>
    public RevokedCertificate? Find(ReadOnlySpan<byte> serialNumber)
    {
        var low = 0;
        var high = _entries.Length - 1;
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = _entries[middle].SerialNumber.Span.SequenceCompareTo(serialNumber);
            if (order == 0)
            {
                // Should a serial be listed twice, the entry that takes effect first counts.
                return Earliest(middle, serialNumber);
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return null;
    }

    private RevokedCertificate Earliest(int middle, ReadOnlySpan<byte> serialNumber)
    {
        var first = middle;
        while (first > 0 && _entries[first - 1].SerialNumber.Span.SequenceEqual(serialNumber))
        {
            first--;
        }

        var earliest = _entries[first];
        for (var i = first + 1; i < _entries.Length && _entries[i].SerialNumber.Span.SequenceEqual(serialNumber); i++)
        {
            if (_entries[i].EffectiveFrom < earliest.EffectiveFrom)
            {
                earliest = _entries[i];
            }
        }

        return earliest;
    }

    private static byte[] Copy(ReadOnlyMemory<byte> der)
    {
        DerFields.DemandLength(der.Length, MaxLength);
        return der.ToArray();
    }

    private static RevokedCertificate[] ReadEntries(AsnReader tbs, int version, out bool indirect)
    {
        const string Path = "revokedCertificates";
        indirect = false;
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
                        default:
                            indirect |= critical || oid == Oids.CertificateIssuer;
                            break;
                    }
                }

                DerFields.DemandEnd(entry, Path);
            }

            entries.Add(new RevokedCertificate(serial, revokedAt, reason, invalidSince));
        }
        while (sequence.HasData);
        return [.. entries];
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

    // RFC 5280, 5.2.5.
    private bool ReadIssuingDistributionPoint(AsnReader reader)
    {
        const string Path = "issuingDistributionPoint";
        var sequence = reader.ReadSequence();
        if (!sequence.HasData)
        {
            throw new CredentialContentException(CredentialFault.InvalidExtension, Path);
        }

        if (DerFields.NextIs(sequence, DerFields.Context0))
        {
            LimitedToDistributionPoint = true;
            var uris = ImmutableArray.CreateBuilder<string>();
            var name = sequence.ReadSequence(DerFields.Context0Constructed);
            if (DerFields.NextIs(name, DerFields.Context0))
            {
                DerFields.CollectUris(name.ReadSequence(DerFields.Context0Constructed), uris);
            }
            else
            {
                name.ReadEncodedValue();
            }

            DerFields.DemandEnd(name, Path);
            DistributionPoints = uris.ToImmutable();
        }

        UserCertificatesOnly = ReadFlag(sequence, DerFields.Context1);
        AuthorityCertificatesOnly = ReadFlag(sequence, DerFields.Context2);
        if (DerFields.NextIs(sequence, DerFields.Context3))
        {
            sequence.ReadEncodedValue();
            _special = true;
        }

        _special |= ReadFlag(sequence, DerFields.Context4);
        _special |= ReadFlag(sequence, DerFields.Context5);
        DerFields.DemandEnd(sequence, Path);
        return UserCertificatesOnly && AuthorityCertificatesOnly
            ? throw new CredentialContentException(CredentialFault.InvalidExtension, Path)
            : true;
    }

    private static bool ReadFlag(AsnReader sequence, Asn1Tag tag)
    {
        if (!DerFields.NextIs(sequence, tag))
        {
            return false;
        }

        return sequence.ReadBoolean(tag) ? true : throw new CredentialContentException(CredentialFault.InvalidExtension, "issuingDistributionPoint");
    }
}
