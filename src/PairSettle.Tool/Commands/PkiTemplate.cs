using System.Collections.Immutable;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Tool.Commands;

/// <summary>What <c>pairsettle pki issue</c> issues under a name: the template, and the use that it is reviewed for.</summary>
/// <param name="Template">The template.</param>
/// <param name="Use">The use; null for an authority.</param>
/// <param name="Role">For declarations the authority.</param>
internal sealed record PkiTemplate(CertificateTemplate Template, CertificateUse? Use, AuthorityRole? Role = null)
{
    public static ImmutableSortedDictionary<string, PkiTemplate> All { get; } = new Dictionary<string, PkiTemplate>
    {
        ["secc"] = new(CertificateTemplate.Secc, CertificateUse.Secc),
        ["contract"] = new(CertificateTemplate.Contract, CertificateUse.Contract),
        ["oem-provisioning"] = new(CertificateTemplate.OemProvisioning, CertificateUse.OemProvisioning),
        ["vehicle"] = new(CertificateTemplate.Vehicle, CertificateUse.Vehicle),
        ["certificate-provisioning"] = new(CertificateTemplate.CertificateProvisioning, CertificateUse.CertificateProvisioning),
        ["meter"] = new(CertificateTemplate.Meter, CertificateUse.Meter),
        ["trust-list"] = new(CertificateTemplate.TrustListSigner, CertificateUse.TrustList),
        ["ocsp-responder"] = new(CertificateTemplate.OcspResponder, CertificateUse.OcspSigner),
        ["mo-declarations"] = Declarations(AuthorityRole.MobilityOperator),
        ["cpo-declarations"] = Declarations(AuthorityRole.ChargePointOperator),
        ["oem-declarations"] = Declarations(AuthorityRole.Oem),
        ["fleet-declarations"] = Declarations(AuthorityRole.Fleet),
        ["meter-declarations"] = Declarations(AuthorityRole.Meter),
        ["auditor-declarations"] = Declarations(AuthorityRole.Auditor),
        ["authority"] = new(CertificateTemplate.Root(string.Empty), null),

        // Amendment 1 of ISO 15118-20 lets authorities of vehicles sign certificates and nothing else.
        ["vehicle-authority"] = new(CertificateTemplate.Root(string.Empty) with { KeyUsage = KeyUsage.KeyCertSign }, null),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The template of an edition.</summary>
    public CertificateTemplate Of(Iso15118Edition edition) =>
        Use == CertificateUse.Contract && edition == Iso15118Edition.Iso15118_20 ? CertificateTemplate.Iso20Contract : Template;

    private static PkiTemplate Declarations(AuthorityRole role) => new(CertificateTemplate.DeclarationSigner(role), CertificateUse.Declaration, role);
}
