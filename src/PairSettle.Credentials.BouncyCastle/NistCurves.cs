using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Parameters;

namespace PairSettle.Credentials.BouncyCastle;

/// <summary>The three NIST curves in BouncyCastle's shape.</summary>
internal static class NistCurves
{
    private static readonly ECDomainParameters P256 = Load(nameof(P256));
    private static readonly ECDomainParameters P384 = Load(nameof(P384));
    private static readonly ECDomainParameters P521 = Load(nameof(P521));

    public static ECDomainParameters? Find(KeyAlgorithm algorithm) => algorithm switch
    {
        KeyAlgorithm.EcP256 => P256,
        KeyAlgorithm.EcP384 => P384,
        KeyAlgorithm.EcP521 => P521,
        _ => null,
    };

    public static int FieldLength(ECDomainParameters curve) => (curve.Curve.FieldSize + 7) / 8;

    /// <summary>Reads an uncompressed point.</summary>
    /// <returns>The key; null where the octets are no point of the curve.</returns>
    public static ECPublicKeyParameters? ReadPoint(KeyAlgorithm algorithm, ReadOnlySpan<byte> point)
    {
        if (Find(algorithm) is not { } curve || point.Length != 1 + (2 * FieldLength(curve)) || point[0] != 0x04)
        {
            return null;
        }

        try
        {
            return new ECPublicKeyParameters(curve.Curve.DecodePoint(point), curve);
        }
        catch (ArgumentException)
        {
            return null; // what it throws for coordinates that are too large or that do not satisfy the curve's equation
        }
    }

    private static ECDomainParameters Load(string name) => ECDomainParameters.FromX9ECParameters(CustomNamedCurves.GetByOid(name switch
    {
        nameof(P256) => SecObjectIdentifiers.SecP256r1,
        nameof(P384) => SecObjectIdentifiers.SecP384r1,
        _ => SecObjectIdentifiers.SecP521r1,
    }));
}
