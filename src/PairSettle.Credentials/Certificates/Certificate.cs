using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PairSettle.Credentials;

/// <summary>
/// An X.509 v3 certificate, parsed strictly: distinguished encoding rules, named curves, canonical signatures, no repeated extension.
/// Parsing says nothing about trust; that is <see cref="ChainVerifier"/>'s. Two certificates are equal when their octets are.
/// </summary>
public sealed partial class Certificate : IEquatable<Certificate>
{
    /// <summary>The longest certificate that is parsed at all; the profiles are much tighter (800 octets in ISO 15118-2).</summary>
    public const int MaxLength = 65_536;

    /// <summary>The DER octets.</summary>
    public ReadOnlyMemory<byte> RawData { get; }

    /// <summary>The SHA-256 of <see cref="RawData"/>, 32 octets.</summary>
    public ReadOnlyMemory<byte> Sha256 { get; }

    /// <summary>The version: 1 or 3 (2 occurs with unique identifiers).</summary>
    public int Version { get; }

    /// <summary>The octets of the serial number, a big-endian two's complement integer.</summary>
    public ReadOnlyMemory<byte> SerialNumber { get; }

    /// <summary>The issuer's name.</summary>
    public DistinguishedName Issuer { get; }

    /// <summary>The subject's name.</summary>
    public DistinguishedName Subject { get; }

    /// <summary>The first second of validity.</summary>
    public DateTimeOffset NotBefore { get; }

    /// <summary>The last second of validity.</summary>
    public DateTimeOffset NotAfter { get; }

    /// <summary>The DER octets of the public key with its algorithm.</summary>
    public ReadOnlyMemory<byte> SubjectPublicKeyInfo { get; }

    /// <summary>The octets of the public key alone; of an elliptic curve the uncompressed point.</summary>
    public ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>The kind of the public key.</summary>
    public KeyAlgorithm KeyAlgorithm { get; }

    /// <summary>The object identifier of the algorithm that the issuer signed with.</summary>
    public string SignatureAlgorithmOid { get; }

    /// <summary>All extensions in the order of the encoding.</summary>
    public ImmutableArray<CertificateExtension> Extensions { get; }

    /// <summary>Whether basicConstraints says that the subject is an authority.</summary>
    public bool IsAuthority { get; private set; }

    /// <summary>The number of intermediate authorities that may follow, or null without a limit.</summary>
    public int? PathLength { get; private set; }

    /// <summary>Whether the key usage extension is present.</summary>
    public bool HasKeyUsage { get; private set; }

    /// <summary>The key usage bits; <see cref="KeyUsage.None"/> where the extension is absent.</summary>
    public KeyUsage KeyUsage { get; private set; }

    /// <summary>The extended key usages; empty where the extension is absent.</summary>
    public ImmutableArray<string> ExtendedKeyUsages { get; private set; }

    /// <summary>The subject key identifier; empty where it is absent.</summary>
    public ReadOnlyMemory<byte> SubjectKeyIdentifier { get; private set; }

    /// <summary>The issuer's key identifier; empty where it is absent.</summary>
    public ReadOnlyMemory<byte> AuthorityKeyIdentifier { get; private set; }

    /// <summary>The addresses of revocation lists. Nothing is ever fetched from here by this package.</summary>
    public ImmutableArray<string> CrlDistributionPoints { get; private set; }

    /// <summary>The addresses of OCSP responders. Nothing is ever fetched from here by this package.</summary>
    public ImmutableArray<string> OcspResponders { get; private set; }

    /// <summary>Whether issuer and subject are the same name (RFC 5280, 3.2).</summary>
    public bool IsSelfIssued { get; }

    /// <summary>The octets that the issuer signed.</summary>
    internal ReadOnlyMemory<byte> SignedData { get; }

    /// <summary>The signature value as encoded.</summary>
    internal ReadOnlyMemory<byte> Signature { get; }

    /// <summary>How the issuer signed; null for what is never verified.</summary>
    internal SignatureScheme? Scheme { get; }

    /// <summary>False when a GeneralizedTime says a time before 2050, which RFC 5280 reserves to UTCTime.</summary>
    internal bool HasPreferredTimes { get; }

    /// <summary>Parses DER octets.</summary>
    /// <param name="der">Exactly one certificate. The octets are copied.</param>
    /// <param name="certificate">The certificate on success.</param>
    /// <param name="error">The reason on failure.</param>
    /// <returns>Whether the octets are a strictly encoded certificate.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> der, [NotNullWhen(true)] out Certificate? certificate, out CredentialError error)
    {
        certificate = DerFields.Guard(() => new Certificate(der), "certificate", out error);
        return certificate is not null;
    }

    /// <summary>Parses DER octets.</summary>
    /// <param name="der">Exactly one certificate. The octets are copied.</param>
    /// <returns>The certificate.</returns>
    /// <exception cref="CredentialContentException">The octets are not a strictly encoded certificate.</exception>
    public static Certificate Parse(ReadOnlyMemory<byte> der) =>
        TryParse(der, out var certificate, out var error) ? certificate : throw new CredentialContentException(error);

    /// <summary>Verifies an ECDSA signature of this certificate's key.</summary>
    /// <param name="hash">The hash that was signed.</param>
    /// <param name="p1363Signature">The signature r || s of fixed length (IEEE P1363).</param>
    /// <returns>False when the signature is wrong, has another length, or the key cannot be used.</returns>
    public bool VerifyHash(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> p1363Signature) =>
        Key is { } key && key.VerifyHash(hash, p1363Signature);

    /// <summary>Looks an extension up.</summary>
    /// <param name="oid">The object identifier.</param>
    /// <returns>The extension, or null where it is absent.</returns>
    public CertificateExtension? FindExtension(string oid)
    {
        foreach (var extension in Extensions)
        {
            if (extension.Oid == oid)
            {
                return extension;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Equals(Certificate? other) => other is not null && Sha256.Span.SequenceEqual(other.Sha256.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Certificate);

    /// <inheritdoc/>
    public override int GetHashCode() => BitConverter.ToInt32(Sha256.Span);

    /// <summary>The subject (masked where it may be personal) and the first octets of the fingerprint.</summary>
    /// <returns>A text that may be logged.</returns>
    public override string ToString() => $"{Subject} [{Convert.ToHexString(Sha256.Span[..8])}]";

    /// <summary>The public key, ready to verify with; null where it is not supported.</summary>
    internal VerificationKey? Key { get; private set; }

    /// <summary>The length of the key's field, modulus or prime in bits; 0 where it is not known.</summary>
    internal int KeyBits { get; }

    /// <summary>Whether the key lacks domain parameters, which are then its issuer's (RFC 3279, 2.3.2).</summary>
    internal bool InheritsParameters { get; private set; }

    /// <summary>Whether the key took its domain parameters from an issuer, so that it is not known by this certificate alone.</summary>
    internal bool HasInheritedParameters { get; private set; }

    /// <summary>Whether the platform, or the provider where there is one, can verify with the key.</summary>
    internal bool HasUsableKey(IAlgorithmProvider? provider = null) => KeyAlgorithm.Signature() is null
        ? Key is { } key && key.IsUsable(provider)
        : CurvePoint.IsOnCurve(KeyAlgorithm, PublicKey.Span);

    /// <summary>The same certificate, whose key has the domain parameters of its issuer's.</summary>
    internal Certificate WithParametersOf(Certificate issuer)
    {
        var completed = (Certificate)MemberwiseClone();
        completed.Key = Key!.WithParametersOf(issuer.Key!);
        completed.InheritsParameters = false;
        completed.HasInheritedParameters = true;
        return completed;
    }
}
