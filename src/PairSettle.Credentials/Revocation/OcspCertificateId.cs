using System.Formats.Asn1;
using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>
/// How OCSP names a certificate (CertID of RFC 6960, 4.1.1): hashes of its issuer's name and key, and its serial number. Two identifiers are
/// equal when their octets are; one certificate has one for each hash.
/// </summary>
public sealed class OcspCertificateId : IEquatable<OcspCertificateId>
{
    private OcspCertificateId(
        ReadOnlyMemory<byte> rawData, string hashAlgorithmOid, ReadOnlyMemory<byte> nameHash, ReadOnlyMemory<byte> keyHash, ReadOnlyMemory<byte> serial)
    {
        RawData = rawData;
        HashAlgorithmOid = hashAlgorithmOid;
        IssuerNameHash = nameHash;
        IssuerKeyHash = keyHash;
        SerialNumber = serial;
    }

    /// <summary>The DER octets, as a response repeats them.</summary>
    public ReadOnlyMemory<byte> RawData { get; }

    /// <summary>The object identifier of the hash that names the issuer.</summary>
    public string HashAlgorithmOid { get; }

    /// <summary>The hash of the issuer's name.</summary>
    public ReadOnlyMemory<byte> IssuerNameHash { get; }

    /// <summary>The hash of the issuer's public key.</summary>
    public ReadOnlyMemory<byte> IssuerKeyHash { get; }

    /// <summary>The octets of the certificate's serial number.</summary>
    public ReadOnlyMemory<byte> SerialNumber { get; }

    /// <summary>Names a certificate with SHA-1, which every responder understands (RFC 5019, 2.1.1); the hash is a name, not a protection.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="issuer">The certificate of its issuer.</param>
    /// <returns>The identifier.</returns>
    public static OcspCertificateId Create(Certificate certificate, Certificate issuer)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(issuer);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Oids.Sha1);
                writer.WriteNull();
            }

            writer.WriteOctetString(KeyIdentifier.OfKey(certificate.Issuer.RawData.Span));
            writer.WriteOctetString(KeyIdentifier.OfKey(issuer.PublicKey.Span));
            writer.WriteInteger(certificate.SerialNumber.Span);
        }

        return Read(DerFields.Open(writer.Encode()), "certID");
    }

    /// <summary>Whether the certificate that is named is one of an issuer: its name and key have the hashes.</summary>
    /// <param name="issuer">The certificate of the issuer.</param>
    /// <returns>False too where the hash is none of SHA-1, SHA-256, SHA-384 and SHA-512.</returns>
    public bool IsIssuedBy(Certificate issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        return Names(issuer.Subject, issuer);
    }

    /// <summary>Whether a certificate is the one that is named; the issuer's name counts as the certificate spells it (RFC 6960, 4.1.1).</summary>
    internal bool Names(Certificate certificate, Certificate issuer) =>
        SerialNumber.Span.SequenceEqual(certificate.SerialNumber.Span) && Names(certificate.Issuer, issuer);

    /// <inheritdoc/>
    public bool Equals(OcspCertificateId? other) => other is not null && RawData.Span.SequenceEqual(other.RawData.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OcspCertificateId);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(RawData.Span);
        return hash.ToHashCode();
    }

    internal static OcspCertificateId Read(AsnReader reader, string path)
    {
        var raw = reader.PeekEncodedValue();
        var id = reader.ReadSequence();
        var algorithm = id.ReadSequence();
        var hash = algorithm.ReadObjectIdentifier();
        if (algorithm.HasData)
        {
            algorithm.ReadNull(); // hashes have no parameters, and say so in two ways
        }

        DerFields.DemandEnd(algorithm, path);
        var name = DerFields.OctetString(id, path);
        var key = DerFields.OctetString(id, path);
        var serial = DerFields.SerialNumber(id, path);
        DerFields.DemandEnd(id, path);
        return new OcspCertificateId(raw, hash, name, key, serial);
    }

    private bool Names(DistinguishedName issuerName, Certificate issuer)
    {
        if (HashOf(HashAlgorithmOid) is not { } hash)
        {
            return false;
        }

        Span<byte> digest = stackalloc byte[64];
        return Matches(hash, issuerName.RawData.Span, IssuerNameHash.Span, digest)
            && Matches(hash, issuer.PublicKey.Span, IssuerKeyHash.Span, digest);
    }

    private static bool Matches(HashAlgorithmName hash, ReadOnlySpan<byte> data, ReadOnlySpan<byte> expected, Span<byte> digest) =>
        digest[..CryptographicOperations.HashData(hash, data, digest)].SequenceEqual(expected);

    private static HashAlgorithmName? HashOf(string oid) => oid switch
    {
        Oids.Sha1 => HashAlgorithmName.SHA1, // names the issuer and protects nothing (RFC 6960, 4.3)
        Oids.Sha256 => HashAlgorithmName.SHA256,
        Oids.Sha384 => HashAlgorithmName.SHA384,
        Oids.Sha512 => HashAlgorithmName.SHA512,
        _ => null,
    };
}
