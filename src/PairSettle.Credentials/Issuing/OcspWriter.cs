using System.Collections.Immutable;
using System.Formats.Asn1;

namespace PairSettle.Credentials.Issuing;

/// <summary>Writes basic OCSP responses (RFC 6960, 4.2.1) with the responder named by its key, as responders in the field do.</summary>
internal static class OcspWriter
{
    /// <summary>Writes and signs a response.</summary>
    /// <param name="statements">What it says, at least one thing.</param>
    /// <param name="producedAt">The time of the signature and of the information.</param>
    /// <param name="nextUpdate">The time of newer information.</param>
    /// <param name="signer">The authority, or the responder that it appointed.</param>
    /// <param name="appointed">Whether the signer's certificate goes along, because it is not the authority's.</param>
    /// <param name="nonce">The nonce to repeat; empty for none.</param>
    public static byte[] Write(
        ImmutableArray<OcspStatement> statements,
        DateTimeOffset producedAt,
        DateTimeOffset nextUpdate,
        Credential signer,
        bool appointed,
        ReadOnlyMemory<byte> nonce = default)
    {
        var data = new AsnWriter(AsnEncodingRules.DER);
        using (data.PushSequence())
        {
            using (data.PushSequence(DerFields.Context2Constructed))
            {
                data.WriteOctetString(KeyIdentifier.OfKey(signer.Leaf.PublicKey.Span));
            }

            data.WriteGeneralizedTime(producedAt, omitFractionalSeconds: true);
            using (data.PushSequence())
            {
                foreach (var statement in statements)
                {
                    WriteAnswer(data, statement, producedAt, nextUpdate);
                }
            }

            DerWriting.WriteNonce(data, DerFields.Context1Constructed, nonce);
        }

        var basic = DerWriting.Sign(data.Encode(), signer.Signer, !appointed ? null : writer =>
        {
            using (writer.PushSequence(DerFields.Context0Constructed))
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(signer.Leaf.RawData.Span);
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

    private static void WriteAnswer(AsnWriter data, OcspStatement statement, DateTimeOffset producedAt, DateTimeOffset nextUpdate)
    {
        using (data.PushSequence())
        {
            data.WriteEncodedValue(statement.Id.RawData.Span);
            switch (statement.Status)
            {
                case OcspStatus.Good:
                    data.WriteNull(DerFields.Context0);
                    break;
                case OcspStatus.Revoked:
                    WriteRevocation(data, statement.Revocation);
                    break;
                default:
                    data.WriteNull(DerFields.Context2);
                    break;
            }

            data.WriteGeneralizedTime(producedAt, omitFractionalSeconds: true);
            using (data.PushSequence(DerFields.Context0Constructed))
            {
                data.WriteGeneralizedTime(nextUpdate, omitFractionalSeconds: true);
            }
        }
    }

    private static void WriteRevocation(AsnWriter data, RevokedCertificate entry)
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
}
