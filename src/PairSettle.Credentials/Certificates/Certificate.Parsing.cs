using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <content>The parser. It throws inside and is only entered through <see cref="TryParse"/>.</content>
public sealed partial class Certificate
{
    private const int LongestKeyIdentifier = 64;

    private Certificate(ReadOnlyMemory<byte> der)
    {
        DerFields.DemandLength(der.Length, MaxLength);
        RawData = der.ToArray();
        var outer = DerFields.Open(RawData);
        var certificate = outer.ReadSequence();
        DerFields.DemandEnd(outer, "end");

        SignedData = certificate.PeekEncodedValue();
        var tbs = certificate.ReadSequence();
        var outerAlgorithm = DerFields.Algorithm(certificate, "signatureAlgorithm", out var algorithm);
        SignatureAlgorithmOid = algorithm;
        Signature = DerFields.Signature(certificate, algorithm);
        DerFields.DemandEnd(certificate, "signatureValue");

        Version = ReadVersion(tbs);
        SerialNumber = DerFields.SerialNumber(tbs, "serialNumber");
        if (!DerFields.Algorithm(tbs, "signature", out _).Span.SequenceEqual(outerAlgorithm.Span))
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
        (KeyAlgorithm, PublicKey) = ReadPublicKey(tbs);
        _key = KeyAlgorithm == KeyAlgorithm.Unsupported ? null : new VerificationKey(SubjectPublicKeyInfo);

        SkipUniqueIdentifiers(tbs);
        Extensions = ReadExtensions(tbs);
        DerFields.DemandEnd(tbs, "tbsCertificate");

        ExtendedKeyUsages = [];
        CrlDistributionPoints = [];
        OcspResponders = [];
        foreach (var (oid, _, value) in Extensions)
        {
            switch (oid)
            {
                case Oids.BasicConstraints:
                    (IsAuthority, PathLength) = DerFields.Extension(value, "basicConstraints", ReadBasicConstraints);
                    break;
                case Oids.KeyUsage:
                    HasKeyUsage = true;
                    KeyUsage = DerFields.Extension(value, "keyUsage", ReadKeyUsage);
                    break;
                case Oids.ExtendedKeyUsage:
                    ExtendedKeyUsages = DerFields.Extension(value, "extendedKeyUsage", ReadExtendedKeyUsage);
                    break;
                case Oids.SubjectKeyIdentifier:
                    SubjectKeyIdentifier = DerFields.Extension(value, "subjectKeyIdentifier", ReadSubjectKeyIdentifier);
                    break;
                case Oids.AuthorityKeyIdentifier:
                    AuthorityKeyIdentifier = DerFields.Extension(value, "authorityKeyIdentifier", DerFields.AuthorityKeyIdentifier);
                    break;
                case Oids.CrlDistributionPoints:
                    CrlDistributionPoints = DerFields.Extension(value, "cRLDistributionPoints", ReadDistributionPoints);
                    break;
                case Oids.AuthorityInfoAccess:
                    OcspResponders = DerFields.Extension(value, "authorityInfoAccess", ReadResponders);
                    break;
            }
        }

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

    private static (KeyAlgorithm Algorithm, ReadOnlyMemory<byte> Key) ReadPublicKey(AsnReader tbs)
    {
        const string Path = "subjectPublicKeyInfo";
        var info = tbs.ReadSequence();
        var identifier = info.ReadSequence();
        var oid = identifier.ReadObjectIdentifier();
        var kind = KeyAlgorithm.Unsupported;
        if (oid == Oids.EcPublicKey)
        {
            if (!DerFields.NextIs(identifier, UniversalTagNumber.ObjectIdentifier))
            {
                throw new CredentialContentException(CredentialFault.ExplicitCurve, Path); // RFC 5480, 2.1.1: namedCurve only
            }

            kind = identifier.ReadObjectIdentifier() switch
            {
                Oids.P256 => KeyAlgorithm.EcP256,
                Oids.P384 => KeyAlgorithm.EcP384,
                Oids.P521 => KeyAlgorithm.EcP521,
                _ => KeyAlgorithm.Unsupported,
            };
        }
        else if (identifier.HasData)
        {
            identifier.ReadEncodedValue();
        }

        DerFields.DemandEnd(identifier, Path);
        var key = DerFields.BitString(info, Path);
        DerFields.DemandEnd(info, Path);
        if (kind != KeyAlgorithm.Unsupported && (key.Length != 1 + (2 * kind.FieldLength()) || key.Span[0] != 0x04))
        {
            throw new CredentialContentException(CredentialFault.InvalidPublicKey, Path);
        }

        return (kind, key);
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

    private static (bool IsAuthority, int? PathLength) ReadBasicConstraints(AsnReader reader)
    {
        const string Path = "basicConstraints";
        var sequence = reader.ReadSequence();
        var authority = false;
        if (DerFields.NextIs(sequence, UniversalTagNumber.Boolean) && !(authority = sequence.ReadBoolean()))
        {
            throw new CredentialContentException(CredentialFault.InvalidExtension, Path); // DEFAULT FALSE is absent in DER
        }

        int? pathLength = null;
        if (sequence.HasData)
        {
            // RFC 5280, 4.2.1.9: pathLenConstraint has a meaning for authorities alone.
            if (!authority || !sequence.TryReadInt32(out var length) || length < 0)
            {
                throw new CredentialContentException(CredentialFault.InvalidExtension, Path);
            }

            pathLength = length;
        }

        DerFields.DemandEnd(sequence, Path);
        return (authority, pathLength);
    }

    private static KeyUsage ReadKeyUsage(AsnReader reader)
    {
        if (!reader.TryReadPrimitiveBitString(out var unused, out var octets) || octets.Length is 0 or > 2)
        {
            throw new CredentialContentException(CredentialFault.InvalidExtension, "keyUsage");
        }

        var bits = KeyUsage.None;
        for (var bit = 0; bit < (8 * octets.Length) - unused; bit++)
        {
            if ((octets.Span[bit / 8] & (0x80 >> (bit % 8))) != 0)
            {
                bits |= (KeyUsage)(1 << bit);
            }
        }

        // A named bit list ends with a set bit in DER (X.690, 11.2.2), at least one must be set, and nine are defined.
        var last = (8 * octets.Length) - unused - 1;
        return bits != KeyUsage.None && ((int)bits >> last) == 1 && last <= 8
            ? bits
            : throw new CredentialContentException(CredentialFault.InvalidExtension, "keyUsage");
    }

    private static ImmutableArray<string> ReadExtendedKeyUsage(AsnReader reader)
    {
        var sequence = reader.ReadSequence();
        var usages = ImmutableArray.CreateBuilder<string>();
        do
        {
            usages.Add(sequence.ReadObjectIdentifier());
        }
        while (sequence.HasData);
        return usages.ToImmutable();
    }

    private static ReadOnlyMemory<byte> ReadSubjectKeyIdentifier(AsnReader reader)
    {
        var identifier = DerFields.OctetString(reader, "subjectKeyIdentifier");
        return identifier.Length is > 0 and <= LongestKeyIdentifier
            ? identifier
            : throw new CredentialContentException(CredentialFault.InvalidExtension, "subjectKeyIdentifier");
    }

    private static ImmutableArray<string> ReadDistributionPoints(AsnReader reader)
    {
        var uris = ImmutableArray.CreateBuilder<string>();
        var sequence = reader.ReadSequence();
        do
        {
            var point = sequence.ReadSequence();
            if (DerFields.NextIs(point, DerFields.Context0))
            {
                var name = point.ReadSequence(DerFields.Context0Constructed);
                if (DerFields.NextIs(name, DerFields.Context0))
                {
                    DerFields.CollectUris(name.ReadSequence(DerFields.Context0Constructed), uris);
                }
                else
                {
                    name.ReadEncodedValue();
                }

                DerFields.DemandEnd(name, "cRLDistributionPoints");
            }

            while (point.HasData)
            {
                point.ReadEncodedValue();
            }
        }
        while (sequence.HasData);
        return uris.ToImmutable();
    }

    private static ImmutableArray<string> ReadResponders(AsnReader reader)
    {
        var uris = ImmutableArray.CreateBuilder<string>();
        var sequence = reader.ReadSequence();
        do
        {
            var access = sequence.ReadSequence();
            var method = access.ReadObjectIdentifier();
            if (method == Oids.Ocsp && DerFields.NextIs(access, DerFields.Context6))
            {
                uris.Add(access.ReadCharacterString(UniversalTagNumber.IA5String, DerFields.Context6));
            }
            else
            {
                access.ReadEncodedValue();
            }

            DerFields.DemandEnd(access, "authorityInfoAccess");
        }
        while (sequence.HasData);
        return uris.ToImmutable();
    }
}
