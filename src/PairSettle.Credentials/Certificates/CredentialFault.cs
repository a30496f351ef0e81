namespace PairSettle.Credentials;

/// <summary>Why octets are not an acceptable certificate, request, revocation list, OCSP message, CMS object or trust list. The value is the number of the error code.</summary>
public enum CredentialFault
{
    /// <summary>No fault.</summary>
    None = 0,

    /// <summary>The octets break the distinguished encoding rules or do not have the structure of the type.</summary>
    MalformedDer = 2001,

    /// <summary>The input is longer than the parser's bound.</summary>
    TooLarge = 2002,

    /// <summary>Octets follow the end of the structure.</summary>
    TrailingData = 2003,

    /// <summary>The version is not one that the format defines, or does not fit the fields present.</summary>
    UnsupportedVersion = 2004,

    /// <summary>The signature algorithm inside the signed part differs from the one outside of it.</summary>
    AlgorithmMismatch = 2005,

    /// <summary>An elliptic curve is described by explicit parameters instead of by its name.</summary>
    ExplicitCurve = 2006,

    /// <summary>A public key is not encoded as its algorithm demands.</summary>
    InvalidPublicKey = 2007,

    /// <summary>A signature value is not the canonical encoding of an ECDSA signature.</summary>
    InvalidSignatureEncoding = 2008,

    /// <summary>A serial number is empty or longer than the parser's bound.</summary>
    InvalidSerialNumber = 2009,

    /// <summary>A time is not a valid UTCTime or GeneralizedTime of the profile, or the end precedes the beginning.</summary>
    InvalidTime = 2010,

    /// <summary>A distinguished name is empty where it must not be, or holds a value that cannot be read.</summary>
    InvalidName = 2011,

    /// <summary>The same extension occurs twice.</summary>
    DuplicateExtension = 2012,

    /// <summary>The content of a known extension is not valid.</summary>
    InvalidExtension = 2013,

    /// <summary>An OCSP response does not carry a successful basic response.</summary>
    UnsuccessfulResponse = 2014,

    /// <summary>A text does not hold a PEM block of the expected kind.</summary>
    InvalidPem = 2015,

    /// <summary>A bag of evidence or a trust list holds more items or more octets than its bound.</summary>
    TooManyItems = 2016,

    /// <summary>A certificate that is to be an anchor is not an authority's.</summary>
    NotAuthority = 2017,

    /// <summary>An item occurs twice.</summary>
    DuplicateItem = 2018,

    /// <summary>A value, a length or a count is outside of its bounds.</summary>
    OutOfBounds = 2019,

    /// <summary>A certification request is not signed with the key that it asks a certificate for.</summary>
    NotSignedByOwnKey = 2020,

    /// <summary>The CMS object is not SignedData of the version that the profile asks for.</summary>
    CmsNotSignedData = 2101,

    /// <summary>The CMS content type is not the one that was asked for.</summary>
    CmsContentType = 2102,

    /// <summary>The CMS object does not have exactly one signer.</summary>
    CmsSignerCount = 2103,

    /// <summary>The signer is not identified by a subject key identifier.</summary>
    CmsSignerIdentifier = 2104,

    /// <summary>There are no signed attributes.</summary>
    CmsNoSignedAttributes = 2105,

    /// <summary>A signed attribute is missing, doubled, unknown or malformed.</summary>
    CmsSignedAttribute = 2106,

    /// <summary>The message digest is not the digest of the content.</summary>
    CmsMessageDigest = 2107,

    /// <summary>The digest and signature algorithms are not one of the pinned pairs.</summary>
    CmsAlgorithm = 2108,

    /// <summary>The algorithms and the algorithm protection attribute differ (RFC 6211).</summary>
    CmsAlgorithmProtection = 2109,

    /// <summary>The signature is not a pair of positive integers of the curve's size.</summary>
    CmsSignatureEncoding = 2110,

    /// <summary>Certificates, revocation lists or unsigned attributes stand inside the CMS object.</summary>
    CmsUnsignedField = 2111,
}
