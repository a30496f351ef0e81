using System.Formats.Asn1;

namespace PairSettle.Credentials;

/// <summary>Sets of revocation reasons as bits (ReasonFlags, RFC 5280, 4.2.1.13).</summary>
internal static class ReasonMask
{
    /// <summary>Every reason: bits 1 to 8.</summary>
    public const int All = 0b1_1111_1110;

    public static int Read(AsnReader reader, Asn1Tag tag, string path)
    {
        if (!reader.TryReadPrimitiveBitString(out var unused, out var octets, tag) || octets.Length > 2)
        {
            throw new CredentialContentException(CredentialFault.InvalidExtension, path);
        }

        var mask = 0;
        for (var bit = 0; bit < (8 * octets.Length) - unused; bit++)
        {
            if ((octets.Span[bit / 8] & (0x80 >> (bit % 8))) != 0)
            {
                mask |= 1 << bit;
            }
        }

        return mask & All;
    }
}
