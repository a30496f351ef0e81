using System.Security.Cryptography;
using System.Text;
using PairSettle.Credentials.BouncyCastle;

namespace PairSettle.Credentials.Tests.BouncyCastle;

/// <summary>Signing and agreement against the examples of the documents that define them.</summary>
public sealed class BouncyCastleKeyTests
{
    // RFC 8032, 7.1 (TEST 1) and 7.4 (Blank), of empty data.
    [Theory]
    [InlineData(
        SignatureAlgorithm.Ed25519,
        "9D61B19DEFFD5A60BA844AF492EC2CC44449C5697B326919703BAC031CAE7F60",
        "D75A980182B10AB7D54BFED3C964073A0EE172F3DAA62325AF021A68F707511A",
        "E5564300C360AC729086E2CC806E828A84877F1EB8E5D974D873E065224901555FB8821590A33BACC61E39701CF9B46BD25BF5F0595BBE24655141438E7A100B")]
    [InlineData(
        SignatureAlgorithm.Ed448,
        "6C82A562CB808D10D632BE89C8513EBF6C929F34DDFA8C9F63C9960EF6E348A3528C8A3FCC2F044E39A3FC5B94492F8F032E7549A20098F95B",
        "5FD7449B59B461FD2CE787EC616AD46A1DA1342485A70E1F8A0EA75D80E96778EDF124769B46C7061BD6783DF1E50F6CD1FA1ABEAFE8256180",
        "533A37F6BBE457251F023C0D88F976AE2DFB504A843E34D2074FD823D41A591F2B233F034F628281F2FD7A22DDD47D7828C59BD0A21BFD3980FF0D2028D4B18A9DF63E006C5D1C2D345B925D8DC00B4104852DB99AC5C7CDDA8530A113A0F4DBB61149F05A7363268C71D95808FF2E652600")]
    public void SignData_ExampleOfRfc8032_IsItsSignature(SignatureAlgorithm algorithm, string secret, string publicKey, string signature)
    {
        using var key = BouncyCastleSigner.FromPrivateKey(algorithm, Convert.FromHexString(secret));
        Assert.Equal(publicKey, Convert.ToHexString(key.SubjectPublicKeyInfo.Span[^(publicKey.Length / 2)..]));
        var made = key.SignData([]);
        Assert.Equal(signature, Convert.ToHexString(made));
        Assert.Equal(algorithm.SignatureLength(), made.Length);
        Assert.True(BouncyCastleAlgorithms.EdwardsCurves.VerifyData(algorithm.Key(), Convert.FromHexString(publicKey), [], made));
        Assert.False(BouncyCastleAlgorithms.EdwardsCurves.VerifyData(algorithm.Key(), Convert.FromHexString(publicKey), [0], made));
        Assert.Throws<InvalidOperationException>(() => key.SignHash(new byte[32]));
        Assert.False(algorithm.SignsHash());
    }

    [Fact]
    public void SignHash_ExampleOfRfc6979_IsItsSignature()
    {
        // A.2.5, P-256 with SHA-256 of "sample".
        using var key = BouncyCastleSigner.FromPrivateKey(
            SignatureAlgorithm.EcdsaP256Sha256, Convert.FromHexString("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721"));
        Assert.Equal(
            "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8",
            Convert.ToHexString(key.SignData(Encoding.ASCII.GetBytes("sample"))));
    }

    [Theory]
    [InlineData(SignatureAlgorithm.EcdsaP256Sha256)]
    [InlineData(SignatureAlgorithm.EcdsaP384Sha384)]
    [InlineData(SignatureAlgorithm.EcdsaP521Sha512)]
    public void SignHash_ManagedEcdsa_IsVerifiedByThePlatformAndBack(SignatureAlgorithm algorithm)
    {
        using var managed = BouncyCastleSigner.Generate(algorithm);
        using var platform = ECDsaSigner.Generate(algorithm);
        var hash = RandomNumberGenerator.GetBytes(algorithm.HashLength());
        Assert.True(new VerificationKey(algorithm.Key(), managed.SubjectPublicKeyInfo).VerifyHash(hash, managed.SignHash(hash)));
        var point = platform.SubjectPublicKeyInfo.Span[^algorithm.Key().PublicKeyLength()..];
        var signature = platform.SignHash(hash);
        Assert.True(BouncyCastleAlgorithms.AllCurves.VerifyHash(algorithm.Key(), point, hash, signature));
        signature[^1] ^= 0x01;
        Assert.False(BouncyCastleAlgorithms.AllCurves.VerifyHash(algorithm.Key(), point, hash, signature));
        Assert.Throws<ArgumentException>(() => managed.SignHash(hash.AsSpan(1)));
    }

    [Fact]
    public void FromPrivateKey_OctetsThatAreNone_AreRefused()
    {
        foreach (var algorithm in Enum.GetValues<SignatureAlgorithm>())
        {
            Assert.Throws<CryptographicException>(() => BouncyCastleSigner.FromPrivateKey(algorithm, new byte[31]));
        }

        Assert.Throws<CryptographicException>(() => BouncyCastleSigner.FromPrivateKey(SignatureAlgorithm.EcdsaP256Sha256, new byte[32]));
        var order = Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");
        Assert.Throws<CryptographicException>(() => BouncyCastleSigner.FromPrivateKey(SignatureAlgorithm.EcdsaP256Sha256, order));
        Assert.Throws<CryptographicException>(() => X448Agreement.FromPrivateKey(new byte[57]));
    }

    [Fact]
    public void Agree_ExampleOfRfc7748_IsItsSecret()
    {
        // 6.2
        using var alice = X448Agreement.FromPrivateKey(Convert.FromHexString(
            "9A8F4925D1519F5775CF46B04B5800D4EE9EE8BAE8BC5565D498C28DD9C9BAF574A9419744897391006382A6F127AB1D9AC2D8C0A598726B"));
        using var bob = X448Agreement.FromPrivateKey(Convert.FromHexString(
            "1C306A7AC2A0E2E0990B294470CBA339E6453772B075811D8FAD0D1D6927C120BB5EE8972B0D3E21374C9C921B09D1B0366F10B65173992D"));
        Assert.Equal(
            "9B08F7CC31B7E3E67D22D5AEA121074A273BD2B83DE09C63FAA73D2C22C5D9BBC836647241D953D40C5B12DA88120D53177F80E532C41FA0",
            Convert.ToHexString(alice.PublicKey.Span));
        const string Secret = "07FFF4181AC6CC95EC1C16A94A0F74D12DA232CE40A77552281D282BB60C0B56FD2464C335543936521C24403085D59A449A5037514A879D";
        Assert.Equal(Secret, Convert.ToHexString(alice.Agree(bob.PublicKey.Span)));
        Assert.Equal(Secret, Convert.ToHexString(bob.Agree(alice.PublicKey.Span)));
        Assert.Equal(KeyAlgorithm.X448, alice.Algorithm);
        Assert.Throws<CryptographicException>(() => alice.Agree(new byte[56])); // of small order
        Assert.Throws<CryptographicException>(() => alice.Agree(new byte[57]));
    }
}
