using System.Formats.Asn1;

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
        return new IssuerHashes(issuer.Subject, issuer).Match(this);
    }

    /// <summary>Whether a certificate is the one that is named.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="issuer">Its issuer by the name that the certificate spells (RFC 6960, 4.1.1).</param>
    internal bool Names(Certificate certificate, IssuerHashes issuer) =>
        SerialNumber.Span.SequenceEqual(certificate.SerialNumber.Span) && issuer.Match(this);

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
}
