using System.Security.Cryptography;
using PairSettle.Credentials;
using PairSettle.Records.Format;

namespace PairSettle.Records.Rules;

/// <summary>What a meter signs itself: its statements, under the key that a declaration binds to it.</summary>
internal static class MeterSignature
{
    public static bool IsRight(MeterStatement statement, ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> signature)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(publicKey, out var read);
            return read == publicKey.Length
                && AlgorithmOf(key) is { } algorithm
                && signature.Length == algorithm.SignatureLength()
                && key.VerifyHash(
                    CryptographicOperations.HashData(algorithm.Hash(), statement.GetSigningInput()),
                    signature,
                    DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // By the name of the curve: other curves have keys of the same sizes.
    private static SignatureAlgorithm? AlgorithmOf(ECDsa key) => key.ExportParameters(false).Curve.Oid.Value switch
    {
        "1.2.840.10045.3.1.7" => SignatureAlgorithm.EcdsaP256Sha256,
        "1.3.132.0.34" => SignatureAlgorithm.EcdsaP384Sha384,
        "1.3.132.0.35" => SignatureAlgorithm.EcdsaP521Sha512,
        _ => null,
    };
}
