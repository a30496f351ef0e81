namespace PairSettle.Credentials;

/// <summary>The certificates of a request by the names of their subjects, so that a search looks at no others.</summary>
internal sealed class IssuerIndex
{
    private readonly ILookup<DistinguishedName, Certificate> _intermediates;
    private readonly ILookup<DistinguishedName, TrustAnchor> _anchors;

    public IssuerIndex(ChainRequest request, CertificateProfile profile)
    {
        _intermediates = request.Intermediates.Concat(request.Anchors.CrossCertificates).Distinct().ToLookup(static certificate => certificate.Subject);

        // Anchors of the roles that the use allows come first.
        _anchors = profile.Roles.Concat(Enum.GetValues<AuthorityRole>()).Distinct()
            .SelectMany(role => request.Anchors.EntriesOf(role))
            .ToLookup(static anchor => anchor.Certificate.Subject);
    }

    /// <summary>The intermediates of a name; none where the budget does not reach for all of them.</summary>
    public IEnumerable<Certificate> Intermediates(DistinguishedName name, WorkMeter meter) => Counted(_intermediates[name], meter);

    /// <summary>The anchors of a name; none where the budget does not reach for all of them.</summary>
    public IEnumerable<TrustAnchor> Anchors(DistinguishedName name, WorkMeter meter) => Counted(_anchors[name], meter);

    private static IEnumerable<T> Counted<T>(IEnumerable<T> found, WorkMeter meter) => meter.TryLookUp(found.Count()) ? found : [];
}
