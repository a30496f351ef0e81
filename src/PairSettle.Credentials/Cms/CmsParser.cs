using System.Formats.Asn1;
using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>Reads CMS objects of the profile and nothing else. Every rule has its own fault.</summary>
internal static class CmsParser
{
    private const int LongestKeyIdentifier = 64;
    private const int LongestSignature = 160;

    public static CmsFields Parse(ReadOnlyMemory<byte> cms, string contentType, int maxContentLength)
    {
        if (!AsnDecoder.TryReadEncodedValue(cms.Span, AsnEncodingRules.DER, out _, out _, out _, out var consumed))
        {
            throw new CredentialContentException(CredentialFault.MalformedDer, "contentInfo");
        }

        Demand(consumed == cms.Length, CredentialFault.TrailingData, "end");
        var info = DerFields.Open(cms).ReadSequence();
        Demand(info.ReadObjectIdentifier() == CmsOids.SignedData, CredentialFault.CmsNotSignedData, "contentType");
        var wrapper = info.ReadSequence(DerFields.Context0Constructed);
        var signedData = wrapper.ReadSequence();
        DerFields.DemandEnd(wrapper, "content");
        DerFields.DemandEnd(info, "contentInfo");

        Demand(Version(signedData) == 3, CredentialFault.CmsNotSignedData, "version");
        var digests = signedData.ReadSetOf();
        var content = ReadContent(signedData, contentType, maxContentLength);
        Demand(!DerFields.NextIs(signedData, DerFields.Context0), CredentialFault.CmsUnsignedField, "certificates");
        Demand(!DerFields.NextIs(signedData, DerFields.Context1), CredentialFault.CmsUnsignedField, "crls");
        var signers = signedData.ReadSetOf();
        DerFields.DemandEnd(signedData, "signedData");
        Demand(signers.HasData, CredentialFault.CmsSignerCount, "signerInfos");
        var signer = signers.ReadSequence();
        Demand(!signers.HasData, CredentialFault.CmsSignerCount, "signerInfos");

        var fields = ReadSigner(signer, contentType, content);
        Demand(ReadAlgorithm(digests, "digestAlgorithms") == CmsWriter.DigestOid(fields.Algorithm), CredentialFault.CmsAlgorithm, "digestAlgorithms");
        DerFields.DemandEnd(digests, "digestAlgorithms");
        return fields;
    }

    private static ReadOnlyMemory<byte> ReadContent(AsnReader signedData, string contentType, int maxContentLength)
    {
        var encapsulated = signedData.ReadSequence();
        Demand(encapsulated.ReadObjectIdentifier() == contentType, CredentialFault.CmsContentType, "eContentType");
        var wrapper = encapsulated.ReadSequence(DerFields.Context0Constructed);
        var content = DerFields.OctetString(wrapper, "eContent");
        DerFields.DemandEnd(wrapper, "eContent");
        DerFields.DemandEnd(encapsulated, "encapContentInfo");
        Demand(!content.IsEmpty && content.Length <= maxContentLength, CredentialFault.TooLarge, "eContent");
        return content;
    }

    private static CmsFields ReadSigner(AsnReader signer, string contentType, ReadOnlyMemory<byte> content)
    {
        Demand(Version(signer) == 3 && DerFields.NextIs(signer, DerFields.Context0), CredentialFault.CmsSignerIdentifier, "sid");
        var keyIdentifier = DerFields.OctetString(signer, "sid", DerFields.Context0);
        Demand(keyIdentifier.Length is > 0 and <= LongestKeyIdentifier, CredentialFault.CmsSignerIdentifier, "sid");
        var digest = ReadAlgorithm(signer, "digestAlgorithm");
        Demand(DerFields.NextIs(signer, DerFields.Context0), CredentialFault.CmsNoSignedAttributes, "signedAttrs");
        var attributes = ReadAttributes(signer.ReadSetOf(DerFields.Context0Constructed));
        var algorithm = Pair(digest, ReadAlgorithm(signer, "signatureAlgorithm"))
            ?? throw new CredentialContentException(CredentialFault.CmsAlgorithm, "signatureAlgorithm");
        var encoded = DerFields.OctetString(signer, "signature");
        Demand(encoded.Length <= LongestSignature, CredentialFault.CmsSignatureEncoding, "signature");
        Demand(!signer.HasData, CredentialFault.CmsUnsignedField, "unsignedAttrs");

        CheckAttributes(attributes, contentType, content.Span, algorithm);
        return EcdsaSignatureFormat.TryToP1363(encoded.Span, algorithm.SignatureLength() / 2, out var signature)
            ? new(contentType, content, keyIdentifier, attributes.Certificate, algorithm, signature)
            : throw new CredentialContentException(CredentialFault.CmsSignatureEncoding, "signature");
    }

    private static void CheckAttributes(Attributes attributes, string contentType, ReadOnlySpan<byte> content, SignatureAlgorithm algorithm)
    {
        Demand(attributes.ContentType == contentType, CredentialFault.CmsContentType, "signedAttrs.contentType");
        Demand(
            CryptographicOperations.HashData(algorithm.Hash(), content).AsSpan().SequenceEqual(attributes.MessageDigest.Span),
            CredentialFault.CmsMessageDigest,
            "signedAttrs.messageDigest");
        Demand(
            attributes.ProtectedDigest == CmsWriter.DigestOid(algorithm) && attributes.ProtectedSignature == algorithm.Oid(),
            CredentialFault.CmsAlgorithmProtection,
            "signedAttrs.cmsAlgorithmProtection");
    }

    private static Attributes ReadAttributes(AsnReader set)
    {
        string? contentType = null, protectedDigest = null, protectedSignature = null;
        ReadOnlyMemory<byte>? messageDigest = null, certificate = null;
        while (set.HasData)
        {
            var attribute = set.ReadSequence();
            var oid = attribute.ReadObjectIdentifier();
            var values = attribute.ReadSetOf();
            EndAttribute(attribute);
            switch (oid)
            {
                case CmsOids.ContentType when contentType is null:
                    contentType = values.ReadObjectIdentifier();
                    break;
                case CmsOids.MessageDigest when messageDigest is null:
                    messageDigest = DerFields.OctetString(values, "signedAttrs.messageDigest");
                    break;
                case CmsOids.SigningCertificateV2 when certificate is null:
                    certificate = ReadSigningCertificate(values);
                    break;
                case CmsOids.AlgorithmProtection when protectedDigest is null:
                    var protection = values.ReadSequence();
                    protectedDigest = ReadAlgorithm(protection, "signedAttrs.digestAlgorithm");
                    protectedSignature = ReadAlgorithm(protection, "signedAttrs.signatureAlgorithm", DerFields.Context1Constructed);
                    EndAttribute(protection);
                    break;
                default:
                    throw new CredentialContentException(CredentialFault.CmsSignedAttribute, "signedAttrs.attribute");
            }

            EndAttribute(values);
        }

        return contentType is not null && messageDigest is not null && certificate is not null && protectedDigest is not null
            ? new(contentType, messageDigest.Value, certificate.Value, protectedDigest, protectedSignature!)
            : throw new CredentialContentException(CredentialFault.CmsSignedAttribute, "signedAttrs.missing");
    }

    private static ReadOnlyMemory<byte> ReadSigningCertificate(AsnReader values)
    {
        const int HashLength = 32;
        var signingCertificate = values.ReadSequence();
        var certificates = signingCertificate.ReadSequence();
        var identifier = certificates.ReadSequence();
        EndAttribute(certificates);
        EndAttribute(signingCertificate);
        Demand(DerFields.NextIs(identifier, UniversalTagNumber.OctetString), CredentialFault.CmsSignedAttribute, "signedAttrs.signingCertificateV2");
        var hash = DerFields.OctetString(identifier, "signedAttrs.signingCertificateV2");
        EndAttribute(identifier);
        Demand(hash.Length == HashLength, CredentialFault.CmsSignedAttribute, "signedAttrs.signingCertificateV2");
        return hash;
    }

    private static void EndAttribute(AsnReader reader) => Demand(!reader.HasData, CredentialFault.CmsSignedAttribute, "signedAttrs.surplus");

    // Parameters are absent (RFC 5754, RFC 5758); a NULL is another encoding of the same statement and so is refused.
    private static string ReadAlgorithm(AsnReader outer, string name, Asn1Tag? tag = null)
    {
        var reader = outer.ReadSequence(tag);
        var oid = reader.ReadObjectIdentifier();
        Demand(!reader.HasData, CredentialFault.CmsAlgorithm, name);
        return oid;
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

    // Numbers that do not fit are no version.
    private static int Version(AsnReader reader) => reader.TryReadInt32(out var version) ? version : -1;

    private static void Demand(bool holds, CredentialFault fault, string path)
    {
        if (!holds)
        {
            throw new CredentialContentException(fault, path);
        }
    }

    private sealed record Attributes(
        string ContentType, ReadOnlyMemory<byte> MessageDigest, ReadOnlyMemory<byte> Certificate, string ProtectedDigest, string ProtectedSignature);
}
