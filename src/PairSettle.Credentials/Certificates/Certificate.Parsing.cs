using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <content>The parser. It throws inside and is only entered through <see cref="TryParse"/>.</content>
public sealed partial class Certificate
{
    private Certificate(ReadOnlyMemory<byte> der)
    {
        DerFields.DemandLength(der.Length, MaxLength);
        RawData = der.ToArray();
        var outer = DerFields.Open(RawData);
        var certificate = outer.ReadSequence();
        DerFields.DemandEnd(outer, "end");

        SignedData = certificate.PeekEncodedValue();
        var tbs = certificate.ReadSequence();
        var algorithm = AlgorithmIdentifier.Read(certificate, "signatureAlgorithm");
        SignatureAlgorithmOid = algorithm.Oid;
        Scheme = algorithm.Scheme;
        Signature = DerFields.Signature(certificate, algorithm.Scheme);
        DerFields.DemandEnd(certificate, "signatureValue");

        Version = ReadVersion(tbs);
        SerialNumber = DerFields.SerialNumber(tbs, "serialNumber");
        if (!AlgorithmIdentifier.Read(tbs, "signature").Encoded.Span.SequenceEqual(algorithm.Encoded.Span))
        {
            throw new CredentialContentException(CredentialFault.AlgorithmMismatch, "signature");
        }

        Issuer = DistinguishedName.Read(tbs, "issuer");
        if (Issuer.IsEmpty)
        {
            throw new CredentialContentException(CredentialFault.InvalidName, "issuer");
        }

        var validity = tbs.ReadSequence();
        NotBefore = DerFields.Time(validity, "validity.notBefore", out var preferredStart);
        NotAfter = DerFields.Time(validity, "validity.notAfter", out var preferredEnd);
        HasPreferredTimes = preferredStart && preferredEnd;
        DerFields.DemandEnd(validity, "validity");
        if (NotAfter < NotBefore)
        {
            throw new CredentialContentException(CredentialFault.InvalidTime, "validity");
        }

        var subject = DistinguishedName.Read(tbs, "subject");
        SubjectPublicKeyInfo = tbs.PeekEncodedValue();
        var key = PublicKeyInfo.Read(tbs);
        (KeyAlgorithm, PublicKey, KeyBits, InheritsParameters) = (key.Algorithm, key.Key, key.Bits, key.InheritsParameters);
        Key = KeyAlgorithm == KeyAlgorithm.Unsupported ? null : new VerificationKey(KeyAlgorithm, SubjectPublicKeyInfo, key.OnlyScheme);

        SkipUniqueIdentifiers(tbs);
        Extensions = ReadExtensions(tbs);
        DerFields.DemandEnd(tbs, "tbsCertificate");

        ReadKnownExtensions();
        IsSelfIssued = subject.Equals(Issuer);
        Subject = IsAuthority ? subject : subject.AsPersonal();
        Sha256 = SHA256.HashData(RawData.Span);
    }

    private static int ReadVersion(AsnReader tbs)
    {
        if (!DerFields.NextIs(tbs, DerFields.Context0))
        {
            return 1;
        }

        var wrapper = tbs.ReadSequence(DerFields.Context0Constructed);
        if (!wrapper.TryReadInt32(out var version) || version is not (1 or 2))
        {
            throw new CredentialContentException(CredentialFault.UnsupportedVersion, "version"); // v1 is the default and absent in DER
        }

        DerFields.DemandEnd(wrapper, "version");
        return version + 1;
    }

    private void SkipUniqueIdentifiers(AsnReader tbs)
    {
        foreach (var tag in (ReadOnlySpan<Asn1Tag>)[DerFields.Context1, DerFields.Context2])
        {
            if (!DerFields.NextIs(tbs, tag))
            {
                continue;
            }

            if (Version < 2)
            {
                throw new CredentialContentException(CredentialFault.UnsupportedVersion, "uniqueIdentifier");
            }

            if (!tbs.TryReadPrimitiveBitString(out _, out _, tag))
            {
                throw new CredentialContentException(CredentialFault.MalformedDer, "uniqueIdentifier");
            }
        }
    }

    private ImmutableArray<CertificateExtension> ReadExtensions(AsnReader tbs)
    {
        if (!tbs.HasData)
        {
            return [];
        }

        var wrapper = tbs.ReadSequence(DerFields.Context3Constructed);
        if (Version != 3)
        {
            throw new CredentialContentException(CredentialFault.UnsupportedVersion, "extensions");
        }

        var extensions = DerFields.Extensions(wrapper.ReadSequence(), "extensions");
        DerFields.DemandEnd(wrapper, "extensions");
        return extensions;
    }
}
