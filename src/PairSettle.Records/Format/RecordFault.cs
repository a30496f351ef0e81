namespace PairSettle.Records.Format;

/// <summary>Why bytes are not an object of the record format. The number is the code: <c>REC2001</c>.</summary>
public enum RecordFault
{
    /// <summary>There is no fault.</summary>
    None = 0,

    /// <summary>The bytes are not distinguished encoding rules: truncated, indefinite, or not minimal.</summary>
    NotDer = 2001,

    /// <summary>Bytes follow the object.</summary>
    TrailingBytes = 2002,

    /// <summary>The object is longer than its bound.</summary>
    TooLarge = 2003,

    /// <summary>The object is of another kind than the one that was asked for.</summary>
    WrongKind = 2004,

    /// <summary>The version is not known.</summary>
    UnknownVersion = 2005,

    /// <summary>A required field is absent.</summary>
    MissingField = 2006,

    /// <summary>A field stands where none is allowed, or of another type.</summary>
    UnexpectedField = 2007,

    /// <summary>A value, a length or a count is outside its bounds.</summary>
    OutOfBounds = 2008,

    /// <summary>An enumeration holds a number without a meaning.</summary>
    UnknownValue = 2009,

    /// <summary>The bytes are DER, but not the one encoding of this object.</summary>
    NotCanonical = 2010,

    /// <summary>An item occurs twice.</summary>
    Duplicate = 2011,

    /// <summary>Fields contradict each other.</summary>
    Contradiction = 2012,

    /// <summary>The CMS object is not SignedData of the version that the profile asks for.</summary>
    CmsNotSignedData = 2101,

    /// <summary>The CMS content type is not the object's own.</summary>
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

    /// <summary>The signing-certificate attribute and the content name different certificates.</summary>
    CmsSigningCertificate = 2112,

    /// <summary>The wire form of the record is not supported.</summary>
    UnsupportedForm = 2201,
}
