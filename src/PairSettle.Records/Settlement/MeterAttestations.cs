using System.Security.Cryptography;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Records.Format;

namespace PairSettle.Records.Settlement;

/// <summary>Checks what a meter itself says about a statement.</summary>
internal static class MeterAttestations
{
    /// <summary>
    /// A meter whose key is declared signs every statement, or attests it in a format of its own that travels with it; a meter without a
    /// declared key owes nothing.
    /// </summary>
    public static bool IsRight(MeterStatement statement, ExiBytes key, ExiList<ExiBytes> attached) => statement.Attestation switch
    {
        MeterAttestation.Attached attestation => ((IEnumerable<ExiBytes>)attached).Any(octets => Digest.Of(octets.Span) == attestation.Hash),
        MeterAttestation.Signature signature => key.Length == 0 || Verify(statement, key, signature.Value),
        _ => key.Length == 0,
    };

    private static bool Verify(MeterStatement statement, ExiBytes key, ExiBytes signature)
    {
        using var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(key.Span, out var read);
            return read == key.Length
                && Algorithm(ecdsa) is { } algorithm
                && signature.Length == algorithm.SignatureLength()
                && ecdsa.VerifyHash(
                    CryptographicOperations.HashData(algorithm.Hash(), statement.GetSigningInput()),
                    signature.Span,
                    DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static SignatureAlgorithm? Algorithm(ECDsa key) => key.KeySize switch
    {
        256 => SignatureAlgorithm.EcdsaP256Sha256,
        384 => SignatureAlgorithm.EcdsaP384Sha384,
        521 => SignatureAlgorithm.EcdsaP521Sha512,
        _ => null,
    };
}
