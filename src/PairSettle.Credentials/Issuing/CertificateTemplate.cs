using System.Collections.Immutable;

namespace PairSettle.Credentials.Issuing;

/// <summary>What a certificate of a kind carries besides its subject: the issuing side of the profiles.</summary>
public sealed record CertificateTemplate
{
    /// <summary>The domain component of the subject; null for none.</summary>
    public string? DomainComponent { get; init; }

    /// <summary>Whether the subject is an authority.</summary>
    public bool IsAuthority { get; init; }

    /// <summary>The number of intermediates that may follow an authority; null without a limit.</summary>
    public int? PathLength { get; init; }

    /// <summary>The key usage; the extension is critical, and left out for <see cref="KeyUsage.None"/>.</summary>
    public KeyUsage KeyUsage { get; init; }

    /// <summary>The extended key usages; the extension is left out where empty.</summary>
    public ImmutableArray<string> ExtendedKeyUsages { get; init; } = [];

    /// <summary>Whether extended key usage is critical.</summary>
    public bool ExtendedKeyUsageCritical { get; init; }

    /// <summary>How the subject's key identifier is made of its key.</summary>
    public KeyIdentifierMethod KeyIdentifier { get; init; }

    /// <summary>Further extensions, after the others.</summary>
    public ImmutableArray<CertificateExtension> FurtherExtensions { get; init; } = [];

    /// <summary>A root: no path length, signs certificates and revocation lists.</summary>
    /// <param name="domainComponent">The domain component.</param>
    /// <returns>The template.</returns>
    public static CertificateTemplate Root(string domainComponent) => new()
    {
        DomainComponent = domainComponent,
        IsAuthority = true,
        KeyUsage = KeyUsage.KeyCertSign | KeyUsage.CrlSign,
    };

    /// <summary>An intermediate authority.</summary>
    /// <param name="domainComponent">The domain component.</param>
    /// <param name="pathLength">1 for the first intermediate of the profiles, 0 for the second.</param>
    /// <returns>The template.</returns>
    public static CertificateTemplate SubAuthority(string domainComponent, int pathLength) => Root(domainComponent) with { PathLength = pathLength };

    /// <summary>A charger.</summary>
    public static CertificateTemplate Secc { get; } = new()
    {
        DomainComponent = "CPO",
        KeyUsage = KeyUsage.DigitalSignature | KeyUsage.KeyAgreement,
    };

    /// <summary>A contract of ISO 15118-2.</summary>
    public static CertificateTemplate Contract { get; } = new()
    {
        DomainComponent = "MO",
        KeyUsage = KeyUsage.DigitalSignature | KeyUsage.NonRepudiation | KeyUsage.KeyEncipherment | KeyUsage.KeyAgreement,
    };

    /// <summary>
    /// A contract of ISO 15118-20. Its key identifier has eight octets: [V2G20-3431] allows that, and the delivery of its private key asks for
    /// it ([V2G20-2492]).
    /// </summary>
    public static CertificateTemplate Iso20Contract { get; } = Contract with { KeyIdentifier = KeyIdentifierMethod.ShortSha1 };

    /// <summary>A vehicle's provisioning certificate.</summary>
    public static CertificateTemplate OemProvisioning { get; } = new()
    {
        DomainComponent = "OEM",
        KeyUsage = KeyUsage.DigitalSignature | KeyUsage.KeyAgreement,
    };

    /// <summary>A vehicle's TLS client certificate of ISO 15118-20.</summary>
    public static CertificateTemplate Vehicle { get; } = new()
    {
        KeyUsage = KeyUsage.DigitalSignature,
        ExtendedKeyUsages = [Credentials.ExtendedKeyUsages.ClientAuthentication],
        ExtendedKeyUsageCritical = true,
    };

    /// <summary>A certificate provisioning service.</summary>
    public static CertificateTemplate CertificateProvisioning { get; } = new() { DomainComponent = "CPS", KeyUsage = KeyUsage.DigitalSignature };

    /// <summary>An energy meter.</summary>
    public static CertificateTemplate Meter { get; } = new() { DomainComponent = "METER", KeyUsage = KeyUsage.DigitalSignature };

    /// <summary>A delegated OCSP responder, whose own revocation need not be asked for (RFC 6960, 4.2.2.2.1).</summary>
    public static CertificateTemplate OcspResponder { get; } = new()
    {
        KeyUsage = KeyUsage.DigitalSignature,
        ExtendedKeyUsages = [Credentials.ExtendedKeyUsages.OcspSigning],
        FurtherExtensions = [new CertificateExtension(Oids.OcspNoCheck, Critical: false, new byte[] { 0x05, 0x00 })],
    };

    /// <summary>The signer of trust lists.</summary>
    public static CertificateTemplate TrustListSigner { get; } = new()
    {
        DomainComponent = CertificateProfile.DomainComponentOf(AuthorityRole.TrustList),
        KeyUsage = KeyUsage.DigitalSignature,
        ExtendedKeyUsages = [Credentials.ExtendedKeyUsages.TrustListSigning, Credentials.ExtendedKeyUsages.EmailProtection],
    };

    /// <summary>The signer of an authority's declarations.</summary>
    /// <param name="authority">The authority.</param>
    /// <returns>The template.</returns>
    public static CertificateTemplate DeclarationSigner(AuthorityRole authority) => new()
    {
        DomainComponent = CertificateProfile.DomainComponentOf(authority),
        KeyUsage = KeyUsage.DigitalSignature,
        ExtendedKeyUsages = [Credentials.ExtendedKeyUsages.DeclarationSigning, Credentials.ExtendedKeyUsages.EmailProtection],
    };
}
