using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;

namespace PairSettle.Credentials;

/// <content>The extensions that are understood.</content>
public sealed partial class Certificate
{
    private const int LongestKeyIdentifier = 64;

    /// <summary>What the subject is called besides its name; empty where the extension is absent.</summary>
    internal ImmutableArray<GeneralName> AlternativeNames { get; private set; }

    /// <summary>The limits on the names of the subjects below; null where the extension is absent.</summary>
    internal NameConstraints? NameConstraints { get; private set; }

    /// <summary>What is said about policies.</summary>
    internal PolicyExtensions Policies { get; private set; } = PolicyExtensions.None;

    /// <summary>Where lists about the certificate are published; empty where the extension is absent.</summary>
    internal ImmutableArray<DistributionPoint> DistributionPoints { get; private set; }

    [MemberNotNull(nameof(ExtendedKeyUsages), nameof(CrlDistributionPoints), nameof(OcspResponders))]
    private void ReadKnownExtensions()
    {
        ExtendedKeyUsages = [];
        CrlDistributionPoints = [];
        OcspResponders = [];
        AlternativeNames = [];
        DistributionPoints = [];
        foreach (var (oid, _, value) in Extensions)
        {
            switch (oid)
            {
                case Oids.BasicConstraints:
                    (IsAuthority, PathLength) = DerFields.Extension(value, "basicConstraints", ReadBasicConstraints);
                    break;
                case Oids.KeyUsage:
                    HasKeyUsage = true;
                    KeyUsage = DerFields.Extension(value, "keyUsage", ReadKeyUsage);
                    break;
                case Oids.ExtendedKeyUsage:
                    ExtendedKeyUsages = DerFields.Extension(value, "extendedKeyUsage", ReadExtendedKeyUsage);
                    break;
                case Oids.SubjectKeyIdentifier:
                    SubjectKeyIdentifier = DerFields.Extension(value, "subjectKeyIdentifier", ReadSubjectKeyIdentifier);
                    break;
                case Oids.AuthorityKeyIdentifier:
                    AuthorityKeyIdentifier = DerFields.Extension(value, "authorityKeyIdentifier", DerFields.AuthorityKeyIdentifier);
                    break;
                case Oids.SubjectAltName:
                    AlternativeNames = DerFields.Extension(value, "subjectAltName", GeneralName.ReadAlternatives);
                    break;
                case Oids.NameConstraints:
                    NameConstraints = DerFields.Extension(value, "nameConstraints", NameConstraints.Read);
                    break;
                case Oids.CrlDistributionPoints:
                    DistributionPoints = DerFields.Extension(value, "cRLDistributionPoints", reader => DistributionPoint.ReadAll(reader, Issuer));
                    CrlDistributionPoints = [.. DistributionPoints.SelectMany(static point => point.Names)
                        .Where(static name => name.Kind == GeneralNameKind.Uri).Select(static name => name.Text!)];
                    break;
                case Oids.AuthorityInfoAccess:
                    OcspResponders = DerFields.Extension(value, "authorityInfoAccess", ReadResponders);
                    break;
                case Oids.CertificatePolicies:
                    Policies = Policies with { Policies = DerFields.Extension(value, "certificatePolicies", PolicyExtensions.ReadPolicies) };
                    break;
                case Oids.PolicyMappings:
                    Policies = Policies with { Mappings = DerFields.Extension(value, "policyMappings", PolicyExtensions.ReadMappings) };
                    break;
                case Oids.PolicyConstraints:
                    var (required, inhibited) = DerFields.Extension(value, "policyConstraints", PolicyExtensions.ReadConstraints);
                    Policies = Policies with { RequireExplicitPolicy = required, InhibitPolicyMapping = inhibited };
                    break;
                case Oids.InhibitAnyPolicy:
                    Policies = Policies with { InhibitAnyPolicy = DerFields.Extension(value, "inhibitAnyPolicy", PolicyExtensions.ReadInhibitAnyPolicy) };
                    break;
            }
        }
    }

    private static (bool IsAuthority, int? PathLength) ReadBasicConstraints(AsnReader reader)
    {
        const string Path = "basicConstraints";
        var sequence = reader.ReadSequence();
        var authority = false;
        if (DerFields.NextIs(sequence, UniversalTagNumber.Boolean) && !(authority = sequence.ReadBoolean()))
        {
            throw new CredentialContentException(CredentialFault.InvalidExtension, Path); // DEFAULT FALSE is absent in DER
        }

        int? pathLength = null;
        if (sequence.HasData)
        {
            // RFC 5280, 4.2.1.9: pathLenConstraint has a meaning for authorities alone.
            if (!authority || !sequence.TryReadInt32(out var length) || length < 0)
            {
                throw new CredentialContentException(CredentialFault.InvalidExtension, Path);
            }

            pathLength = length;
        }

        DerFields.DemandEnd(sequence, Path);
        return (authority, pathLength);
    }

    private static KeyUsage ReadKeyUsage(AsnReader reader)
    {
        if (!reader.TryReadPrimitiveBitString(out var unused, out var octets) || octets.Length is 0 or > 2)
        {
            throw new CredentialContentException(CredentialFault.InvalidExtension, "keyUsage");
        }

        var bits = KeyUsage.None;
        for (var bit = 0; bit < (8 * octets.Length) - unused; bit++)
        {
            if ((octets.Span[bit / 8] & (0x80 >> (bit % 8))) != 0)
            {
                bits |= (KeyUsage)(1 << bit);
            }
        }

        // A named bit list ends with a set bit in DER (X.690, 11.2.2), at least one must be set, and nine are defined.
        var last = (8 * octets.Length) - unused - 1;
        return bits != KeyUsage.None && ((int)bits >> last) == 1 && last <= 8
            ? bits
            : throw new CredentialContentException(CredentialFault.InvalidExtension, "keyUsage");
    }

    private static ImmutableArray<string> ReadExtendedKeyUsage(AsnReader reader)
    {
        var sequence = reader.ReadSequence();
        var usages = ImmutableArray.CreateBuilder<string>();
        do
        {
            usages.Add(sequence.ReadObjectIdentifier());
        }
        while (sequence.HasData);
        return usages.ToImmutable();
    }

    private static ReadOnlyMemory<byte> ReadSubjectKeyIdentifier(AsnReader reader)
    {
        var identifier = DerFields.OctetString(reader, "subjectKeyIdentifier");
        return identifier.Length is > 0 and <= LongestKeyIdentifier
            ? identifier
            : throw new CredentialContentException(CredentialFault.InvalidExtension, "subjectKeyIdentifier");
    }

    private static ImmutableArray<string> ReadResponders(AsnReader reader)
    {
        var uris = ImmutableArray.CreateBuilder<string>();
        var sequence = reader.ReadSequence();
        do
        {
            var access = sequence.ReadSequence();
            var method = access.ReadObjectIdentifier();
            if (method == Oids.Ocsp && DerFields.NextIs(access, DerFields.Context6))
            {
                uris.Add(access.ReadCharacterString(UniversalTagNumber.IA5String, DerFields.Context6));
            }
            else
            {
                access.ReadEncodedValue();
            }

            DerFields.DemandEnd(access, "authorityInfoAccess");
        }
        while (sequence.HasData);
        return uris.ToImmutable();
    }
}
