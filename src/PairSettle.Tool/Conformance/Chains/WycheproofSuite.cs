using System.Globalization;
using System.Security.Cryptography;
using PairSettle.Credentials;

namespace PairSettle.Tool.Conformance.Chains;

/// <summary>Wycheproof vectors of ECDSA signatures, in both encodings. Other primitives are no part of the verifier and are listed.</summary>
internal static class WycheproofSuite
{
    private const string DerSchema = "ecdsa_verify_schema_v1.json";
    private const string FixedSchema = "ecdsa_p1363_verify_schema_v1.json";

    /// <summary>Runs the files.</summary>
    public static void Run(IEnumerable<string> files, Tally tally)
    {
        foreach (var path in files)
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var file = ChainJson.Read(path, ChainJson.Default.WycheproofFile);
            if (file.Schema is not (DerSchema or FixedSchema))
            {
                tally.Skip(name, string.Create(CultureInfo.InvariantCulture, $"{file.NumberOfTests} vectors of {file.Algorithm}, which the platform or this verifier does not offer"));
                continue;
            }

            foreach (var group in file.TestGroups)
            {
                Run(name, group, file.Schema == DerSchema, tally);
            }
        }
    }

    private static void Run(string file, WycheproofGroup group, bool der, Tally tally)
    {
        foreach (var test in group.Tests)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{file}/{test.TcId}");
            if (group.PublicKeyDer is null || group.Sha is null || test.Msg is null || test.Sig is null)
            {
                tally.Add(id, "the vector lacks publicKeyDer, sha, msg or sig");
                continue;
            }

            var accepted = Verify(group.PublicKeyDer, group.Sha, Convert.FromHexString(test.Msg), Convert.FromHexString(test.Sig), der);
            var failure = (test.Result, accepted) switch
            {
                ("valid", false) => "a valid signature was refused",
                ("invalid", true) => "an invalid signature was accepted",
                _ => null,
            };
            tally.Add(id, failure is null ? null : $"{failure} ({test.Comment})");
        }
    }

    private static bool Verify(string publicKey, string sha, byte[] message, byte[] signature, bool der)
    {
        var encoded = Convert.FromHexString(publicKey);
        var algorithm = PublicKeyInfo.Read(DerFields.Open(encoded)).Algorithm;
        var key = new VerificationKey(algorithm, encoded);
        return sha switch
        {
            "SHA-256" => Verify(key, HashAlgorithmName.SHA256, Oids.EcdsaWithSha256, message, signature, der),
            "SHA-384" => Verify(key, HashAlgorithmName.SHA384, Oids.EcdsaWithSha384, message, signature, der),
            "SHA-512" => Verify(key, HashAlgorithmName.SHA512, Oids.EcdsaWithSha512, message, signature, der),
            _ => false,
        };
    }

    // The very steps that a certificate's signature takes: a strict encoding, then the key.
    private static bool Verify(VerificationKey key, HashAlgorithmName hash, string oid, byte[] message, byte[] signature, bool der) => der
        ? EcdsaSignatureFormat.IsCanonical(signature) && key.VerifyData(message, SignatureScheme.Find(oid), signature)
        : key.VerifyHash(CryptographicOperations.HashData(hash, message), signature);
}
