namespace PairSettle.Tool.Conformance.Chains;

/// <summary>
/// Cases of x509-limbo whose result is not ours, each with its reason: all of them ask for rules of the web's certificate authorities
/// (CA/Browser Forum), which are not those of RFC 5280. One that passes all the same is a failure.
/// </summary>
internal static class LimboDeviations
{
    private const string CommonName = "the web's rules tie the common name to an alternative name; here it is never a peer's name";
    private const string ExtendedKeyUsage = "the web's rules demand serverAuth and forbid anyExtendedKeyUsage, critical usages and usages in roots";
    private const string PublicSuffix = "which suffixes are public is data of the web that an offline verifier does not have";
    private const string LeafAuthority = "the web's rules forbid an authority as a leaf; RFC 5280 does not, and the profiles of ISO 15118 do so themselves";
    private const string RootIdentifier = "the web's rules narrow the authorityKeyIdentifier of roots";
    private const string KeySize = "the web's rules demand RSA keys of whole octets";

    /// <summary>The reason why a case is listed, or null.</summary>
    public static string? ReasonFor(string id) => id switch
    {
        "webpki::aki::root-with-aki-all-fields" or "webpki::aki::root-with-aki-ski-mismatch" => RootIdentifier,
        _ when id.StartsWith("webpki::cn::", StringComparison.Ordinal) => CommonName,
        _ when id.StartsWith("webpki::eku::", StringComparison.Ordinal) => ExtendedKeyUsage,
        "webpki::nc::permitted-dns-match-noncritical" => "the web tolerates nameConstraints that are not critical; RFC 5280 does not (the suite has the case both ways)",
        _ when id.StartsWith("webpki::san::public-suffix-", StringComparison.Ordinal) => PublicSuffix,
        "webpki::san::san-critical-with-nonempty-subject" => "RFC 5280 recommends and does not demand that subjectAltName is not critical beside a subject",
        "webpki::ca-as-leaf" or "webpki::ee-basicconstraints-ca" => LeafAuthority,
        "webpki::forbidden-rsa-not-divisible-by-8-in-root" or "webpki::forbidden-rsa-key-not-divisible-by-8-in-leaf" => KeySize,
        _ => null,
    };
}
