using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Security.Cryptography;
using PairSettle.Credentials;

namespace PairSettle.Records.Format.Cms;

/// <summary>
/// Reads CMS objects of the profile and nothing else. Every rule has its own fault; what passes all of them is written again and
/// compared, so that no second encoding of the same statement exists.
/// </summary>
internal static class CmsParser
{
    private static readonly Asn1Tag Context0 = DerTags.Context(0);

    public static bool TryParse(
        ReadOnlyMemory<byte> cms, string contentType, [NotNullWhen(true)] out CmsFields? fields, out RecordError error)
    {
        fields = null;
        error = new(RecordFault.NotDer, "cms");
        if (cms.Length > FormatLimits.MaxCms)
        {
            error = new(RecordFault.TooLarge, "cms");
            return false;
        }

        try
        {
            if (!AsnDecoder.TryReadEncodedValue(cms.Span, AsnEncodingRules.DER, out _, out _, out _, out var consumed))
            {
                return false;
            }

            if (consumed != cms.Length)
            {
                error = new(RecordFault.TrailingBytes, "cms");
                return false;
            }

            var parsed = ReadContentInfo(new(cms, "cms"), contentType);
            if (!CmsWriter.Encode(parsed).AsSpan().SequenceEqual(cms.Span))
            {
                error = new(RecordFault.NotCanonical, "cms");
                return false;
            }

            fields = parsed;
            error = default;
            return true;
        }
        catch (DerRefusal refusal)
        {
            error = refusal.Error;
        }
        catch (AsnContentException)
        {
            error = new(RecordFault.NotDer, "cms");
        }

        return false;
    }

    private static CmsFields ReadContentInfo(DerReader outer, string contentType)
    {
        var info = outer.Sequence("contentInfo");
        if (info.ObjectIdentifier("contentType") != CmsOids.SignedData)
        {
            throw info.Refuse(RecordFault.CmsNotSignedData, "contentType");
        }

        var wrapper = info.Sequence("content", Context0);
        var signedData = wrapper.Sequence("signedData");
        wrapper.End();
        info.End();

        if (signedData.Integer("version", int.MinValue, int.MaxValue) != 3)
        {
            throw signedData.Refuse(RecordFault.CmsNotSignedData, "version");
        }

        var digests = signedData.Set("digestAlgorithms");
        var content = ReadContent(signedData, contentType);
        if (signedData.NextIs(Context0) || signedData.NextIs(DerTags.Context(1)))
        {
            throw signedData.Refuse(RecordFault.CmsUnsignedField, signedData.NextIs(Context0) ? "certificates" : "crls");
        }

        var signers = signedData.Set("signerInfos");
        signedData.End();
        if (!signers.HasData)
        {
            throw signers.Refuse(RecordFault.CmsSignerCount, "none");
        }

        var signer = signers.Sequence("signerInfo");
        if (signers.HasData)
        {
            throw signers.Refuse(RecordFault.CmsSignerCount, "several");
        }

        var fields = ReadSigner(signer, contentType, content);
        if (ReadAlgorithm(digests, "algorithm") != CmsWriter.DigestOid(fields.Algorithm))
        {
            throw signedData.Refuse(RecordFault.CmsAlgorithm, "digestAlgorithms");
        }

        digests.End();
        return fields;
    }

    private static ReadOnlyMemory<byte> ReadContent(DerReader signedData, string contentType)
    {
        var encapsulated = signedData.Sequence("encapContentInfo");
        if (encapsulated.ObjectIdentifier("eContentType") != contentType)
        {
            throw encapsulated.Refuse(RecordFault.CmsContentType, "eContentType");
        }

        var wrapper = encapsulated.Sequence("eContent", Context0);
        var content = wrapper.Octets("octets", 1, FormatLimits.MaxContent).Memory;
        wrapper.End();
        encapsulated.End();
        return content;
    }

    private static CmsFields ReadSigner(DerReader signer, string contentType, ReadOnlyMemory<byte> content)
    {
        if (signer.Integer("version", int.MinValue, int.MaxValue) != 3 || !signer.NextIs(Context0))
        {
            throw signer.Refuse(RecordFault.CmsSignerIdentifier, "sid");
        }

        var keyIdentifier = signer.Octets("sid", 1, 64, Context0).Memory;
        var digest = ReadAlgorithm(signer, "digestAlgorithm");
        if (!signer.NextIs(Context0))
        {
            throw signer.Refuse(RecordFault.CmsNoSignedAttributes, "signedAttrs");
        }

        var attributes = ReadAttributes(signer.Set("signedAttrs", Context0));
        var algorithm = Pair(digest, ReadAlgorithm(signer, "signatureAlgorithm"))
            ?? throw signer.Refuse(RecordFault.CmsAlgorithm, "signatureAlgorithm");
        var encoded = signer.Octets("signature", 1, 160);
        if (signer.HasData)
        {
            throw signer.Refuse(RecordFault.CmsUnsignedField, "unsignedAttrs");
        }

        CheckAttributes(signer, attributes, contentType, content.Span, algorithm);
        return EcdsaSignatureFormat.TryToP1363(encoded.Span, algorithm.SignatureLength() / 2, out var signature)
            ? new(contentType, content, keyIdentifier, attributes.Certificate, algorithm, signature)
            : throw signer.Refuse(RecordFault.CmsSignatureEncoding, "signature");
    }

    private static void CheckAttributes(
        DerReader signer, Attributes attributes, string contentType, ReadOnlySpan<byte> content, SignatureAlgorithm algorithm)
    {
        if (attributes.ContentType != contentType)
        {
            throw signer.Refuse(RecordFault.CmsContentType, "signedAttrs.contentType");
        }

        if (!CryptographicOperations.HashData(algorithm.Hash(), content).AsSpan().SequenceEqual(attributes.MessageDigest.Span))
        {
            throw signer.Refuse(RecordFault.CmsMessageDigest, "signedAttrs.messageDigest");
        }

        if (attributes.ProtectedDigest != CmsWriter.DigestOid(algorithm) || attributes.ProtectedSignature != algorithm.Oid())
        {
            throw signer.Refuse(RecordFault.CmsAlgorithmProtection, "signedAttrs.cmsAlgorithmProtection");
        }
    }

    private static Attributes ReadAttributes(DerReader set)
    {
        string? contentType = null, protectedDigest = null, protectedSignature = null;
        ReadOnlyMemory<byte>? messageDigest = null;
        Digest? certificate = null;
        while (set.HasData)
        {
            var attribute = set.Sequence("attribute");
            var oid = attribute.ObjectIdentifier("type");
            var values = attribute.Set("values");
            attribute.End();
            switch (oid)
            {
                case CmsOids.ContentType when contentType is null:
                    contentType = values.ObjectIdentifier("contentType");
                    break;
                case CmsOids.MessageDigest when messageDigest is null:
                    messageDigest = values.Octets("messageDigest", 32, 64).Memory;
                    break;
                case CmsOids.SigningCertificateV2 when certificate is null:
                    certificate = ReadSigningCertificate(values);
                    break;
                case CmsOids.AlgorithmProtection when protectedDigest is null:
                    var protection = values.Sequence("cmsAlgorithmProtection");
                    protectedDigest = ReadAlgorithm(protection, "digestAlgorithm");
                    protectedSignature = ReadAlgorithm(protection, "signatureAlgorithm", DerTags.Context(1));
                    EndAttribute(protection);
                    break;
                default:
                    throw set.Refuse(RecordFault.CmsSignedAttribute, oid);
            }

            EndAttribute(values);
        }

        return contentType is not null && messageDigest is not null && certificate is not null && protectedDigest is not null
            ? new(contentType, messageDigest.Value, certificate.Value, protectedDigest, protectedSignature!)
            : throw set.Refuse(RecordFault.CmsSignedAttribute, "missing");
    }

    private static Digest ReadSigningCertificate(DerReader values)
    {
        var signingCertificate = values.Sequence("signingCertificateV2");
        var certificates = signingCertificate.Sequence("certs");
        var identifier = certificates.Sequence("certId");
        EndAttribute(certificates);
        EndAttribute(signingCertificate);
        var hash = identifier.Digest("certHash");
        EndAttribute(identifier);
        return hash;
    }

    private static void EndAttribute(DerReader reader)
    {
        if (reader.HasData)
        {
            throw reader.Refuse(RecordFault.CmsSignedAttribute, "surplus");
        }
    }

    // Parameters are absent (RFC 5754, RFC 5758); a NULL is another encoding of the same statement and so is refused.
    private static string ReadAlgorithm(DerReader outer, string name, Asn1Tag? tag = null)
    {
        var reader = outer.Sequence(name, tag);
        var oid = reader.ObjectIdentifier("algorithm");
        return reader.HasData ? throw outer.Refuse(RecordFault.CmsAlgorithm, name) : oid;
    }

    private static SignatureAlgorithm? Pair(string digest, string signature)
    {
        foreach (var algorithm in Enum.GetValues<SignatureAlgorithm>().Where(static algorithm => algorithm.SignsHash()))
        {
            if (CmsWriter.DigestOid(algorithm) == digest && algorithm.Oid() == signature)
            {
                return algorithm;
            }
        }

        return null;
    }

    private sealed record Attributes(
        string ContentType, ReadOnlyMemory<byte> MessageDigest, Digest Certificate, string ProtectedDigest, string ProtectedSignature);
}
