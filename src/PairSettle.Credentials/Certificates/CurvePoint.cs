using System.Numerics;

namespace PairSettle.Credentials;

/// <summary>
/// Whether the point of a public key lies on its curve, so that a leaf's key, with which nothing is verified, need not be imported for it:
/// that costs more than a signature. Points are public, so the time that this takes may depend on them.
/// </summary>
internal static class CurvePoint
{
    // y^2 = x^3 - 3x + b over the field of p; the parameters are those of FIPS 186-4, D.1.2.
    private static readonly (BigInteger P, BigInteger B) P256 = (
        (BigInteger.One << 256) - (BigInteger.One << 224) + (BigInteger.One << 192) + (BigInteger.One << 96) - 1,
        Number("5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B"));

    private static readonly (BigInteger P, BigInteger B) P384 = (
        (BigInteger.One << 384) - (BigInteger.One << 128) - (BigInteger.One << 96) + (BigInteger.One << 32) - 1,
        Number("B3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF"));

    private static readonly (BigInteger P, BigInteger B) P521 = (
        (BigInteger.One << 521) - 1,
        Number("51953EB9618E1C9A1F929A21A0B68540EEA2DA725B99B315F3B8B489918EF109E156193951EC7E937B1652C0BD3BB1BF073573DF883D2C34F1EF451FD46B503F00"));

    /// <summary>Checks an uncompressed point of the right length.</summary>
    public static bool IsOnCurve(KeyAlgorithm curve, ReadOnlySpan<byte> point)
    {
        var (p, b) = curve switch
        {
            KeyAlgorithm.EcP256 => P256,
            KeyAlgorithm.EcP384 => P384,
            _ => P521,
        };
        var half = point.Length / 2;
        var x = new BigInteger(point.Slice(1, half), isUnsigned: true, isBigEndian: true);
        var y = new BigInteger(point[(1 + half)..], isUnsigned: true, isBigEndian: true);
        return x < p && y < p && ((y * y) - (((x * x) - 3) * x) - b) % p == 0;
    }

    private static BigInteger Number(string hex) => new(Convert.FromHexString(hex), isUnsigned: true, isBigEndian: true);
}
