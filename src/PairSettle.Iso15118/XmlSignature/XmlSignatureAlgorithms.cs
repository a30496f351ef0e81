namespace PairSettle.Iso15118.XmlSignature;

/// <summary>The only algorithms of ISO 15118-2 signatures, by their URIs.</summary>
public static class XmlSignatureAlgorithms
{
    /// <summary>Canonicalization of SignedInfo, and the one transform of every reference: canonical EXI.</summary>
    public const string CanonicalExi = "http://www.w3.org/TR/canonical-exi/";

    /// <summary>The signature: ECDSA on secp256r1 with SHA-256, as r and s of 32 octets each.</summary>
    public const string EcdsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

    /// <summary>The digest of every reference: SHA-256.</summary>
    public const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";
}
