using System.Collections.Immutable;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Testing.Pki;

/// <summary>
/// Complete hierarchies for tests and demonstrations, with fresh keys, all roles and current revocation lists, and further credentials with
/// chosen defects. Everything is valid at <see cref="Now"/>; nothing of it may be trusted by anybody else.
/// </summary>
public sealed class ThrowAwayPki : IDisposable
{
    private readonly List<IDisposable> _owned = [];

    private ThrowAwayPki(DateTimeOffset now, PkiHierarchyOptions options)
    {
        Now = now;
        Options = options;
        Hierarchy = PkiHierarchy.Create(now, options);
        Evidence = Hierarchy.CreateEvidence(now - TimeSpan.FromHours(1));
    }

    /// <summary>The time that everything was made for.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The identifiers and validities that were chosen.</summary>
    public PkiHierarchyOptions Options { get; }

    /// <summary>The authorities, for tests that issue more.</summary>
    public PkiHierarchy Hierarchy { get; }

    /// <summary>The roots by role.</summary>
    public TrustStore Anchors => Hierarchy.Anchors;

    /// <summary>A revocation list of every authority, an hour old at <see cref="Now"/>, listing nobody.</summary>
    public RevocationEvidence Evidence { get; }

    /// <summary>The charger.</summary>
    public Credential Secc => Hierarchy.Secc;

    /// <summary>The contract.</summary>
    public Credential Contract => Hierarchy.Contract;

    /// <summary>The vehicle's provisioning credential.</summary>
    public Credential OemProvisioning => Hierarchy.OemProvisioning;

    /// <summary>The vehicle's TLS client credential of ISO 15118-20.</summary>
    public Credential Vehicle => Hierarchy.Vehicle;

    /// <summary>The certificate provisioning service.</summary>
    public Credential CertificateProvisioning => Hierarchy.CertificateProvisioning;

    /// <summary>The meter.</summary>
    public Credential Meter => Hierarchy.Meter;

    /// <summary>The signer of the mobility operator's declarations.</summary>
    public Credential MoDeclarationSigner => Hierarchy.MoDeclarationSigner;

    /// <summary>The signer of the charge point operator's declarations.</summary>
    public Credential CpoDeclarationSigner => Hierarchy.CpoDeclarationSigner;

    /// <summary>The signer of the fleet's declarations.</summary>
    public Credential FleetDeclarationSigner => Hierarchy.FleetDeclarationSigner;

    /// <summary>The signer of the meter authority's declarations.</summary>
    public Credential MeterDeclarationSigner => Hierarchy.MeterDeclarationSigner;

    /// <summary>The signer of the auditor's declarations.</summary>
    public Credential AuditorDeclarationSigner => Hierarchy.AuditorDeclarationSigner;

    /// <summary>The contract's identifier.</summary>
    public string EMAID => Options.Emaid;

    /// <summary>Makes a PKI.</summary>
    /// <param name="now">The time that it is valid at.</param>
    /// <param name="options">Identifiers and validities; null for the defaults.</param>
    /// <returns>The PKI, which owns its keys.</returns>
    public static ThrowAwayPki Create(DateTimeOffset now, PkiHierarchyOptions? options = null) => new(now, options ?? new PkiHierarchyOptions());

    /// <summary>Issues a credential of a use with defects, through two fresh intermediates of its own.</summary>
    /// <param name="use">The use; <see cref="CertificateUse.OcspSigner"/> has no branch here.</param>
    /// <param name="defects">What is wrong; nothing gives a sound credential.</param>
    /// <returns>The credential and the revocation lists of its branch.</returns>
    public DefectiveCredential Issue(CertificateUse use, params IEnumerable<PkiDefect> defects) =>
        Issue(use, AuthorityRole.MobilityOperator, defects);

    /// <summary>Issues a credential of a use with defects, through two fresh intermediates of its own.</summary>
    /// <param name="use">The use.</param>
    /// <param name="authority">For declarations the authority whose signer is made.</param>
    /// <param name="defects">What is wrong; nothing gives a sound credential.</param>
    /// <returns>The credential and the revocation lists of its branch.</returns>
    public DefectiveCredential Issue(CertificateUse use, AuthorityRole authority, params IEnumerable<PkiDefect> defects)
    {
        var wrong = defects.ToHashSet();
        var (home, name, template) = Plan(use, authority);
        var root = wrong.Contains(PkiDefect.WrongRoot) ? Impostor(home) : home;
        var domainComponent = home.Certificate.Subject.DomainComponents[0];

        var upper = Authority(root, "SubCA1", CertificateTemplate.SubAuthority(domainComponent, wrong.Contains(PkiDefect.PathTooLong) ? 0 : 1), Now + Options.SubAuthorityValidity);
        var lowerTemplate = CertificateTemplate.SubAuthority(domainComponent, 0);
        if (wrong.Contains(PkiDefect.IssuerNotAuthority))
        {
            lowerTemplate = lowerTemplate with { IsAuthority = false, PathLength = null };
        }

        var lower = Authority(
            upper, "SubCA2", lowerTemplate, wrong.Contains(PkiDefect.SubAuthorityExpired) ? Now - TimeSpan.FromDays(1) : Now + Options.SubAuthorityValidity);
        var leaf = Leaf(lower, name, template, wrong);
        if (wrong.Contains(PkiDefect.LeafRevoked))
        {
            lower.Revoke(leaf.Leaf, Now - TimeSpan.FromHours(2), RevocationReason.KeyCompromise);
        }

        if (wrong.Contains(PkiDefect.SubAuthorityRevoked))
        {
            upper.Revoke(lower.Certificate, Now - TimeSpan.FromHours(2), RevocationReason.AuthorityCompromise);
        }

        var thisUpdate = Now - TimeSpan.FromHours(1);
        var evidence = RevocationEvidence.Create(
            new[] { root, upper, lower }.Select(a => a.CreateRevocationList(1, thisUpdate, thisUpdate + Options.EvidenceValidity)));
        return new DefectiveCredential(leaf, evidence);
    }

    /// <summary>A request for a credential of this PKI, with its anchors, its evidence and its time.</summary>
    /// <param name="credential">The credential.</param>
    /// <param name="use">The use.</param>
    /// <param name="role">For declarations the authority.</param>
    /// <returns>The request.</returns>
    public ChainRequest Request(Credential credential, CertificateUse use, AuthorityRole? role = null)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new ChainRequest
        {
            Leaf = credential.Leaf,
            Intermediates = credential.Intermediates,
            Anchors = Anchors,
            Use = use,
            Role = role,
            At = Now,
            Evidence = Evidence,
        };
    }

    /// <summary>Disposes of the keys.</summary>
    public void Dispose()
    {
        Hierarchy.Dispose();
        foreach (var owned in _owned)
        {
            owned.Dispose();
        }
    }

    private (CertificateAuthority Root, string Name, CertificateTemplate Template) Plan(CertificateUse use, AuthorityRole authority) => use switch
    {
        CertificateUse.Secc => (Hierarchy.V2gRoot, Options.SeccId, CertificateTemplate.Secc),
        CertificateUse.Contract => (Hierarchy.MoRoot, Options.Emaid, Options.ContractTemplate),
        CertificateUse.OemProvisioning => (Hierarchy.OemRoot, Options.Pcid, CertificateTemplate.OemProvisioning),
        CertificateUse.Vehicle => (Hierarchy.OemRoot, Options.EvccId, CertificateTemplate.Vehicle),
        CertificateUse.CertificateProvisioning => (Hierarchy.V2gRoot, "CPS Leaf", CertificateTemplate.CertificateProvisioning),
        CertificateUse.Meter => (Hierarchy.MeterRoot, Options.MeterId, CertificateTemplate.Meter),
        CertificateUse.Declaration => (authority switch
        {
            AuthorityRole.MobilityOperator => Hierarchy.MoRoot,
            AuthorityRole.Oem => Hierarchy.OemRoot,
            AuthorityRole.Fleet => Hierarchy.FleetRoot,
            AuthorityRole.Meter => Hierarchy.MeterRoot,
            AuthorityRole.Auditor => Hierarchy.AuditorRoot,
            _ => Hierarchy.V2gRoot,
        }, "Declarations", CertificateTemplate.DeclarationSigner(authority)),
        _ => throw new ArgumentOutOfRangeException(nameof(use)),
    };

    private CertificateAuthority Impostor(CertificateAuthority home)
    {
        var key = NewKey(Options.Algorithm);
        return CertificateAuthority.CreateRoot(Order(home.Certificate.Subject, CertificateTemplate.Root(home.Certificate.Subject.DomainComponents[0]), key, Now + Options.RootValidity), key);
    }

    private CertificateAuthority Authority(CertificateAuthority parent, string name, CertificateTemplate template, DateTimeOffset notAfter)
    {
        var key = NewKey(Options.Algorithm);
        var subject = DistinguishedName.Create(name, Options.Organization, Options.Country, template.DomainComponent);
        var order = Order(subject, template, key, notAfter);
        return parent.IssueAuthority(notAfter < Now ? order with { NotBefore = notAfter - TimeSpan.FromDays(365) } : order, key);
    }

    private Credential Leaf(CertificateAuthority parent, string name, CertificateTemplate template, HashSet<PkiDefect> wrong)
    {
        var key = NewKey(wrong.Contains(PkiDefect.WrongCurve) ? SignatureAlgorithm.EcdsaP384Sha384 : Options.Algorithm);
        var further = ImmutableArray.CreateBuilder<CertificateExtension>();
        if (wrong.Contains(PkiDefect.UnknownCriticalExtension))
        {
            further.Add(new CertificateExtension("1.3.6.1.4.1.99999.1", Critical: true, new byte[] { 0x05, 0x00 }));
        }

        if (wrong.Contains(PkiDefect.TooLarge))
        {
            further.Add(new CertificateExtension("1.3.6.1.4.1.99999.2", Critical: false, new byte[600]));
        }

        template = template with
        {
            DomainComponent = wrong.Contains(PkiDefect.WrongDomainComponent) ? "NOBODY" : template.DomainComponent,
            KeyUsage = wrong.Contains(PkiDefect.WrongKeyUsage) ? KeyUsage.DataEncipherment : template.KeyUsage,
            ExtendedKeyUsages = wrong.Contains(PkiDefect.WrongExtendedKeyUsage) ? [ExtendedKeyUsages.OcspSigning] : template.ExtendedKeyUsages,
            FurtherExtensions = template.FurtherExtensions.AddRange(further),
        };
        var subject = DistinguishedName.Create(name, Options.Organization, Options.Country, template.DomainComponent);
        var order = Order(subject, template, key, Now + Options.LeafValidity);
        if (wrong.Contains(PkiDefect.LeafExpired))
        {
            order = order with { NotBefore = Now - TimeSpan.FromDays(30), NotAfter = Now - TimeSpan.FromDays(1) };
        }
        else if (wrong.Contains(PkiDefect.LeafNotYetValid))
        {
            order = order with { NotBefore = Now + TimeSpan.FromDays(1) };
        }

        var credential = parent.IssueCredential(order, key);
        return wrong.Contains(PkiDefect.BrokenSignature) ? credential with { Leaf = BreakSignature(credential.Leaf) } : credential;
    }

    // The last octet belongs to s: the encoding stays canonical and the number changes.
    private static Certificate BreakSignature(Certificate certificate)
    {
        var octets = certificate.RawData.ToArray();
        octets[^1] ^= 0x01;
        return Certificate.Parse(octets);
    }

    private CertificateOrder Order(DistinguishedName subject, CertificateTemplate template, ECDsaSigner key, DateTimeOffset notAfter) => new()
    {
        Template = template,
        Subject = subject,
        SubjectPublicKeyInfo = key.SubjectPublicKeyInfo,
        SerialNumber = SerialNumbers.Random(),
        NotBefore = Now - Options.Backdate,
        NotAfter = notAfter,
    };

    private ECDsaSigner NewKey(SignatureAlgorithm algorithm)
    {
        var key = ECDsaSigner.Generate(algorithm);
        _owned.Add(key);
        return key;
    }
}
