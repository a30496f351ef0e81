using System.Security.Cryptography;

namespace PairSettle.Credentials.Tests.Certificates;

/// <summary>Signature identifiers of RSA-PSS, written octet by octet (RFC 4055).</summary>
public sealed class PssParametersTests
{
    private const string Sha256 = "300B0609608648016503040201";
    private const string Sha256WithNull = "300D06096086480165030402010500";
    private const string Sha384 = "300B0609608648016503040202";
    private const string Sha1 = "300706052B0E03021A";
    private const string Mgf1 = "06092A864886F70D010108";

    [Fact]
    public void Read_HashMaskAndSaltOfOneLength_AreAScheme()
    {
        var expected = new SignatureScheme(SignatureKind.RsaPss, HashAlgorithmName.SHA256);
        Assert.Equal(expected, Read(Hash(Sha256), Mask(Sha256), Salt("20")).Scheme);
        Assert.Equal(expected, Read(Hash(Sha256WithNull), Mask(Sha256WithNull), Salt("20")).Scheme);
        Assert.Equal(expected, Read(Hash(Sha256), Mask(Sha256WithNull), Salt("20")).Scheme);
        Assert.Equal(new SignatureScheme(SignatureKind.RsaPss, HashAlgorithmName.SHA384), Read(Hash(Sha384), Mask(Sha384), Salt("30")).Scheme);
        var defaults = Read().Scheme;
        Assert.Equal(new SignatureScheme(SignatureKind.RsaPss, HashAlgorithmName.SHA1), defaults);
        Assert.True(defaults!.Value.IsLegacy);
    }

    [Fact]
    public void Read_OtherCombinations_AreWellFormedAndNeverVerified()
    {
        Assert.Null(Read(Hash(Sha256), Mask(Sha384), Salt("20")).Scheme);
        Assert.Null(Read(Hash(Sha256), Salt("20")).Scheme); // the mask is made with SHA-1
        Assert.Null(Read(Hash(Sha256), Mask(Sha256)).Scheme); // the salt has 20 octets
        Assert.Null(Read(Hash(Sha256), Mask(Sha256), Salt("40")).Scheme);
        Assert.Null(Read(Hash("300B0609608648016503040204"), Mask("300B0609608648016503040204"), Salt("1C")).Scheme); // SHA-224
        Assert.Null(Read(Hash(Sha256), Wrap("A1", Wrap("30", "06092A864886F70D010109")), Salt("20")).Scheme); // no MGF1
    }

    [Fact]
    public void Read_BrokenParameters_AreMalformed()
    {
        AssertMalformed("300B" + "06092A864886F70D01010A"); // none, which a signature must have
        AssertMalformed(Identifier(Hash(Sha1), Mask(Sha256), Salt("20"))); // a default is absent in DER
        AssertMalformed(Identifier(Hash(Sha256), Mask(Sha1), Salt("20")));
        AssertMalformed(Identifier(Hash(Sha256), Mask(Sha256), Salt("14")));
        AssertMalformed(Identifier(Hash(Sha256), Mask(Sha256), Salt("FF"))); // negative
        AssertMalformed(Identifier(Hash(Sha256), Mask(Sha256), Salt("20"), Wrap("A3", "020101"))); // the trailer's only value is the default
        AssertMalformed(Identifier(Mask(Sha256), Hash(Sha256), Salt("20")));
        AssertMalformed(Identifier(Wrap("A0", Sha256 + Sha256), Mask(Sha256), Salt("20")));
    }

    [Fact]
    public void VerifyData_KeyForOneSchemeAlone_RefusesOthers()
    {
        using var rsa = RSA.Create(2_048);
        var bits = Wrap("03", "00" + Convert.ToHexString(rsa.ExportRSAPublicKey()));
        var restricted = Key(Wrap("30", Identifier(Hash(Sha256), Mask(Sha256), Salt("20")) + bits), KeyAlgorithm.RsaPss);
        var open = Key(Wrap("30", Wrap("30", "06092A864886F70D01010A") + bits), KeyAlgorithm.RsaPss);
        var common = Key(Convert.ToHexString(rsa.ExportSubjectPublicKeyInfo()), KeyAlgorithm.Rsa);
        byte[] data = [1, 2, 3];
        foreach (var hash in (HashAlgorithmName[])[HashAlgorithmName.SHA256, HashAlgorithmName.SHA384])
        {
            var pss = rsa.SignData(data, hash, RSASignaturePadding.Pss);
            var old = rsa.SignData(data, hash, RSASignaturePadding.Pkcs1);
            var scheme = new SignatureScheme(SignatureKind.RsaPss, hash);
            Assert.Equal(hash == HashAlgorithmName.SHA256, restricted.VerifyData(data, scheme, pss));
            Assert.True(open.VerifyData(data, scheme, pss));
            Assert.True(common.VerifyData(data, scheme, pss));
            Assert.False(common.VerifyData(data, scheme, old));
            Assert.False(open.VerifyData(data, new SignatureScheme(SignatureKind.RsaPkcs1, hash), old));
            Assert.True(common.VerifyData(data, new SignatureScheme(SignatureKind.RsaPkcs1, hash), old));
        }

        Assert.Equal(KeyAlgorithm.Unsupported, Info(Wrap("30", Identifier(Hash(Sha256), Mask(Sha384), Salt("20")) + bits)).Algorithm);
    }

    private static VerificationKey Key(string info, KeyAlgorithm expected)
    {
        var read = Info(info);
        Assert.Equal(expected, read.Algorithm);
        return new VerificationKey(read.Algorithm, Convert.FromHexString(info), only: read.OnlyScheme);
    }

    private static PublicKeyInfo Info(string info) => PublicKeyInfo.Read(DerFields.Open(Convert.FromHexString(info)));

    private static AlgorithmIdentifier Read(params string[] fields) =>
        AlgorithmIdentifier.Read(DerFields.Open(Convert.FromHexString(Identifier(fields))), "signature");

    private static void AssertMalformed(string identifier)
    {
        var refused = Assert.ThrowsAny<Exception>(() => AlgorithmIdentifier.Read(DerFields.Open(Convert.FromHexString(identifier)), "signature"));
        Assert.True(refused is System.Formats.Asn1.AsnContentException or CredentialContentException { Error.Fault: CredentialFault.MalformedDer or CredentialFault.TrailingData }, refused.ToString());
    }

    private static string Identifier(params string[] fields) => Wrap("30", "06092A864886F70D01010A" + Wrap("30", string.Concat(fields)));

    private static string Hash(string hash) => Wrap("A0", hash);

    private static string Mask(string hash) => Wrap("A1", Wrap("30", Mgf1 + hash));

    private static string Salt(string octet) => Wrap("A2", "0201" + octet);

    private static string Wrap(string tag, string content)
    {
        var length = content.Length / 2;
        return tag + (length < 0x80 ? $"{length:X2}" : length < 0x100 ? $"81{length:X2}" : $"82{length:X4}") + content;
    }
}
