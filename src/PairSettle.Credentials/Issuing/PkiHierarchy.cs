using System.Collections.Immutable;

namespace PairSettle.Credentials.Issuing;

/// <summary>
/// A complete set of hierarchies with software keys: V2G root with charge point operator and provisioning service below it, mobility
/// operator, vehicle maker, fleet, meter, auditor and publisher of trust lists, each with its leaves. <c>pairsettle pki init</c> writes it to a directory.
/// </summary>
public sealed class PkiHierarchy : IDisposable
{
    private readonly PkiHierarchyOptions _options;
    private readonly DateTimeOffset _now;
    private readonly List<ECDsaSigner> _keys = [];
    private readonly List<CertificateAuthority> _authorities = [];
    private readonly List<ECDsaSigner> _authorityKeys = [];
    private readonly List<(CertificateAuthority Issuer, Certificate Certificate)> _issued = [];
    private (long Number, DateTimeOffset At) _list;

    private PkiHierarchy(DateTimeOffset now, PkiHierarchyOptions options)
    {
        _now = now;
        _options = options;

        V2gRoot = Root("V2GRootCA", "V2G");
        CpoSub1 = Sub(V2gRoot, "CPOSubCA1", "V2G", 1);
        CpoSub2 = Sub(CpoSub1, "CPOSubCA2", "V2G", 0);
        Secc = Leaf(CpoSub2, options.SeccId, CertificateTemplate.Secc);
        CpoDeclarationSigner = Signer(CpoSub2, AuthorityRole.ChargePointOperator);
        CpsSub1 = Sub(V2gRoot, "ProvSubCA1", "CPS", 1);
        CpsSub2 = Sub(CpsSub1, "ProvSubCA2", "CPS", 0);
        CertificateProvisioning = Leaf(CpsSub2, "CPS Leaf", CertificateTemplate.CertificateProvisioning);

        MoRoot = Root("MORootCA", "MO");
        MoSub1 = Sub(MoRoot, "MOSubCA1", "MO", 1);
        MoSub2 = Sub(MoSub1, "MOSubCA2", "MO", 0, KeyUsage.DigitalSignature | KeyUsage.NonRepudiation); // signs sales tariffs too
        Contract = Leaf(MoSub2, options.Emaid, options.ContractTemplate);
        MoDeclarationSigner = Signer(MoSub2, AuthorityRole.MobilityOperator);

        OemRoot = Root("OEMRootCA", "OEM");
        OemSub1 = Sub(OemRoot, "OEMSubCA1", "OEM", 1);
        OemSub2 = Sub(OemSub1, "OEMSubCA2", "OEM", 0);
        OemProvisioning = Leaf(OemSub2, options.Pcid, CertificateTemplate.OemProvisioning);
        Vehicle = Leaf(OemSub2, options.EvccId, CertificateTemplate.Vehicle);

        FleetRoot = Root("FleetRootCA", "FLEET");
        FleetSub = Sub(FleetRoot, "FleetSubCA", "FLEET", 0);
        FleetDeclarationSigner = Signer(FleetSub, AuthorityRole.Fleet);

        MeterRoot = Root("MeterRootCA", "METER");
        MeterSub = Sub(MeterRoot, "MeterSubCA", "METER", 0);
        Meter = Leaf(MeterSub, options.MeterId, CertificateTemplate.Meter);
        MeterDeclarationSigner = Signer(MeterSub, AuthorityRole.Meter);

        AuditorRoot = Root("AuditorRootCA", "AUDITOR");
        AuditorSub = Sub(AuditorRoot, "AuditorSubCA", "AUDITOR", 0);
        AuditorDeclarationSigner = Signer(AuditorSub, AuthorityRole.Auditor);

        TrustListRoot = Root("TrustListRootCA", CertificateProfile.DomainComponentOf(AuthorityRole.TrustList));
        TrustListSub = Sub(TrustListRoot, "TrustListSubCA", CertificateProfile.DomainComponentOf(AuthorityRole.TrustList), 0);
        TrustListSigner = Leaf(TrustListSub, "Trust List", CertificateTemplate.TrustListSigner);

        Anchors = TrustStore.Empty
            .With(AuthorityRole.V2G, V2gRoot.Certificate)
            .With(AuthorityRole.MobilityOperator, MoRoot.Certificate)
            .With(AuthorityRole.Oem, OemRoot.Certificate)
            .With(AuthorityRole.Fleet, FleetRoot.Certificate)
            .With(AuthorityRole.Meter, MeterRoot.Certificate)
            .With(AuthorityRole.Auditor, AuditorRoot.Certificate)
            .With(AuthorityRole.TrustList, TrustListRoot.Certificate);
    }

    /// <summary>The roots by role.</summary>
    public TrustStore Anchors { get; }

    /// <summary>The V2G root.</summary>
    public CertificateAuthority V2gRoot { get; }

    /// <summary>The charge point operator's first intermediate.</summary>
    public CertificateAuthority CpoSub1 { get; }

    /// <summary>The charge point operator's second intermediate, which issues chargers.</summary>
    public CertificateAuthority CpoSub2 { get; }

    /// <summary>The provisioning service's first intermediate.</summary>
    public CertificateAuthority CpsSub1 { get; }

    /// <summary>The provisioning service's second intermediate.</summary>
    public CertificateAuthority CpsSub2 { get; }

    /// <summary>The mobility operator's root.</summary>
    public CertificateAuthority MoRoot { get; }

    /// <summary>The mobility operator's first intermediate.</summary>
    public CertificateAuthority MoSub1 { get; }

    /// <summary>The mobility operator's second intermediate, which issues contracts.</summary>
    public CertificateAuthority MoSub2 { get; }

    /// <summary>The vehicle maker's root.</summary>
    public CertificateAuthority OemRoot { get; }

    /// <summary>The vehicle maker's first intermediate.</summary>
    public CertificateAuthority OemSub1 { get; }

    /// <summary>The vehicle maker's second intermediate, which issues vehicles.</summary>
    public CertificateAuthority OemSub2 { get; }

    /// <summary>The fleet's root.</summary>
    public CertificateAuthority FleetRoot { get; }

    /// <summary>The fleet's intermediate.</summary>
    public CertificateAuthority FleetSub { get; }

    /// <summary>The meter authority's root.</summary>
    public CertificateAuthority MeterRoot { get; }

    /// <summary>The meter authority's intermediate.</summary>
    public CertificateAuthority MeterSub { get; }

    /// <summary>The auditor's root.</summary>
    public CertificateAuthority AuditorRoot { get; }

    /// <summary>The auditor's intermediate.</summary>
    public CertificateAuthority AuditorSub { get; }

    /// <summary>The charger.</summary>
    public Credential Secc { get; }

    /// <summary>The contract.</summary>
    public Credential Contract { get; }

    /// <summary>The vehicle's provisioning credential.</summary>
    public Credential OemProvisioning { get; }

    /// <summary>The vehicle's TLS client credential of ISO 15118-20.</summary>
    public Credential Vehicle { get; }

    /// <summary>The certificate provisioning service.</summary>
    public Credential CertificateProvisioning { get; }

    /// <summary>The meter.</summary>
    public Credential Meter { get; }

    /// <summary>The signer of the mobility operator's declarations.</summary>
    public Credential MoDeclarationSigner { get; }

    /// <summary>The signer of the charge point operator's declarations.</summary>
    public Credential CpoDeclarationSigner { get; }

    /// <summary>The signer of the fleet's declarations.</summary>
    public Credential FleetDeclarationSigner { get; }

    /// <summary>The signer of the meter authority's declarations.</summary>
    public Credential MeterDeclarationSigner { get; }

    /// <summary>The signer of the auditor's declarations.</summary>
    public Credential AuditorDeclarationSigner { get; }

    /// <summary>The root of the publisher of trust lists.</summary>
    public CertificateAuthority TrustListRoot { get; }

    /// <summary>The intermediate of the publisher of trust lists.</summary>
    public CertificateAuthority TrustListSub { get; }

    /// <summary>The signer of trust lists.</summary>
    public Credential TrustListSigner { get; }

    /// <summary>All authorities, roots first within each hierarchy.</summary>
    public IReadOnlyList<CertificateAuthority> Authorities => _authorities;

    /// <summary>Makes everything with fresh keys and random serial numbers.</summary>
    /// <param name="now">The time of issue.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The hierarchies, which own their keys.</returns>
    /// <exception cref="ArgumentException">An identifier does not have the form that the profiles ask for.</exception>
    public static PkiHierarchy Create(DateTimeOffset now, PkiHierarchyOptions? options = null)
    {
        options ??= new PkiHierarchyOptions();
        options.Check();
        return new(now, options);
    }

    /// <summary>Signs a fresh revocation list of every authority.</summary>
    /// <param name="thisUpdate">The time of the lists.</param>
    /// <returns>The evidence.</returns>
    public RevocationEvidence CreateEvidence(DateTimeOffset thisUpdate)
    {
        var number = thisUpdate.ToUnixTimeSeconds();
        if (number > _list.Number)
        {
            _list = (number, thisUpdate);
        }

        return RevocationEvidence.Create(
            _authorities.Select(authority => authority.CreateRevocationList(number, thisUpdate, thisUpdate + _options.EvidenceValidity)));
    }

    /// <summary>Collects anchors, credentials and evidence for a directory.</summary>
    /// <param name="evidence">The evidence to go along.</param>
    /// <returns>What <see cref="PkiDirectory.Write"/> writes.</returns>
    public PkiDirectory ToDirectory(RevocationEvidence evidence) => new()
    {
        Anchors = Anchors,
        Evidence = evidence,
        Credentials = new Dictionary<string, Credential>
        {
            [PkiDirectory.Secc] = Secc,
            [PkiDirectory.Contract] = Contract,
            [PkiDirectory.OemProvisioning] = OemProvisioning,
            [PkiDirectory.Vehicle] = Vehicle,
            [PkiDirectory.CertificateProvisioning] = CertificateProvisioning,
            [PkiDirectory.Meter] = Meter,
            [PkiDirectory.MoDeclarations] = MoDeclarationSigner,
            [PkiDirectory.CpoDeclarations] = CpoDeclarationSigner,
            [PkiDirectory.FleetDeclarations] = FleetDeclarationSigner,
            [PkiDirectory.MeterDeclarations] = MeterDeclarationSigner,
            [PkiDirectory.AuditorDeclarations] = AuditorDeclarationSigner,
            [PkiDirectory.TrustList] = TrustListSigner,
        }.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    /// <summary>Writes every authority with its key, so that it can go on issuing: <c>DIR/NAME</c> for <see cref="AuthorityDirectory"/>.</summary>
    /// <param name="directory">The directory that gets a folder for each authority.</param>
    public void SaveAuthorities(string directory)
    {
        foreach (var (authority, key) in _authorities.Zip(_authorityKeys))
        {
            var superiors = authority.IsRoot ? [] : authority.Chain[1..];
            AuthorityDirectory.Create(
                Path.Combine(directory, authority.Certificate.Subject.CommonName!), authority.Certificate, superiors, key, Past(authority));
        }
    }

    /// <summary>Disposes of the keys.</summary>
    public void Dispose()
    {
        foreach (var key in _keys)
        {
            key.Dispose();
        }
    }

    private IEnumerable<string> Past(CertificateAuthority authority) =>
    [
        .. _issued.Where(issued => issued.Issuer == authority).Select(static issued => AuthorityLog.IssuedLine(issued.Certificate)),
        .. authority.Revoked.Select(AuthorityLog.RevokedLine),
        .. _list.Number == 0 ? Array.Empty<string>() : [AuthorityLog.ListedLine(_list.Number, _list.At)],
    ];

    private CertificateAuthority Root(string name, string domainComponent)
    {
        var key = NewKey();
        var root = CertificateAuthority.CreateRoot(Order(name, CertificateTemplate.Root(domainComponent), key, _options.RootValidity), key);
        _issued.Add((root, root.Certificate));
        return Keep(root, key);
    }

    private CertificateAuthority Sub(
        CertificateAuthority parent, string name, string domainComponent, int pathLength, KeyUsage furtherUsage = KeyUsage.None)
    {
        var key = NewKey();
        var template = CertificateTemplate.SubAuthority(domainComponent, pathLength);
        template = template with { KeyUsage = template.KeyUsage | furtherUsage };
        var authority = parent.IssueAuthority(Order(name, template, key, _options.SubAuthorityValidity), key);
        _issued.Add((parent, authority.Certificate));
        return Keep(authority, key);
    }

    private Credential Signer(CertificateAuthority parent, AuthorityRole role) =>
        Leaf(parent, $"{CertificateProfile.DomainComponentOf(role)} Declarations", CertificateTemplate.DeclarationSigner(role));

    private Credential Leaf(CertificateAuthority parent, string name, CertificateTemplate template)
    {
        var key = NewKey();
        var credential = parent.IssueCredential(Order(name, template, key, _options.LeafValidity), key);
        _issued.Add((parent, credential.Leaf));
        return credential;
    }

    private CertificateOrder Order(string name, CertificateTemplate template, ECDsaSigner key, TimeSpan validity) => new()
    {
        Template = template,
        Subject = DistinguishedName.Create(name, _options.Organization, _options.Country, template.DomainComponent),
        SubjectPublicKeyInfo = key.SubjectPublicKeyInfo,
        SerialNumber = SerialNumbers.Random(),
        NotBefore = _now - _options.Backdate,
        NotAfter = _now + validity,
    };

    private ECDsaSigner NewKey()
    {
        var key = ECDsaSigner.Generate(_options.Algorithm);
        _keys.Add(key);
        return key;
    }

    private CertificateAuthority Keep(CertificateAuthority authority, ECDsaSigner key)
    {
        _authorities.Add(authority);
        _authorityKeys.Add(key);
        return authority;
    }
}
