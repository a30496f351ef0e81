using System.Security.Cryptography;

namespace PairSettle.Credentials;

/// <summary>How the platform's keys on the three NIST curves and the octets of certificates become each other.</summary>
internal static class CurveEncoding
{
    private const byte Uncompressed = 0x04;

    /// <summary>The kind of key of a named curve.</summary>
    /// <returns>Null for a curve that no profile uses.</returns>
    public static KeyAlgorithm? Find(ECCurve curve) => curve.Oid.Value switch
    {
        Oids.P256 => KeyAlgorithm.EcP256,
        Oids.P384 => KeyAlgorithm.EcP384,
        Oids.P521 => KeyAlgorithm.EcP521,
        _ => null,
    };

    /// <summary>The curve of a kind of key.</summary>
    public static ECCurve Curve(KeyAlgorithm key) => key switch
    {
        KeyAlgorithm.EcP256 => ECCurve.NamedCurves.nistP256,
        KeyAlgorithm.EcP384 => ECCurve.NamedCurves.nistP384,
        KeyAlgorithm.EcP521 => ECCurve.NamedCurves.nistP521,
        _ => throw new ArgumentOutOfRangeException(nameof(key)),
    };

    /// <summary>The uncompressed point (SEC 1, 2.3.3). The platform gives both coordinates the length of the field.</summary>
    public static byte[] Point(ECPoint point) => [Uncompressed, .. point.X!, .. point.Y!];

    /// <summary>Whether octets are an uncompressed point that lies on the curve. All points but infinity have the order of the group.</summary>
    public static bool IsPoint(KeyAlgorithm curve, ReadOnlySpan<byte> octets) =>
        octets.Length == 1 + (2 * curve.FieldLength()) && octets[0] == Uncompressed && CurvePoint.IsOnCurve(curve, octets);

    /// <summary>The platform's form of a public key.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="point">An uncompressed point of it.</param>
    public static ECParameters Parameters(KeyAlgorithm curve, ReadOnlySpan<byte> point) => new()
    {
        Curve = Curve(curve),
        Q = new ECPoint { X = point.Slice(1, curve.FieldLength()).ToArray(), Y = point[(1 + curve.FieldLength())..].ToArray() },
    };
}
