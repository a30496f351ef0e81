namespace PairSettle.Credentials;

/// <summary>The identifiers of RFC 5652, RFC 5035 and RFC 6211 that the profile uses.</summary>
internal static class CmsOids
{
    public const string SignedData = "1.2.840.113549.1.7.2";
    public const string ContentType = "1.2.840.113549.1.9.3";
    public const string MessageDigest = "1.2.840.113549.1.9.4";
    public const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    public const string AlgorithmProtection = "1.2.840.113549.1.9.52";
}
