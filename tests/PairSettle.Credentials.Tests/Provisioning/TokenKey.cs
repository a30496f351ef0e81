using System.Security.Cryptography;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Provisioning;

/// <summary>A key in the shape that a secure element's driver gives it: it agrees, and does not let its private part out.</summary>
internal sealed class TokenKey(ECDiffieHellman inside) : ECDiffieHellman
{
    public TokenKey(KeyAlgorithm curve)
        : this(Create(CurveEncoding.Curve(curve)))
    {
    }

    public override ECDiffieHellmanPublicKey PublicKey => inside.PublicKey;

    public override ECParameters ExportParameters(bool includePrivateParameters) => includePrivateParameters
        ? throw new CryptographicException("the key does not leave the token")
        : inside.ExportParameters(false);

    public override byte[] DeriveRawSecretAgreement(ECDiffieHellmanPublicKey otherPartyPublicKey) =>
        inside.DeriveRawSecretAgreement(otherPartyPublicKey);

    /// <summary>The chain of a vehicle, as if it had been verified with this key in it.</summary>
    public VerifiedChain Certify(VerifiedChain like, KeyUsage usage = KeyUsage.DigitalSignature | KeyUsage.KeyAgreement)
    {
        using var issuerKey = ECDsaSigner.Generate();
        var leaf = CertificateWriter.Issue(
            new CertificateOrder
            {
                Template = CertificateTemplate.OemProvisioning with { KeyUsage = usage },
                Subject = like.Leaf.Subject,
                SubjectPublicKeyInfo = inside.ExportSubjectPublicKeyInfo(),
                SerialNumber = SerialNumbers.Random(),
                NotBefore = like.Leaf.NotBefore,
                NotAfter = like.Leaf.NotAfter,
            },
            like.Leaf.Issuer,
            like.Leaf.AuthorityKeyIdentifier,
            issuerKey);
        return new VerifiedChain([leaf, .. like.Path[1..]], like.Trust, like.Use, like.At, [], []);
    }

    protected override void Dispose(bool disposing)
    {
        inside.Dispose();
        base.Dispose(disposing);
    }
}
