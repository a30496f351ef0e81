using System.Formats.Asn1;

namespace PairSettle.Credentials.Issuing;

/// <summary>Writes certificates: version 3, with the extensions of the template in a fixed order.</summary>
internal static class CertificateWriter
{
    public static Certificate Issue(CertificateOrder order, DistinguishedName issuer, ReadOnlyMemory<byte> issuerKeyIdentifier, ICredentialSigner signer)
    {
        var tbs = new AsnWriter(AsnEncodingRules.DER);
        using (tbs.PushSequence())
        {
            using (tbs.PushSequence(DerFields.Context0Constructed))
            {
                tbs.WriteInteger(2);
            }

            tbs.WriteInteger(order.SerialNumber.Span);
            DerWriting.WriteAlgorithm(tbs, signer.Algorithm.Oid());
            tbs.WriteEncodedValue(issuer.RawData.Span);
            using (tbs.PushSequence())
            {
                DerWriting.WriteTime(tbs, order.NotBefore);
                DerWriting.WriteTime(tbs, order.NotAfter);
            }

            tbs.WriteEncodedValue(order.Subject.RawData.Span);
            tbs.WriteEncodedValue(order.SubjectPublicKeyInfo.Span);
            using (tbs.PushSequence(DerFields.Context3Constructed))
            using (tbs.PushSequence())
            {
                WriteExtensions(tbs, order, issuerKeyIdentifier);
            }
        }

        // Read back strictly: what this authority would not accept it does not issue.
        return Certificate.Parse(DerWriting.Sign(tbs.Encode(), signer));
    }

    private static void WriteExtensions(AsnWriter tbs, CertificateOrder order, ReadOnlyMemory<byte> issuerKeyIdentifier)
    {
        var template = order.Template;
        DerWriting.WriteExtension(tbs, Oids.BasicConstraints, critical: true, value =>
        {
            using (value.PushSequence())
            {
                if (template.IsAuthority)
                {
                    value.WriteBoolean(true);
                    if (template.PathLength is { } pathLength)
                    {
                        value.WriteInteger(pathLength);
                    }
                }
            }
        });

        if (template.KeyUsage != KeyUsage.None)
        {
            DerWriting.WriteExtension(tbs, Oids.KeyUsage, critical: true, value => WriteKeyUsage(value, template.KeyUsage));
        }

        if (!template.ExtendedKeyUsages.IsEmpty)
        {
            DerWriting.WriteExtension(tbs, Oids.ExtendedKeyUsage, template.ExtendedKeyUsageCritical, value =>
            {
                using (value.PushSequence())
                {
                    foreach (var usage in template.ExtendedKeyUsages)
                    {
                        value.WriteObjectIdentifier(usage);
                    }
                }
            });
        }

        DerWriting.WriteExtension(
            tbs, Oids.SubjectKeyIdentifier, critical: false, value => value.WriteOctetString(order.EffectiveKeyIdentifier.Span));
        DerWriting.WriteAuthorityKeyIdentifier(tbs, issuerKeyIdentifier);
        WriteAddresses(tbs, order);
        foreach (var (oid, critical, value) in template.FurtherExtensions)
        {
            DerWriting.WriteExtension(tbs, oid, critical, value.Span);
        }
    }

    private static void WriteAddresses(AsnWriter tbs, CertificateOrder order)
    {
        if (!order.OcspResponders.IsEmpty)
        {
            DerWriting.WriteExtension(tbs, Oids.AuthorityInfoAccess, critical: false, value =>
            {
                using (value.PushSequence())
                {
                    foreach (var responder in order.OcspResponders)
                    {
                        using (value.PushSequence())
                        {
                            value.WriteObjectIdentifier(Oids.Ocsp);
                            WriteUri(value, responder);
                        }
                    }
                }
            });
        }

        if (!order.CrlDistributionPoints.IsEmpty)
        {
            // One point with several names: they all lead to the same list (RFC 5280, 4.2.1.13).
            DerWriting.WriteExtension(tbs, Oids.CrlDistributionPoints, critical: false, value =>
            {
                using (value.PushSequence())
                using (value.PushSequence())
                using (value.PushSequence(DerFields.Context0Constructed))
                using (value.PushSequence(DerFields.Context0Constructed))
                {
                    foreach (var address in order.CrlDistributionPoints)
                    {
                        WriteUri(value, address);
                    }
                }
            });
        }
    }

    private static void WriteUri(AsnWriter writer, string uri) =>
        writer.WriteCharacterString(UniversalTagNumber.IA5String, uri, new Asn1Tag(TagClass.ContextSpecific, (int)GeneralNameKind.Uri));

    // A named bit list: trailing zero bits are left out (X.690, 11.2.2).
    private static void WriteKeyUsage(AsnWriter writer, KeyUsage usage)
    {
        var last = 31 - System.Numerics.BitOperations.LeadingZeroCount((uint)usage);
        var octets = new byte[(last / 8) + 1];
        for (var bit = 0; bit <= last; bit++)
        {
            if (((int)usage & (1 << bit)) != 0)
            {
                octets[bit / 8] |= (byte)(0x80 >> (bit % 8));
            }
        }

        writer.WriteBitString(octets, unusedBitCount: 7 - (last % 8));
    }
}
