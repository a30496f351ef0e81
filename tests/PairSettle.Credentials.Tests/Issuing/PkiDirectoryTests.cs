using System.Runtime.Versioning;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Issuing;

public sealed class PkiDirectoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Load_WrittenDirectory_GivesTheSame()
    {
        using var hierarchy = PkiHierarchy.Create(Now);
        var folder = Directory.CreateTempSubdirectory("pairsettle-pki-").FullName;
        try
        {
            var written = hierarchy.ToDirectory(hierarchy.CreateEvidence(Now));
            written.Write(folder);
            var read = PkiDirectory.Load(folder);

            foreach (var role in Enum.GetValues<AuthorityRole>())
            {
                Assert.Equal(written.Anchors.AnchorsOf(role).AsEnumerable(), read.Anchors.AnchorsOf(role));
            }

            Assert.Equal(written.Credentials.Keys, read.Credentials.Keys);
            Assert.Equal(written.Evidence.Items.ToHashSet(), [.. read.Evidence.Items]);
            foreach (var (name, credential) in read.Credentials)
            {
                Assert.Equal(written.Credentials[name].Leaf, credential.Leaf);
                Assert.Equal(written.Credentials[name].Intermediates.AsEnumerable(), credential.Intermediates);
                var hash = new byte[32];
                Assert.True(written.Credentials[name].Leaf.VerifyHash(hash, credential.Signer.SignHash(hash)));
                ((ECDsaSigner)credential.Signer).Dispose();
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Write_KeyFiles_AreReadableByTheirOwnerAlone()
    {
        using var hierarchy = PkiHierarchy.Create(Now);
        var folder = Directory.CreateTempSubdirectory("pairsettle-pki-").FullName;
        try
        {
            hierarchy.ToDirectory(RevocationEvidence.Empty).Write(folder);
            var keys = Directory.GetFiles(folder, "key.pem", SearchOption.AllDirectories);
            Assert.Equal(12, keys.Length);
            Assert.All(keys, key => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void LoadCredential_KeyOfAnother_IsRefused()
    {
        using var hierarchy = PkiHierarchy.Create(Now);
        var folder = Directory.CreateTempSubdirectory("pairsettle-pki-").FullName;
        try
        {
            hierarchy.ToDirectory(RevocationEvidence.Empty).Write(folder);
            var secc = Path.Combine(folder, "credentials", PkiDirectory.Secc);
            File.Copy(Path.Combine(folder, "credentials", PkiDirectory.Meter, "key.pem"), Path.Combine(secc, "key.pem"), overwrite: true);
            var refused = Assert.Throws<CredentialContentException>(() => PkiDirectory.LoadCredential(secc));
            Assert.Equal(CredentialFault.InvalidPublicKey, refused.Error.Fault);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
