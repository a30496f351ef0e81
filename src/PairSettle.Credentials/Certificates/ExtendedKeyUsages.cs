namespace PairSettle.Credentials;

/// <summary>The object identifiers of extended key usages that the profiles ask for.</summary>
public static class ExtendedKeyUsages
{
    /// <summary>TLS server authentication (RFC 5280, 4.2.1.12).</summary>
    public const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>TLS client authentication (RFC 5280, 4.2.1.12).</summary>
    public const string ClientAuthentication = "1.3.6.1.5.5.7.3.2";

    /// <summary>Message protection; declaration signers carry it too, so that common CMS tools accept their signatures.</summary>
    public const string EmailProtection = "1.3.6.1.5.5.7.3.4";

    /// <summary>Signing of OCSP responses for the issuer (RFC 6960, 4.2.2.2).</summary>
    public const string OcspSigning = "1.3.6.1.5.5.7.3.9";

    /// <summary>Any usage (RFC 5280, 4.2.1.12).</summary>
    public const string Any = "2.5.29.37.0";

    /// <summary>
    /// Signing of PairSettle declarations. It tells the signer of an authority's statements from the contract, charger and meter
    /// credentials that the same authority issues: without it a contract key could sign roaming promises for its own operator.
    /// </summary>
    public const string DeclarationSigning = "2.25.147607169259909419112701481530361221173.1.1";

    /// <summary>Signing of PairSettle trust lists.</summary>
    public const string TrustListSigning = "2.25.147607169259909419112701481530361221173.1.2";
}
