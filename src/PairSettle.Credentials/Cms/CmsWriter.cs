using System.Formats.Asn1;
using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>Writes the one encoding of the CMS profile (docs/formats/cms-profile.md).</summary>
internal static class CmsWriter
{
    /// <summary>The signed attributes as they are hashed: a SET OF in DER order (RFC 5652, 5.4).</summary>
    public static byte[] SignedAttributes(string contentType, ReadOnlySpan<byte> content, ReadOnlyMemory<byte> certificate, SignatureAlgorithm algorithm)
    {
        var digest = CryptographicOperations.HashData(algorithm.Hash(), content);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            Attribute(writer, CmsOids.ContentType, w => w.WriteObjectIdentifier(contentType));
            Attribute(writer, CmsOids.MessageDigest, w => w.WriteOctetString(digest));
            Attribute(writer, CmsOids.SigningCertificateV2, w => WriteSigningCertificate(w, certificate));
            Attribute(writer, CmsOids.AlgorithmProtection, w =>
            {
                using (w.PushSequence())
                {
                    WriteAlgorithm(w, DigestOid(algorithm));
                    WriteAlgorithm(w, algorithm.Oid(), DerFields.Context1);
                }
            });
        }

        return writer.Encode();
    }

    public static byte[] Encode(CmsFields fields)
    {
        var attributes = SignedAttributes(fields.ContentType, fields.Content.Span, fields.Certificate, fields.Algorithm);
        attributes[0] = 0xA0; // [0] IMPLICIT in the message, SET OF under the signature.
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(CmsOids.SignedData);
            using (writer.PushSequence(DerFields.Context0))
            using (writer.PushSequence())
            {
                writer.WriteInteger(3);
                using (writer.PushSetOf())
                {
                    WriteAlgorithm(writer, DigestOid(fields.Algorithm));
                }

                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(fields.ContentType);
                    using (writer.PushSequence(DerFields.Context0))
                    {
                        writer.WriteOctetString(fields.Content.Span);
                    }
                }

                using (writer.PushSetOf())
                {
                    WriteSigner(writer, fields, attributes);
                }
            }
        }

        return writer.Encode();
    }

    public static string DigestOid(SignatureAlgorithm algorithm) => algorithm switch
    {
        SignatureAlgorithm.EcdsaP256Sha256 => Oids.Sha256,
        SignatureAlgorithm.EcdsaP384Sha384 => Oids.Sha384,
        SignatureAlgorithm.EcdsaP521Sha512 => Oids.Sha512,
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };

    private static void WriteSigner(AsnWriter writer, CmsFields fields, byte[] attributes)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(3);
            writer.WriteOctetString(fields.KeyIdentifier.Span, DerFields.Context0);
            WriteAlgorithm(writer, DigestOid(fields.Algorithm));
            writer.WriteEncodedValue(attributes);
            WriteAlgorithm(writer, fields.Algorithm.Oid());
            writer.WriteOctetString(EcdsaSignatureFormat.ToDer(fields.Signature.Span));
        }
    }

    private static void Attribute(AsnWriter writer, string oid, Action<AsnWriter> writeValue)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            using (writer.PushSetOf())
            {
                writeValue(writer);
            }
        }
    }

    // SigningCertificateV2 with one ESSCertIDv2 that holds the hash alone: SHA-256 is the default and so is left out (RFC 5035).
    private static void WriteSigningCertificate(AsnWriter writer, ReadOnlyMemory<byte> certificate)
    {
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(certificate.Span);
        }
    }

    private static void WriteAlgorithm(AsnWriter writer, string oid, Asn1Tag? tag = null)
    {
        using (writer.PushSequence(tag))
        {
            writer.WriteObjectIdentifier(oid);
        }
    }
}
