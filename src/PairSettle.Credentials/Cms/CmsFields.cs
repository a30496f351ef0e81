namespace PairSettle.Credentials;

/// <summary>Everything that a CMS object of the profile says; together with the profile it determines every byte.</summary>
/// <param name="ContentType">The content type.</param>
/// <param name="Content">The content.</param>
/// <param name="KeyIdentifier">The subject key identifier of the signer.</param>
/// <param name="Certificate">The SHA-256 of the signer's certificate, 32 octets.</param>
/// <param name="Algorithm">The pinned pair of digest and signature.</param>
/// <param name="Signature">The signature as r and s of equal length.</param>
internal sealed record CmsFields(
    string ContentType,
    ReadOnlyMemory<byte> Content,
    ReadOnlyMemory<byte> KeyIdentifier,
    ReadOnlyMemory<byte> Certificate,
    SignatureAlgorithm Algorithm,
    ReadOnlyMemory<byte> Signature);
