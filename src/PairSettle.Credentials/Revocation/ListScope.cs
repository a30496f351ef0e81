using System.Collections.Immutable;
using System.Formats.Asn1;

namespace PairSettle.Credentials;

/// <summary>What a list is about (issuingDistributionPoint, RFC 5280, 5.2.5).</summary>
internal sealed record ListScope
{
    private const string Path = "issuingDistributionPoint";

    /// <summary>The scope of a list without the extension: every certificate of its issuer, for every reason.</summary>
    public static ListScope Everything { get; } = new();

    /// <summary>The octets of the extension: a delta applies to a list whose octets are the same (RFC 5280, 5.2.4).</summary>
    public ReadOnlyMemory<byte> RawData { get; private init; }

    /// <summary>The names of the distribution point; empty where the list is not limited to one.</summary>
    public ImmutableArray<GeneralName> Names { get; private init; } = [];

    /// <summary>Whether the list says nothing about authorities.</summary>
    public bool UserCertificatesOnly { get; private init; }

    /// <summary>Whether the list says nothing but about authorities.</summary>
    public bool AuthorityCertificatesOnly { get; private init; }

    /// <summary>Whether the list is about attribute certificates alone.</summary>
    public bool AttributeCertificatesOnly { get; private init; }

    /// <summary>Whether the list has entries of other issuers.</summary>
    public bool IsIndirect { get; private init; }

    /// <summary>The reasons that the list covers.</summary>
    public int Reasons { get; private init; } = ReasonMask.All;

    public static ListScope Read(AsnReader reader, ReadOnlyMemory<byte> value, DistinguishedName issuer)
    {
        var sequence = reader.ReadSequence();
        if (!sequence.HasData)
        {
            throw Invalid();
        }

        ImmutableArray<GeneralName> names = [];
        if (DerFields.NextIs(sequence, DerFields.Context0))
        {
            names = DistributionPoint.ReadName(sequence.ReadSequence(DerFields.Context0Constructed), issuer, Path);
        }

        var user = ReadFlag(sequence, DerFields.Context1);
        var authority = ReadFlag(sequence, DerFields.Context2);
        var reasons = DerFields.NextIs(sequence, DerFields.Context3) ? ReasonMask.Read(sequence, DerFields.Context3, Path) : ReasonMask.All;
        var indirect = ReadFlag(sequence, DerFields.Context4);
        var attribute = ReadFlag(sequence, DerFields.Context5);
        DerFields.DemandEnd(sequence, Path);

        // At most one of the three may be set.
        return (user ? 1 : 0) + (authority ? 1 : 0) + (attribute ? 1 : 0) > 1
            ? throw Invalid()
            : new()
            {
                RawData = value,
                Names = names,
                UserCertificatesOnly = user,
                AuthorityCertificatesOnly = authority,
                AttributeCertificatesOnly = attribute,
                IsIndirect = indirect,
                Reasons = reasons,
            };
    }

    /// <summary>The most names that <see cref="ReasonsFor"/> compares.</summary>
    public int ComparisonsFor(Certificate certificate) =>
        (1 + Names.Length) * certificate.DistributionPoints.Sum(static point => 1 + point.Names.Length + point.ListIssuers.Length);

    /// <summary>
    /// The reasons for which a list with this scope covers a certificate by way of a distribution point (RFC 5280, 6.3.3 (b) and (d)); 0 for
    /// none. A certificate without distribution points has one that every list of its issuer belongs to.
    /// </summary>
    public int ReasonsFor(Certificate certificate, DistinguishedName listIssuer)
    {
        if (AttributeCertificatesOnly || (UserCertificatesOnly && certificate.IsAuthority) || (AuthorityCertificatesOnly && !certificate.IsAuthority))
        {
            return 0;
        }

        var own = listIssuer.Equals(certificate.Issuer);
        var covered = 0;
        foreach (var point in certificate.DistributionPoints)
        {
            var issued = point.ListIssuers.IsEmpty ? own : IsIndirect && point.ListIssuers.Any(name => name.Directory is { } directory && directory.Equals(listIssuer));
            if (issued && IsNamedBy(point))
            {
                covered |= point.Reasons;
            }
        }

        // A list that no distribution point leads to still counts where it is the issuer's own and complete in scope (RFC 5280, 6.3.3, end).
        var complete = own && (Names.IsEmpty || Names.Any(name => name.Directory is { } directory && directory.Equals(listIssuer)));
        return (complete ? ReasonMask.All : covered) & Reasons;
    }

    private bool IsNamedBy(DistributionPoint point)
    {
        if (Names.IsEmpty)
        {
            return true;
        }

        var names = point.Names.IsEmpty ? point.ListIssuers : point.Names;
        return names.Any(name => Names.Any(name.Matches));
    }

    private static bool ReadFlag(AsnReader sequence, Asn1Tag tag)
    {
        if (!DerFields.NextIs(sequence, tag))
        {
            return false;
        }

        return sequence.ReadBoolean(tag) ? true : throw Invalid();
    }

    private static CredentialContentException Invalid() => new(CredentialFault.InvalidExtension, Path);
}
