using System.Collections.Immutable;
using System.Formats.Asn1;

namespace PairSettle.Credentials.Issuing;

/// <summary>Writes basic OCSP responses (RFC 6960, 4.2.1) with the responder named by its key and issuers named by SHA-1, as responders in the field do.</summary>
internal static class OcspWriter
{
    public static byte[] Write(
        CertificateAuthority authority,
        ImmutableArray<Certificate> certificates,
        ImmutableDictionary<string, RevokedCertificate> revoked,
        DateTimeOffset producedAt,
        DateTimeOffset nextUpdate,
        Credential? responder,
        ICredentialSigner authoritySigner)
    {
        if (certificates.IsEmpty)
        {
            throw new ArgumentException("a response needs at least one certificate", nameof(certificates));
        }

        var data = new AsnWriter(AsnEncodingRules.DER);
        using (data.PushSequence())
        {
            using (data.PushSequence(DerFields.Context2Constructed))
            {
                data.WriteOctetString(KeyIdentifier.OfKey((responder?.Leaf ?? authority.Certificate).PublicKey.Span));
            }

            data.WriteGeneralizedTime(producedAt, omitFractionalSeconds: true);
            using (data.PushSequence())
            {
                foreach (var certificate in certificates)
                {
                    revoked.TryGetValue(Convert.ToHexString(certificate.SerialNumber.Span), out var entry);
                    WriteAnswer(data, authority.Certificate, certificate, entry, producedAt, nextUpdate);
                }
            }
        }

        var basic = DerWriting.Sign(data.Encode(), responder?.Signer ?? authoritySigner, responder is null ? null : writer =>
        {
            using (writer.PushSequence(DerFields.Context0Constructed))
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(responder.Leaf.RawData.Span);
            }
        });

        var response = new AsnWriter(AsnEncodingRules.DER);
        using (response.PushSequence())
        {
            response.WriteEnumeratedValue(OcspResponseStatus.Successful);
            using (response.PushSequence(DerFields.Context0Constructed))
            using (response.PushSequence())
            {
                response.WriteObjectIdentifier(Oids.OcspBasic);
                response.WriteOctetString(basic);
            }
        }

        return response.Encode();
    }

    private static void WriteAnswer(
        AsnWriter data, Certificate issuer, Certificate certificate, RevokedCertificate entry, DateTimeOffset producedAt, DateTimeOffset nextUpdate)
    {
        using (data.PushSequence())
        {
            using (data.PushSequence())
            {
                using (data.PushSequence())
                {
                    data.WriteObjectIdentifier(Oids.Sha1);
                    data.WriteNull();
                }

                data.WriteOctetString(KeyIdentifier.OfKey(issuer.Subject.RawData.Span));
                data.WriteOctetString(KeyIdentifier.OfKey(issuer.PublicKey.Span));
                data.WriteInteger(certificate.SerialNumber.Span);
            }

            if (entry.SerialNumber.IsEmpty)
            {
                data.WriteNull(DerFields.Context0);
            }
            else
            {
                using (data.PushSequence(DerFields.Context1Constructed))
                {
                    data.WriteGeneralizedTime(entry.RevokedAt, omitFractionalSeconds: true);
                    if (entry.Reason != RevocationReason.Unspecified)
                    {
                        using (data.PushSequence(DerFields.Context0Constructed))
                        {
                            data.WriteEnumeratedValue(entry.Reason);
                        }
                    }
                }
            }

            data.WriteGeneralizedTime(producedAt, omitFractionalSeconds: true);
            using (data.PushSequence(DerFields.Context0Constructed))
            {
                data.WriteGeneralizedTime(nextUpdate, omitFractionalSeconds: true);
            }
        }
    }

    private enum OcspResponseStatus
    {
        Successful = 0,
    }
}
