using System.Globalization;
using System.Security.Cryptography;
using PairSettle.Credentials;
using PairSettle.Credentials.BouncyCastle;

namespace PairSettle.Tool.Conformance.Chains;

/// <summary>Wycheproof vectors of signatures, through the very steps that a certificate's signature takes: a strict encoding, then the key.</summary>
internal static class WycheproofSignatures
{
    /// <summary>Vectors of ECDSA, each by the platform and in managed code.</summary>
    public static void RunEcdsa(string file, WycheproofGroup group, bool der, Tally tally)
    {
        if (group.PublicKeyDer is null || SchemeOf(group.Sha) is not { } scheme)
        {
            tally.Add(file, "a group lacks publicKeyDer, or a hash that is known");
            return;
        }

        var key = KeyOf(group.PublicKeyDer);
        foreach (var test in group.Tests)
        {
            Judge(file, "", test, tally, (data, signature) => Verify(key, scheme, data, signature, der, null));
            Judge(file, "/managed", test, tally, (data, signature) => Verify(key, scheme, data, signature, der, BouncyCastleAlgorithms.AllCurves));
        }
    }

    /// <summary>Vectors of Ed25519 and Ed448.</summary>
    public static void RunEdwards(string file, WycheproofGroup group, Tally tally)
    {
        if (group.PublicKeyDer is null)
        {
            tally.Add(file, "a group lacks publicKeyDer");
            return;
        }

        var (key, info) = KeyOf(group.PublicKeyDer);
        var scheme = new SignatureScheme(SignatureKind.Edwards, default, info.Algorithm);
        foreach (var test in group.Tests)
        {
            Judge(file, "", test, tally, (data, signature) => key.VerifyData(data, scheme, signature, BouncyCastleAlgorithms.EdwardsCurves));
        }
    }

    private static void Judge(string file, string by, WycheproofTest test, Tally tally, Func<byte[], byte[], bool> verify)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{file}/{test.TcId}{by}");
        if (test.Msg is null || test.Sig is null)
        {
            tally.Add(id, "the vector lacks msg or sig");
            return;
        }

        var failure = (test.Result, verify(Convert.FromHexString(test.Msg), Convert.FromHexString(test.Sig))) switch
        {
            ("valid", false) => "a valid signature was refused",
            ("invalid", true) => "an invalid signature was accepted",
            _ => null,
        };
        tally.Add(id, failure is null ? null : $"{failure} ({test.Comment})");
    }

    private static bool Verify(
        (VerificationKey Verification, PublicKeyInfo Info) key, SignatureScheme scheme, byte[] data, byte[] signature, bool der, BouncyCastleAlgorithms? provider)
    {
        if (der)
        {
            return EcdsaSignatureFormat.IsCanonical(signature) && key.Verification.VerifyData(data, scheme, signature, provider);
        }

        var hash = CryptographicOperations.HashData(scheme.Hash, data);
        return provider is null
            ? key.Verification.VerifyHash(hash, signature)
            : provider.VerifyHash(key.Info.Algorithm, key.Info.Key.Span, hash, signature);
    }

    private static (VerificationKey Verification, PublicKeyInfo Info) KeyOf(string publicKey)
    {
        var encoded = Convert.FromHexString(publicKey);
        var info = PublicKeyInfo.Read(DerFields.Open(encoded));
        return (new VerificationKey(info.Algorithm, encoded), info);
    }

    private static SignatureScheme? SchemeOf(string? sha) => sha switch
    {
        "SHA-256" => SignatureScheme.Find(Oids.EcdsaWithSha256),
        "SHA-384" => SignatureScheme.Find(Oids.EcdsaWithSha384),
        "SHA-512" => SignatureScheme.Find(Oids.EcdsaWithSha512),
        _ => null,
    };
}
