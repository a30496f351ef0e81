using System.Formats.Asn1;
using System.Numerics;

namespace PairSettle.Credentials;

/// <summary>Conversion between the DER form (RFC 3279, 2.2.3) and the fixed-length form r || s (IEEE P1363) of an ECDSA signature.</summary>
public static class EcdsaSignatureFormat
{
    private const int LongestField = 66;

    /// <summary>Reads a strict DER signature: minimal positive integers and nothing after them.</summary>
    /// <param name="der">The octets of Ecdsa-Sig-Value.</param>
    /// <param name="fieldLength">The number of octets of r and of s: 32, 48 or 66.</param>
    /// <param name="p1363">On success r || s with 2 * <paramref name="fieldLength"/> octets.</param>
    /// <returns>False when the octets are not the canonical encoding, or do not fit the field.</returns>
    public static bool TryToP1363(ReadOnlySpan<byte> der, int fieldLength, out byte[] p1363)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(fieldLength);
        p1363 = [];
        if (!TrySplit(der, out var r, out var s) || r.Length > fieldLength || s.Length > fieldLength)
        {
            return false;
        }

        p1363 = new byte[2 * fieldLength];
        r.CopyTo(p1363.AsSpan(fieldLength - r.Length));
        s.CopyTo(p1363.AsSpan((2 * fieldLength) - s.Length));
        return true;
    }

    /// <summary>Writes the DER form of a signature r || s.</summary>
    /// <param name="p1363">An even number of octets.</param>
    /// <returns>The octets of Ecdsa-Sig-Value.</returns>
    /// <exception cref="ArgumentException">The number of octets is odd or zero.</exception>
    public static byte[] ToDer(ReadOnlySpan<byte> p1363)
    {
        if (p1363.IsEmpty || p1363.Length % 2 != 0)
        {
            throw new ArgumentException("a signature r || s has an even number of octets", nameof(p1363));
        }

        var half = p1363.Length / 2;
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(new BigInteger(p1363[..half], isUnsigned: true, isBigEndian: true));
            writer.WriteInteger(new BigInteger(p1363[half..], isUnsigned: true, isBigEndian: true));
        }

        return writer.Encode();
    }

    internal static bool IsCanonical(ReadOnlySpan<byte> der) => TrySplit(der, out _, out _);

    // Written out by hand: common libraries accept long-form lengths and padded integers here, which makes signatures malleable.
    private static bool TrySplit(ReadOnlySpan<byte> der, out ReadOnlySpan<byte> r, out ReadOnlySpan<byte> s)
    {
        r = s = default;
        if (der.Length < 8 || der[0] != 0x30)
        {
            return false;
        }

        var header = 2;
        int length = der[1];
        if (length == 0x81)
        {
            header = 3;
            length = der[2];
            if (length < 0x80)
            {
                return false;
            }
        }
        else if (length >= 0x80)
        {
            return false;
        }

        if (length != der.Length - header)
        {
            return false;
        }

        var rest = der[header..];
        return TryTakePositive(ref rest, out r) && TryTakePositive(ref rest, out s) && rest.IsEmpty;
    }

    private static bool TryTakePositive(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> magnitude)
    {
        magnitude = default;
        if (rest.Length < 3 || rest[0] != 0x02 || rest[1] == 0 || rest[1] > LongestField + 1 || rest.Length - 2 < rest[1])
        {
            return false;
        }

        var value = rest.Slice(2, rest[1]);
        rest = rest[(2 + value.Length)..];
        if (value[0] >= 0x80)
        {
            return false;
        }

        if (value[0] == 0)
        {
            // A leading zero octet is there exactly when the next octet would look negative; zero itself is no signature component.
            if (value.Length == 1 || value[1] < 0x80)
            {
                return false;
            }

            value = value[1..];
        }

        magnitude = value;
        return value.Length <= LongestField;
    }
}
