using System.Security.Cryptography;

namespace PairSettle.Credentials.Provisioning;

/// <summary>A private key on a NIST curve as a big-endian number of the field's length.</summary>
internal static class ContractScalar
{
    // The orders of the base points (FIPS 186-4, D.1.2).
    private static readonly byte[] OrderP256 = Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

    private static readonly byte[] OrderP521 = Convert.FromHexString(
        "01FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFA51868783BF2F966B7FCC0148F709A5D03BB5C9B8899C47AEBB6FB71E91386409");

    /// <summary>Makes the key of a certificate from its private number, checked as [V2G2-823] and [V2G20-2507] demand.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="scalar">The number; it stays the caller's to overwrite.</param>
    /// <param name="publicKey">The certificate's key: an uncompressed point.</param>
    /// <param name="fault">The reason on failure.</param>
    /// <returns>The key, which the caller disposes; null on failure.</returns>
    public static ECDsa? ToKey(KeyAlgorithm curve, ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> publicKey, out ProvisioningFault fault)
    {
        if (!IsInRange(scalar, curve == KeyAlgorithm.EcP256 ? OrderP256 : OrderP521))
        {
            fault = ProvisioningFault.PrivateKeyOutOfRange;
            return null;
        }

        // Without a public part the platform multiplies the base point, so what is compared belongs to the number and not to the certificate.
        var parameters = new ECParameters { Curve = CurveEncoding.Curve(curve), D = scalar.ToArray() };
        ECDsa? key = null;
        try
        {
            key = ECDsa.Create(parameters);
            if (CurveEncoding.Point(key.ExportParameters(includePrivateParameters: false).Q).AsSpan().SequenceEqual(publicKey))
            {
                fault = ProvisioningFault.None;
                return key;
            }
        }
        catch (CryptographicException)
        {
            // A number that the platform refuses is no key of this certificate either.
        }
        finally
        {
            CryptographicOperations.ZeroMemory(parameters.D);
        }

        key?.Dispose();
        fault = ProvisioningFault.PrivateKeyMismatch;
        return null;
    }

    // In a time that does not depend on the number: it is a secret until it is known to be wrong.
    private static bool IsInRange(ReadOnlySpan<byte> scalar, ReadOnlySpan<byte> order)
    {
        var borrow = 0;
        var any = 0;
        for (var i = scalar.Length - 1; i >= 0; i--)
        {
            borrow = ((scalar[i] - order[i] - borrow) >> 8) & 1;
            any |= scalar[i];
        }

        return borrow == 1 & any != 0;
    }
}
