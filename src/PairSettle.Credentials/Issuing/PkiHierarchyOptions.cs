namespace PairSettle.Credentials.Issuing;

/// <summary>How a whole hierarchy is made.</summary>
public sealed record PkiHierarchyOptions
{
    private readonly SignatureAlgorithm? _algorithm;

    /// <summary>The edition of ISO 15118 whose profiles the certificates follow.</summary>
    public Iso15118Edition Edition { get; init; } = Iso15118Edition.Iso15118_2;

    /// <summary>The algorithm of every key; where none is named, that of the edition: P-256 for -2, P-521 for -20.</summary>
    public SignatureAlgorithm Algorithm
    {
        get => _algorithm ?? CertificateProfile.For(CertificateUse.Secc, Edition).Algorithms[0];
        init => _algorithm = value;
    }

    /// <summary>The organization in every name.</summary>
    public string Organization { get; init; } = "PairSettle";

    /// <summary>The country in every name.</summary>
    public string Country { get; init; } = "DE";

    /// <summary>The contract's identifier.</summary>
    public string Emaid { get; init; } = "DE8AA0012345670";

    /// <summary>The charger's identifier.</summary>
    public string SeccId { get; init; } = "DE8AAE00001";

    /// <summary>The vehicle's provisioning identifier.</summary>
    public string Pcid { get; init; } = "WMIV1234567890ABCD";

    /// <summary>The vehicle's identifier of ISO 15118-20.</summary>
    public string EvccId { get; init; } = "WM1V1234567890ABCDE5";

    /// <summary>The meter's serial number.</summary>
    public string MeterId { get; init; } = "METER-0001";

    /// <summary>How far before the given time everything begins to be valid, against clocks that lag.</summary>
    public TimeSpan Backdate { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The validity of leaves after the given time.</summary>
    public TimeSpan LeafValidity { get; init; } = TimeSpan.FromDays(90);

    /// <summary>The validity of intermediates after the given time.</summary>
    public TimeSpan SubAuthorityValidity { get; init; } = TimeSpan.FromDays(4 * 365);

    /// <summary>The validity of roots after the given time.</summary>
    public TimeSpan RootValidity { get; init; } = TimeSpan.FromDays(40 * 365);

    /// <summary>The time after which the revocation lists are due again.</summary>
    public TimeSpan EvidenceValidity { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The template of contracts of the edition.</summary>
    public CertificateTemplate ContractTemplate =>
        Edition == Iso15118Edition.Iso15118_20 ? CertificateTemplate.Iso20Contract : CertificateTemplate.Contract;

    internal void Check()
    {
        if (!Credentials.Emaid.TryParse(Emaid, out _))
        {
            throw new ArgumentException("the contract's identifier is not an EMAID", nameof(Emaid));
        }

        if (!Credentials.Pcid.TryParse(Pcid, out _))
        {
            throw new ArgumentException("the vehicle's provisioning identifier is not a PCID", nameof(Pcid));
        }

        if (Country is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
        {
            throw new ArgumentException("a country has two capital letters", nameof(Country));
        }
    }
}
