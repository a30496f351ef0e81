using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PairSettle.Credentials.Tests.Interop;

/// <summary>An authority whose key never leaves its token: the sample makes it and signs with it, and openssl verifies.</summary>
public sealed class HardwareKeyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pairsettle-token-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SoftHsmTheory]
    [InlineData(SignatureAlgorithm.EcdsaP256Sha256)]
    [InlineData(SignatureAlgorithm.EcdsaP521Sha512)]
    public void Sample_KeyInSoftHsm_SignsWhatOpenSslVerifies(SignatureAlgorithm algorithm)
    {
        using var token = new SoftHsm(_folder);
        SignAndVerify(token, algorithm);
    }

    [TpmTheory]
    [InlineData(SignatureAlgorithm.EcdsaP256Sha256)]
    [InlineData(SignatureAlgorithm.EcdsaP384Sha384)]
    public void Sample_KeyInTpm_SignsWhatOpenSslVerifies(SignatureAlgorithm algorithm)
    {
        using var token = new SoftTpm(_folder);
        SignAndVerify(token, algorithm);
    }

    [SoftHsmTheory]
    [InlineData(SignatureAlgorithm.EcdsaP256Sha256)]
    public void Sample_KeyOfAnotherAuthority_IsRefused(SignatureAlgorithm algorithm)
    {
        using var token = new SoftHsm(_folder);
        Succeed(token.Act("root", PathOf("authority"), "--name", "Root", "--algorithm", $"{algorithm}"));
        File.WriteAllText(PathOf("authority/chain.pem"), CertificatePem.Write([new TestBranch().Root.Certificate]));
        var (code, output) = token.Act("crl", PathOf("authority"), "--out", PathOf("root.crl"));
        Assert.Equal(2, code);
        Assert.Contains("CRED2007", output, StringComparison.Ordinal);
    }

    private static void Succeed((int ExitCode, string Output) outcome) => Assert.True(outcome.ExitCode == 0, outcome.Output);

    private void SignAndVerify(TestToken token, SignatureAlgorithm algorithm)
    {
        var (authority, root) = (PathOf("authority"), PathOf("authority/chain.pem"));
        Succeed(token.Act("root", authority, "--name", "Root in a token", "--algorithm", $"{algorithm}"));
        Assert.Equal(["chain.pem", "lock", "log.txt"], Directory.EnumerateFiles(authority).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(PathOf("sub.csr"), new CertificateRequest("CN=asked", key, HashAlgorithmName.SHA256).CreateSigningRequestPem());
        Succeed(token.Act("issue", authority, "--name", "CPO Sub", "--csr", PathOf("sub.csr"), "--out", PathOf("sub.pem")));
        Succeed(token.Act("crl", authority, "--out", PathOf("root.crl")));

        var (code, output) = OpenSsl.Run(
            "verify", "-x509_strict", "-crl_check", "-CAfile", root, "-CRLfile", PathOf("root.crl"), PathOf("sub.pem"));
        Assert.True(code == 0, output);
        Assert.Equal(
            key.ExportSubjectPublicKeyInfo(), CertificatePem.Read(File.ReadAllText(PathOf("sub.pem")))[0].SubjectPublicKeyInfo.ToArray());
        Assert.Equal(["issued", "list"], File.ReadLines(PathOf("authority/log.txt")).Select(line => line.Split(' ')[0]));
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
