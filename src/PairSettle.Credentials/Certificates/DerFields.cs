using System.Collections.Immutable;
using System.Formats.Asn1;

namespace PairSettle.Credentials;

/// <summary>Fields that certificates, revocation lists and OCSP responses share, read strictly.</summary>
internal static class DerFields
{
    public static readonly Asn1Tag Context0 = new(TagClass.ContextSpecific, 0);
    public static readonly Asn1Tag Context0Constructed = new(TagClass.ContextSpecific, 0, isConstructed: true);
    public static readonly Asn1Tag Context1 = new(TagClass.ContextSpecific, 1);
    public static readonly Asn1Tag Context1Constructed = new(TagClass.ContextSpecific, 1, isConstructed: true);
    public static readonly Asn1Tag Context2 = new(TagClass.ContextSpecific, 2);
    public static readonly Asn1Tag Context2Constructed = new(TagClass.ContextSpecific, 2, isConstructed: true);
    public static readonly Asn1Tag Context3 = new(TagClass.ContextSpecific, 3);
    public static readonly Asn1Tag Context3Constructed = new(TagClass.ContextSpecific, 3, isConstructed: true);
    public static readonly Asn1Tag Context4 = new(TagClass.ContextSpecific, 4);
    public static readonly Asn1Tag Context5 = new(TagClass.ContextSpecific, 5);
    public static readonly Asn1Tag Context6 = new(TagClass.ContextSpecific, 6);

    // RFC 5280 allows 20 octets; more are kept so that the chain verifier can name the fault, but not without end.
    private const int LongestSerialNumber = 64;
    private const int MostExtensions = 64;

    /// <summary>Runs a parser and turns every refusal into a coded error.</summary>
    public static T? Guard<T>(Func<T> parse, string type, out CredentialError error)
        where T : class
    {
        try
        {
            var parsed = parse();
            error = default;
            return parsed;
        }
        catch (CredentialContentException refused)
        {
            error = refused.Error with { Path = $"{type}.{refused.Error.Path}" };
        }
        catch (AsnContentException)
        {
            error = new CredentialError(CredentialFault.MalformedDer, type);
        }

        return null;
    }

    public static AsnReader Open(ReadOnlyMemory<byte> der) => new(der, AsnEncodingRules.DER);

    public static void DemandEnd(AsnReader reader, string path)
    {
        if (reader.HasData)
        {
            throw new CredentialContentException(CredentialFault.TrailingData, path);
        }
    }

    public static void DemandLength(int length, int limit)
    {
        if (length > limit)
        {
            throw new CredentialContentException(CredentialFault.TooLarge, "length");
        }
    }

    public static bool NextIs(AsnReader reader, Asn1Tag tag) => reader.HasData && reader.PeekTag().HasSameClassAndValue(tag);

    public static bool NextIs(AsnReader reader, UniversalTagNumber tag) => NextIs(reader, new Asn1Tag(tag));

    public static ReadOnlyMemory<byte> SerialNumber(AsnReader reader, string path)
    {
        var octets = reader.ReadIntegerBytes();
        return octets.Length <= LongestSerialNumber
            ? octets
            : throw new CredentialContentException(CredentialFault.InvalidSerialNumber, path);
    }

    /// <summary>Reads a signature value: whole octets, and canonical where the algorithm is ECDSA.</summary>
    public static ReadOnlyMemory<byte> Signature(AsnReader reader, SignatureScheme? scheme)
    {
        var octets = BitString(reader, "signatureValue");
        return scheme is not { IsEcdsa: true } || EcdsaSignatureFormat.IsCanonical(octets.Span)
            ? octets
            : throw new CredentialContentException(CredentialFault.InvalidSignatureEncoding, "signatureValue");
    }

    public static ReadOnlyMemory<byte> BitString(AsnReader reader, string path, Asn1Tag? tag = null)
    {
        if (!reader.TryReadPrimitiveBitString(out var unused, out var octets, tag) || unused != 0)
        {
            throw new CredentialContentException(CredentialFault.MalformedDer, path);
        }

        return octets;
    }

    public static ReadOnlyMemory<byte> OctetString(AsnReader reader, string path, Asn1Tag? tag = null) =>
        reader.TryReadPrimitiveOctetString(out var octets, tag)
            ? octets
            : throw new CredentialContentException(CredentialFault.MalformedDer, path);

    /// <summary>Reads the Time choice (RFC 5280, 4.1.2.5).</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="path">Where the time stands.</param>
    /// <param name="preferred">False when a GeneralizedTime says what UTCTime must say, which receivers process all the same.</param>
    public static DateTimeOffset Time(AsnReader reader, string path, out bool preferred)
    {
        try
        {
            if (NextIs(reader, UniversalTagNumber.UtcTime))
            {
                preferred = true;
                return reader.ReadUtcTime(twoDigitYearMax: 2049);
            }

            var time = GeneralizedTime(reader);
            preferred = time.Year >= 2050;
            return time;
        }
        catch (AsnContentException)
        {
            throw new CredentialContentException(CredentialFault.InvalidTime, path);
        }
    }

    /// <summary>Reads YYYYMMDDHHMMSSZ: no other form, fractions of a second included, is allowed (RFC 5280, 4.1.2.5.2).</summary>
    public static DateTimeOffset GeneralizedTime(AsnReader reader)
    {
        const int Length = 15;
        try
        {
            if (reader.PeekContentBytes().Length == Length)
            {
                return reader.ReadGeneralizedTime();
            }

            throw new CredentialContentException(CredentialFault.InvalidTime, "generalizedTime");
        }
        catch (AsnContentException)
        {
            throw new CredentialContentException(CredentialFault.InvalidTime, "generalizedTime");
        }
    }

    /// <summary>Reads a CRLReason; numbers that RFC 5280, 5.3.1 leaves out are refused.</summary>
    public static RevocationReason Reason(AsnReader reader)
    {
        var reason = reader.ReadEnumeratedValue<RevocationReason>();
        return Enum.IsDefined(reason) ? reason : throw new CredentialContentException(CredentialFault.InvalidExtension, "reasonCode");
    }

    public static ImmutableArray<CertificateExtension> Extensions(AsnReader sequence, string path)
    {
        var extensions = ImmutableArray.CreateBuilder<CertificateExtension>();
        while (sequence.HasData)
        {
            var item = sequence.ReadSequence();
            var oid = item.ReadObjectIdentifier();
            var critical = false;
            if (NextIs(item, UniversalTagNumber.Boolean))
            {
                critical = item.ReadBoolean();
                if (!critical)
                {
                    throw new CredentialContentException(CredentialFault.MalformedDer, $"{path}.critical"); // DEFAULT FALSE is absent in DER
                }
            }

            var value = OctetString(item, path);
            DemandEnd(item, path);
            foreach (var earlier in extensions)
            {
                if (earlier.Oid == oid)
                {
                    throw new CredentialContentException(CredentialFault.DuplicateExtension, path);
                }
            }

            if (extensions.Count == MostExtensions)
            {
                throw new CredentialContentException(CredentialFault.TooLarge, path);
            }

            extensions.Add(new CertificateExtension(oid, critical, value));
        }

        return extensions.Count > 0 ? extensions.ToImmutable() : throw new CredentialContentException(CredentialFault.MalformedDer, path);
    }

    /// <summary>Runs the parser of an extension's content, so that its faults carry the right code.</summary>
    public static T Extension<T>(ReadOnlyMemory<byte> value, string path, Func<AsnReader, T> parse)
    {
        try
        {
            var reader = Open(value);
            var parsed = parse(reader);
            DemandEnd(reader, path);
            return parsed;
        }
        catch (AsnContentException)
        {
            throw new CredentialContentException(CredentialFault.InvalidExtension, path);
        }
        catch (CredentialContentException refused)
        {
            throw new CredentialContentException(CredentialFault.InvalidExtension, refused.Error.Path);
        }
    }

    /// <summary>The key identifier of AuthorityKeyIdentifier, empty where it is absent (RFC 5280, 4.2.1.1).</summary>
    public static ReadOnlyMemory<byte> AuthorityKeyIdentifier(AsnReader reader)
    {
        var sequence = reader.ReadSequence();
        ReadOnlyMemory<byte> key = default;
        if (NextIs(sequence, Context0))
        {
            key = OctetString(sequence, "authorityKeyIdentifier", Context0);
        }

        var issuer = NextIs(sequence, Context1);
        if (issuer)
        {
            sequence.ReadEncodedValue();
        }

        var serial = NextIs(sequence, Context2);
        if (serial)
        {
            sequence.ReadIntegerBytes(Context2);
        }

        DemandEnd(sequence, "authorityKeyIdentifier");
        return issuer == serial ? key : throw new CredentialContentException(CredentialFault.InvalidExtension, "authorityKeyIdentifier");
    }
}
