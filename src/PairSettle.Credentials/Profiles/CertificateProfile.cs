using System.Collections.Immutable;

namespace PairSettle.Credentials;

/// <summary>
/// What a use asks of a chain, as data. The values follow ISO 15118-2, annex F, and ISO 15118-20, annex B, as public implementations show
/// them; where those differ the profile accepts all of them, and the documentation names the difference.
/// </summary>
public sealed record CertificateProfile
{
    private const int WithoutWireLimit = 4_096;

    private static readonly ImmutableArray<SignatureAlgorithm> Ecdsa =
        [SignatureAlgorithm.EcdsaP256Sha256, SignatureAlgorithm.EcdsaP384Sha384, SignatureAlgorithm.EcdsaP521Sha512];

    /// <summary>The use.</summary>
    public required CertificateUse Use { get; init; }

    /// <summary>The roles of anchors that may vouch for the use.</summary>
    public required ImmutableArray<AuthorityRole> Roles { get; init; }

    /// <summary>The domain component of the leaf; null where the profile asks for none.</summary>
    public string? DomainComponent { get; init; }

    /// <summary>Whether a leaf without any domain component is accepted too (ISO 15118-2, tables F.4 and F.5).</summary>
    public bool DomainComponentOptional { get; init; }

    /// <summary>Key usage bits that the leaf must have.</summary>
    public KeyUsage RequiredKeyUsage { get; init; } = KeyUsage.DigitalSignature;

    /// <summary>Key usage bits that the leaf must not have.</summary>
    public KeyUsage ForbiddenKeyUsage { get; init; } = KeyUsage.KeyCertSign | KeyUsage.CrlSign;

    /// <summary>What is asked of the extended key usage.</summary>
    public ExtendedKeyUsageRule ExtendedKeyUsageRule { get; init; } = ExtendedKeyUsageRule.Absent;

    /// <summary>The extended key usage that the rule is about.</summary>
    public string? ExtendedKeyUsage { get; init; }

    /// <summary>What is asked of the leaf's common name.</summary>
    public CommonNameRule CommonName { get; init; } = CommonNameRule.Present;

    /// <summary>The algorithms that the keys and signatures of the chain may use; for <see cref="CertificateUse.General"/> the policy names them.</summary>
    public ImmutableArray<SignatureAlgorithm> Algorithms { get; init; } = [SignatureAlgorithm.EcdsaP256Sha256];

    /// <summary>What is asked of the anchor's key.</summary>
    public AnchorKeyRule AnchorKey { get; init; }

    /// <summary>The longest certificate in octets.</summary>
    public int MaxCertificateLength { get; init; } = WithoutWireLimit;

    /// <summary>
    /// The most certificates that are not self-signed, the leaf included and <see cref="TrustStore.CrossCertificates"/> left out: three by
    /// [V2G2-009], four where the schema of ISO 15118-20 draws the line.
    /// </summary>
    public int MaxDepth { get; init; } = 3;

    /// <summary>Whether a root may issue the leaf directly ([V2G2-867] forbids it to V2G roots).</summary>
    public bool RootMayIssueLeaf { get; init; }

    /// <summary>The profile of a use.</summary>
    /// <param name="use">The use.</param>
    /// <param name="edition">The edition of ISO 15118.</param>
    /// <param name="authority">For declarations the authority that must have signed; null means that any may have.</param>
    /// <returns>The profile.</returns>
    public static CertificateProfile For(CertificateUse use, Iso15118Edition edition = Iso15118Edition.Iso15118_2, AuthorityRole? authority = null)
    {
        var wire = new CertificateProfile
        {
            Use = use,
            Roles = [],
            Algorithms = edition == Iso15118Edition.Iso15118_20 ? [SignatureAlgorithm.EcdsaP521Sha512] : [SignatureAlgorithm.EcdsaP256Sha256],
            AnchorKey = AnchorKeyRule.AsChain, // the algorithms of an edition are those of all its certificates ([V2G2-006], [V2G20-2674])
            MaxCertificateLength = edition == Iso15118Edition.Iso15118_20 ? 1_600 : 800,
            MaxDepth = edition == Iso15118Edition.Iso15118_20 ? 4 : 3,
        };
        return use switch
        {
            CertificateUse.Secc => wire with
            {
                // A private operator may have its own root ([V2G2-868], [V2G2-927]).
                Roles = [AuthorityRole.V2G, AuthorityRole.ChargePointOperator],
                DomainComponent = "CPO", // [V2G2-925]
                RequiredKeyUsage = KeyUsage.DigitalSignature | KeyUsage.KeyAgreement,
                ExtendedKeyUsageRule = ExtendedKeyUsageRule.NamedIfPresent,
                ExtendedKeyUsage = ExtendedKeyUsages.ServerAuthentication,
            },
            CertificateUse.Contract => wire with
            {
                Roles = [AuthorityRole.MobilityOperator, AuthorityRole.V2G],
                DomainComponent = "MO",
                DomainComponentOptional = true,
                CommonName = CommonNameRule.Emaid,
            },
            CertificateUse.OemProvisioning => wire with
            {
                Roles = [AuthorityRole.Oem, AuthorityRole.V2G],
                DomainComponent = "OEM",
                DomainComponentOptional = true,
                RequiredKeyUsage = KeyUsage.DigitalSignature | KeyUsage.KeyAgreement, // [V2G2-822]
                CommonName = CommonNameRule.Pcid,
            },
            CertificateUse.Vehicle => wire with
            {
                Roles = [AuthorityRole.Oem, AuthorityRole.V2G], // never a mobility operator's ([V2G20-2331])
                ExtendedKeyUsageRule = ExtendedKeyUsageRule.Named,
                ExtendedKeyUsage = ExtendedKeyUsages.ClientAuthentication,
                CommonName = CommonNameRule.Evccid,
            },
            CertificateUse.CertificateProvisioning => wire with { Roles = [AuthorityRole.V2G], DomainComponent = "CPS" },
            CertificateUse.Declaration => new CertificateProfile
            {
                Use = use,
                Roles = authority is { } role ? AnchorsOf(role) : [.. Enum.GetValues<AuthorityRole>().Where(static role => role != AuthorityRole.TrustList)],
                DomainComponent = authority is { } named ? DomainComponentOf(named) : null,
                ExtendedKeyUsageRule = ExtendedKeyUsageRule.Named,
                ExtendedKeyUsage = ExtendedKeyUsages.DeclarationSigning,
                Algorithms = Ecdsa,
            },
            CertificateUse.Meter => new CertificateProfile
            {
                Use = use,
                Roles = [AuthorityRole.Meter],
                DomainComponent = "METER",
                Algorithms = Ecdsa,
            },
            CertificateUse.OcspSigner => new CertificateProfile
            {
                Use = use,
                Roles = [.. Enum.GetValues<AuthorityRole>()],
                ExtendedKeyUsageRule = ExtendedKeyUsageRule.Named,
                ExtendedKeyUsage = ExtendedKeyUsages.OcspSigning,
                Algorithms = Ecdsa,
                RootMayIssueLeaf = true,
            },
            CertificateUse.TrustList => new CertificateProfile
            {
                Use = use,
                Roles = [AuthorityRole.TrustList],
                ExtendedKeyUsageRule = ExtendedKeyUsageRule.Named,
                ExtendedKeyUsage = ExtendedKeyUsages.TrustListSigning,
                Algorithms = Ecdsa,
                RootMayIssueLeaf = true,
            },
            CertificateUse.General => new CertificateProfile
            {
                Use = use,
                Roles = [.. Enum.GetValues<AuthorityRole>()],
                RequiredKeyUsage = KeyUsage.None,
                ForbiddenKeyUsage = KeyUsage.None,
                CommonName = CommonNameRule.Any,
                Algorithms = [],
                AnchorKey = AnchorKeyRule.AsChain,
                MaxCertificateLength = Certificate.MaxLength,
                MaxDepth = int.MaxValue,
                RootMayIssueLeaf = true,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(use)),
        };
    }

    /// <summary>The domain component that certificates of an authority's own people carry.</summary>
    /// <param name="authority">The authority.</param>
    /// <returns>For example <c>MO</c>.</returns>
    public static string DomainComponentOf(AuthorityRole authority) => authority switch
    {
        AuthorityRole.V2G => "V2G",
        AuthorityRole.MobilityOperator => "MO",
        AuthorityRole.ChargePointOperator => "CPO",
        AuthorityRole.Oem => "OEM",
        AuthorityRole.Fleet => "FLEET",
        AuthorityRole.Meter => "METER",
        AuthorityRole.Auditor => "AUDITOR",
        AuthorityRole.TrustList => "LIST",
        _ => throw new ArgumentOutOfRangeException(nameof(authority)),
    };

    // Operators and makers may hang under the V2G root instead of under a root of their own; the domain component tells them apart.
    private static ImmutableArray<AuthorityRole> AnchorsOf(AuthorityRole authority) =>
        authority is AuthorityRole.MobilityOperator or AuthorityRole.ChargePointOperator or AuthorityRole.Oem ? [authority, AuthorityRole.V2G] : [authority];
}
