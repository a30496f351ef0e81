using System.Formats.Asn1;

namespace PairSettle.Credentials.Issuing;

/// <summary>Fields that certificates, revocation lists and OCSP responses share, written.</summary>
internal static class DerWriting
{
    public static void WriteAlgorithm(AsnWriter writer, string oid)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
        }
    }

    /// <summary>UTCTime up to 2049, GeneralizedTime from 2050 (RFC 5280, 4.1.2.5).</summary>
    public static void WriteTime(AsnWriter writer, DateTimeOffset time)
    {
        time = time.ToUniversalTime();
        if (time.Year < 2050)
        {
            writer.WriteUtcTime(time, twoDigitYearMax: 2049);
        }
        else
        {
            writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
        }
    }

    public static void WriteExtension(AsnWriter writer, string oid, bool critical, ReadOnlySpan<byte> value)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            if (critical)
            {
                writer.WriteBoolean(true);
            }

            writer.WriteOctetString(value);
        }
    }

    public static void WriteExtension(AsnWriter writer, string oid, bool critical, Action<AsnWriter> content)
    {
        var value = new AsnWriter(AsnEncodingRules.DER);
        content(value);
        WriteExtension(writer, oid, critical, value.Encode());
    }

    public static void WriteAuthorityKeyIdentifier(AsnWriter writer, ReadOnlyMemory<byte> keyIdentifier)
    {
        if (!keyIdentifier.IsEmpty)
        {
            WriteExtension(writer, Oids.AuthorityKeyIdentifier, critical: false, value =>
            {
                using (value.PushSequence())
                {
                    value.WriteOctetString(keyIdentifier.Span, DerFields.Context0);
                }
            });
        }
    }

    /// <summary>The extensions of an OCSP request or response that has a nonce (RFC 9654); nothing where it is empty.</summary>
    public static void WriteNonce(AsnWriter writer, Asn1Tag tag, ReadOnlyMemory<byte> nonce)
    {
        if (!nonce.IsEmpty)
        {
            using (writer.PushSequence(tag))
            using (writer.PushSequence())
            {
                WriteExtension(writer, Oids.OcspNonce, critical: false, value => value.WriteOctetString(nonce.Span));
            }
        }
    }

    /// <summary>Signs the octets and wraps them as SEQUENCE { octets, algorithm, signature, further fields }.</summary>
    public static byte[] Sign(ReadOnlySpan<byte> signedData, ICredentialSigner signer, Action<AsnWriter>? further = null)
    {
        var signature = signer.SignData(signedData);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(signedData);
            WriteAlgorithm(writer, signer.Algorithm.Oid());
            writer.WriteBitString(signer.Algorithm.SignsHash() ? EcdsaSignatureFormat.ToDer(signature) : signature);
            further?.Invoke(writer);
        }

        return writer.Encode();
    }
}
