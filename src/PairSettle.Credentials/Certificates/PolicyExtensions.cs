using System.Collections.Immutable;
using System.Formats.Asn1;

namespace PairSettle.Credentials;

/// <summary>What a certificate says about policies (RFC 5280, 4.2.1.4, 4.2.1.5, 4.2.1.11 and 4.2.1.14).</summary>
internal sealed record PolicyExtensions
{
    private const int MostPolicies = 256;

    /// <summary>A certificate without any of these extensions.</summary>
    public static PolicyExtensions None { get; } = new();

    /// <summary>The policies, anyPolicy among them; null where the extension is absent.</summary>
    public ImmutableArray<string>? Policies { get; init; }

    /// <summary>The issuer's policies and what its subjects call them.</summary>
    public ImmutableArray<(string Issuer, string Subject)> Mappings { get; init; } = [];

    /// <summary>After how many certificates an explicit policy is required.</summary>
    public int? RequireExplicitPolicy { get; init; }

    /// <summary>After how many certificates mapping is inhibited.</summary>
    public int? InhibitPolicyMapping { get; init; }

    /// <summary>After how many certificates anyPolicy counts for nothing.</summary>
    public int? InhibitAnyPolicy { get; init; }

    public static ImmutableArray<string> ReadPolicies(AsnReader reader)
    {
        const string Path = "certificatePolicies";
        var sequence = reader.ReadSequence();
        var policies = ImmutableArray.CreateBuilder<string>();
        do
        {
            var information = sequence.ReadSequence();
            var policy = information.ReadObjectIdentifier();
            if (information.HasData)
            {
                ReadQualifiers(information.ReadSequence(), Path);
            }

            DerFields.DemandEnd(information, Path);
            if (policies.Contains(policy) || policies.Count == MostPolicies)
            {
                throw new CredentialContentException(CredentialFault.InvalidExtension, Path);
            }

            policies.Add(policy);
        }
        while (sequence.HasData);
        return policies.ToImmutable();
    }

    public static ImmutableArray<(string Issuer, string Subject)> ReadMappings(AsnReader reader)
    {
        const string Path = "policyMappings";
        var sequence = reader.ReadSequence();
        var mappings = ImmutableArray.CreateBuilder<(string, string)>();
        do
        {
            var mapping = sequence.ReadSequence();
            mappings.Add((mapping.ReadObjectIdentifier(), mapping.ReadObjectIdentifier()));
            DerFields.DemandEnd(mapping, Path);
            if (mappings.Count > MostPolicies)
            {
                throw new CredentialContentException(CredentialFault.InvalidExtension, Path);
            }
        }
        while (sequence.HasData);
        return mappings.ToImmutable();
    }

    public static (int? RequireExplicit, int? InhibitMapping) ReadConstraints(AsnReader reader)
    {
        const string Path = "policyConstraints";
        var sequence = reader.ReadSequence();
        int? required = DerFields.NextIs(sequence, DerFields.Context0) ? ReadSkip(sequence, DerFields.Context0, Path) : null;
        int? inhibited = DerFields.NextIs(sequence, DerFields.Context1) ? ReadSkip(sequence, DerFields.Context1, Path) : null;
        DerFields.DemandEnd(sequence, Path);
        return required is null && inhibited is null
            ? throw new CredentialContentException(CredentialFault.InvalidExtension, Path)
            : (required, inhibited);
    }

    public static int ReadInhibitAnyPolicy(AsnReader reader) => ReadSkip(reader, Asn1Tag.Integer, "inhibitAnyPolicy");

    private static void ReadQualifiers(AsnReader qualifiers, string path)
    {
        do
        {
            var qualifier = qualifiers.ReadSequence();
            qualifier.ReadObjectIdentifier();
            qualifier.ReadEncodedValue();
            DerFields.DemandEnd(qualifier, path);
        }
        while (qualifiers.HasData);
    }

    // A number of certificates; one that no path reaches means the same as the largest.
    private static int ReadSkip(AsnReader reader, Asn1Tag tag, string path)
    {
        var octets = reader.ReadIntegerBytes(tag).Span;
        if (octets[0] >= 0x80)
        {
            throw new CredentialContentException(CredentialFault.InvalidExtension, path);
        }

        var skip = 0;
        foreach (var octet in octets)
        {
            skip = skip > short.MaxValue ? int.MaxValue >> 8 : (skip << 8) | octet;
        }

        return skip;
    }
}
