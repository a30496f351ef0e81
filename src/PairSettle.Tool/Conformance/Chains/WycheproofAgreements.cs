using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using PairSettle.Credentials;
using PairSettle.Credentials.BouncyCastle;

namespace PairSettle.Tool.Conformance.Chains;

/// <summary>
/// Wycheproof vectors of key agreement, as contract provisioning agrees. Of what the suite calls acceptable, refusal is as good as the right
/// secret; a wrong secret never is.
/// </summary>
internal static class WycheproofAgreements
{
    /// <summary>Vectors of a NIST curve, whose peer's key is a bare point or that of a certificate.</summary>
    public static void RunNist(string file, WycheproofGroup group, bool encoded, Tally tally)
    {
        KeyAlgorithm? curve = group.Curve switch
        {
            "secp256r1" => KeyAlgorithm.EcP256,
            "secp384r1" => KeyAlgorithm.EcP384,
            "secp521r1" => KeyAlgorithm.EcP521,
            _ => null,
        };
        foreach (var test in group.Tests)
        {
            Judge(file, test, tally, curve is not { } known ? null : (peer, secret) =>
            {
                var number = new byte[known.FieldLength()];
                var bare = secret.AsSpan().TrimStart((byte)0);
                bare.CopyTo(number.AsSpan(number.Length - bare.Length));
                using var own = new ECDiffieHellmanAgreement(
                    ECDiffieHellman.Create(new ECParameters { Curve = CurveEncoding.Curve(known), D = number }));
                var info = encoded ? PublicKeyInfo.Read(DerFields.Open(peer)) : new(known, peer, 0, false);
                return info.Algorithm == known ? own.Agree(info.Key.Span) : null;
            });
        }
    }

    /// <summary>Vectors of X448.</summary>
    public static void RunX448(string file, WycheproofGroup group, Tally tally)
    {
        foreach (var test in group.Tests)
        {
            Judge(file, test, tally, static (peer, secret) =>
            {
                using var own = X448Agreement.FromPrivateKey(secret);
                return own.Agree(peer);
            });
        }
    }

    private static void Judge(string file, WycheproofTest test, Tally tally, Func<byte[], byte[], byte[]?>? agree)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{file}/{test.TcId}");
        if (agree is null || test.Public is null || test.Private is null || test.Shared is null)
        {
            tally.Add(id, "the vector lacks a curve that is known, public, private or shared");
            return;
        }

        var secret = Agree(agree, Convert.FromHexString(test.Public), Convert.FromHexString(test.Private));
        var right = secret is not null && secret.AsSpan().SequenceEqual(Convert.FromHexString(test.Shared));
        var failure = (test.Result, secret, right) switch
        {
            ("valid", null, _) => "a valid key was refused",
            ("invalid", not null, _) => "an invalid key was agreed with",
            (_, not null, false) => "the secret is wrong",
            _ => null,
        };
        tally.Add(id, failure is null ? null : $"{failure} ({test.Comment})");
    }

    private static byte[]? Agree(Func<byte[], byte[], byte[]?> agree, byte[] peer, byte[] secret)
    {
        try
        {
            return agree(peer, secret);
        }
        catch (Exception refused) when (refused is CryptographicException or CredentialContentException or AsnContentException)
        {
            return null;
        }
    }
}
