using System.Security.Cryptography;
using PairSettle.Credentials.Provisioning;
using PairSettle.Credentials.Tests.Provisioning;

namespace PairSettle.Credentials.Tests.Interop;

/// <summary>Key agreement, derivation and decryption by openssl, step by step, against ours.</summary>
public sealed class OpenSslProvisioningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pairsettle-provisioning-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [OpenSslFact]
    public void Seal_Part2_IsOpenedByOpenSsl()
    {
        using var sample = new DeliverySample(Iso15118Edition.Iso15118_2);
        var envelope = sample.Seal();
        var key = DeriveByOpenSsl(sample, envelope, "-sha256")[..16];
        File.WriteAllBytes(PathOf("ciphertext"), envelope.EncryptedPrivateKey.Span[16..]);
        Run(
            "enc", "-d", "-aes-128-cbc", "-nopad", "-K", Convert.ToHexString(key), "-iv", Convert.ToHexString(envelope.EncryptedPrivateKey.Span[..16]),
            "-in", PathOf("ciphertext"), "-out", PathOf("scalar"));
        Assert.Equal(sample.ContractKey.ExportParameters(true).D, File.ReadAllBytes(PathOf("scalar")));
    }

    [OpenSslFact]
    public void Open_Part2_OpensWhatOpenSslSealed()
    {
        using var sample = new DeliverySample(Iso15118Edition.Iso15118_2);
        Run("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", PathOf("sender.pem"));
        File.WriteAllText(PathOf("vehicle.pub"), PemEncoding.WriteString("PUBLIC KEY", sample.Vehicle.Leaf.SubjectPublicKeyInfo.Span));
        Run("pkeyutl", "-derive", "-inkey", PathOf("sender.pem"), "-peerkey", PathOf("vehicle.pub"), "-out", PathOf("secret"));
        var key = HashByOpenSsl("-sha256")[..16];
        File.WriteAllBytes(PathOf("scalar"), sample.ContractKey.ExportParameters(true).D!);
        var iv = RandomNumberGenerator.GetBytes(16);
        Run(
            "enc", "-e", "-aes-128-cbc", "-nopad", "-K", Convert.ToHexString(key), "-iv", Convert.ToHexString(iv),
            "-in", PathOf("scalar"), "-out", PathOf("ciphertext"));
        using var sender = ECDiffieHellman.Create();
        sender.ImportFromPem(File.ReadAllText(PathOf("sender.pem")));
        var envelope = new ContractKeyEnvelope(
            CurveEncoding.Point(sender.ExportParameters(false).Q), (byte[])[.. iv, .. File.ReadAllBytes(PathOf("ciphertext"))]);
        Assert.Equal(ProvisioningFault.None, sample.Open(sample.Opening(envelope)));
    }

    [OpenSslFact]
    public void Seal_Part20_HasTheKeyThatOpenSslDerives()
    {
        using var sample = new DeliverySample(Iso15118Edition.Iso15118_20);
        var envelope = sample.Seal();
        using var gcm = new AesGcm(DeriveByOpenSsl(sample, envelope, "-sha512").AsSpan(0, 32), 16);
        var scalar = new byte[66];
        var encrypted = envelope.EncryptedPrivateKey.Span;
        var associated = System.Text.Encoding.ASCII.GetBytes(
            sample.Vehicle.Leaf.Subject.CommonName + Convert.ToHexString(sample.Contract.SubjectKeyIdentifier.Span));
        Assert.Equal(34, associated.Length);
        gcm.Decrypt(encrypted[..12], encrypted[12..^16], encrypted[^16..], scalar, associated); // the command has no authenticated ciphers
        Assert.Equal(sample.ContractKey.ExportParameters(true).D, scalar);
    }

    private byte[] DeriveByOpenSsl(DeliverySample sample, ContractKeyEnvelope envelope, string hash)
    {
        using var sender = ECDiffieHellman.Create(CurveEncoding.Parameters(sample.Scheme.KeyAlgorithm, envelope.SenderPublicKey.Span));
        File.WriteAllText(PathOf("sender.pub"), sender.ExportSubjectPublicKeyInfoPem());
        File.WriteAllText(PathOf("vehicle.pem"), sample.VehiclePem);
        Run("pkeyutl", "-derive", "-inkey", PathOf("vehicle.pem"), "-peerkey", PathOf("sender.pub"), "-out", PathOf("secret"));
        return HashByOpenSsl(hash);
    }

    private byte[] HashByOpenSsl(string hash)
    {
        File.WriteAllBytes(PathOf("input"), [0, 0, 0, 1, .. File.ReadAllBytes(PathOf("secret")), 0x01, 0x55, 0x56]);
        Run("dgst", hash, "-binary", "-out", PathOf("digest"), PathOf("input"));
        return File.ReadAllBytes(PathOf("digest"));
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private static void Run(params IEnumerable<string> arguments)
    {
        var (code, output) = OpenSsl.Run(arguments);
        Assert.True(code == 0, output);
    }
}
