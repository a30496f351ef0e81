using System.Formats.Asn1;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials;

/// <summary>A certificate that says nothing and is signed by nobody: a shape in which the platform takes a public key. It never leaves memory.</summary>
internal static class BareCertificate
{
    /// <summary>Writes the certificate.</summary>
    /// <param name="subjectPublicKeyInfo">The key, DER.</param>
    public static byte[] Around(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER, initialCapacity: 256);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(1);
                DerWriting.WriteAlgorithm(writer, Oids.EcdsaWithSha256);
                WriteNothing(writer); // issuer
                using (writer.PushSequence())
                {
                    writer.WriteUtcTime(DateTimeOffset.UnixEpoch);
                    writer.WriteUtcTime(DateTimeOffset.UnixEpoch);
                }

                WriteNothing(writer); // subject
                writer.WriteEncodedValue(subjectPublicKeyInfo);
            }

            DerWriting.WriteAlgorithm(writer, Oids.EcdsaWithSha256);
            writer.WriteBitString([0]);
        }

        return writer.Encode();
    }

    private static void WriteNothing(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
        }
    }
}
