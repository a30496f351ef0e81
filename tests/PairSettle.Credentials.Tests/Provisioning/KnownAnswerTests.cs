using System.Security.Cryptography;
using PairSettle.Credentials.Provisioning;

namespace PairSettle.Credentials.Tests.Provisioning;

/// <summary>
/// The key agreement of ISO 15118-2 with the sender's private key 1111h and the vehicle's 2222h. Secret and key were worked out beforehand, by
/// another implementation; those of the wire are in agreement with them.
/// </summary>
public sealed class KnownAnswerTests
{
    private const string Secret = "19CFBCAA5B6F16B6D0D45634ACD7AAA05B764A17E520771158A8DB8688BA1F87";
    private const string CipherKey = "82B886C45C0A2E3002D2D465EA52A450";

    private static readonly byte[] Iv = Convert.FromHexString("000102030405060708090A0B0C0D0E0F");

    [Fact]
    public void Agree_BothSides_GiveTheKnownSecret()
    {
        using var sender = Fixed(0x11);
        using var vehicle = Fixed(0x22);
        using var one = new ECDiffieHellmanAgreement(sender);
        using var other = new ECDiffieHellmanAgreement(vehicle);
        Assert.Equal(Secret, Convert.ToHexString(one.Agree(other.PublicKey.Span)));
        Assert.Equal(Secret, Convert.ToHexString(other.Agree(one.PublicKey.Span)));
        Assert.Throws<CryptographicException>(() => one.Agree(new byte[65]));
        Assert.Throws<CryptographicException>(() => one.Agree([]));
    }

    [Fact]
    public void Seal_KnownKeys_GivesTheKnownCiphertext()
    {
        using var sample = new DeliverySample(Iso15118Edition.Iso15118_2);
        using var vehicle = Fixed(0x22);
        using var sender = Fixed(0x11);
        using var token = ECDiffieHellman.Create(vehicle.ExportParameters(true));
        var recipient = Certified(token, sample);
        var envelope = ContractKeyDelivery.Seal(sample.Scheme, sample.ContractKey, sample.Contract, recipient, sender, Iv, out var fault);
        Assert.True(envelope is not null, fault.ToString());
        Assert.Equal(CurveEncoding.Point(sender.ExportParameters(false).Q), envelope.SenderPublicKey.ToArray());
        Assert.Equal(Iv, envelope.EncryptedPrivateKey[..16].ToArray());

        using var aes = Aes.Create();
        aes.Key = Convert.FromHexString(CipherKey);
        var scalar = aes.DecryptCbc(envelope.EncryptedPrivateKey.Span[16..], Iv, PaddingMode.None);
        Assert.Equal(sample.ContractKey.ExportParameters(true).D, scalar);
    }

    [Theory]
    [InlineData(KeyAlgorithm.EcP256, "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551")]
    [InlineData(
        KeyAlgorithm.EcP521,
        "01FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFA51868783BF2F966B7FCC0148F709A5D03BB5C9B8899C47AEBB6FB71E91386409")]
    public void ToKey_NumberOutsideTheGroup_IsRefused(KeyAlgorithm curve, string order)
    {
        var scalar = Convert.FromHexString(order);
        using var largest = Key(curve, Minus(scalar, 1));
        var point = CurveEncoding.Point(largest.ExportParameters(false).Q);
        Assert.Null(ContractScalar.ToKey(curve, scalar, point, out var isOrder));
        Assert.Null(ContractScalar.ToKey(curve, new byte[scalar.Length], point, out var isZero));
        var all = new byte[scalar.Length];
        all.AsSpan().Fill(0xFF);
        Assert.Null(ContractScalar.ToKey(curve, all, point, out var isLargest));
        Assert.All((ProvisioningFault[])[isOrder, isZero, isLargest], fault => Assert.Equal(ProvisioningFault.PrivateKeyOutOfRange, fault));

        using var accepted = ContractScalar.ToKey(curve, Minus(scalar, 1), point, out var none);
        Assert.NotNull(accepted);
        Assert.Equal(ProvisioningFault.None, none);
        Assert.Null(ContractScalar.ToKey(curve, Minus(scalar, 2), point, out var another));
        Assert.Equal(ProvisioningFault.PrivateKeyMismatch, another);
    }

    private static byte[] Minus(byte[] number, byte less)
    {
        var smaller = number.ToArray();
        smaller[^1] -= less;
        return smaller;
    }

    private static ECDsa Key(KeyAlgorithm curve, byte[] scalar) => ECDsa.Create(new ECParameters { Curve = CurveEncoding.Curve(curve), D = scalar });

    private static ECDiffieHellman Fixed(byte octet)
    {
        var scalar = new byte[32];
        scalar[^1] = scalar[^2] = octet;
        return ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar });
    }

    private static Certificate Certified(ECDiffieHellman key, DeliverySample sample)
    {
        using var token = new TokenKey(key);
        return token.Certify(sample.Vehicle).Leaf;
    }
}
