using PairSettle.Credentials;

namespace PairSettle.Tool.Tests.Commands;

public sealed class PkiCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Init_NewFolder_WritesAnchorsOfEveryRole()
    {
        var target = _folder.PathOf("pki");

        var outcome = await CommandLine.RunAsync("pki", "init", target, "--at", "2026-03-01T12:00:00Z");

        Assert.Equal(0, outcome.ExitCode);
        var anchors = TrustStore.Load(Path.Combine(target, "anchors"));
        // A charge point operator has no root of its own: its certificates lead to the V2G root.
        var roots = Enum.GetValues<AuthorityRole>().Where(role => role != AuthorityRole.ChargePointOperator);
        Assert.All(roots, role => Assert.NotEmpty(anchors.AnchorsOf(role)));
        var root = anchors.AnchorsOf(AuthorityRole.V2G)[0];
        Assert.InRange(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), root.NotBefore, root.NotAfter);
        Assert.NotEmpty(Directory.EnumerateFileSystemEntries(Path.Combine(target, "credentials")));
        Assert.NotEmpty(Directory.EnumerateFileSystemEntries(Path.Combine(target, "crl")));
    }

    [Fact]
    public async Task Init_FolderThatHoldsSomething_WritesNothing()
    {
        var kept = _folder.Write("kept");

        var outcome = await CommandLine.RunAsync("pki", "init", Path.GetDirectoryName(kept)!);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("nothing was written", outcome.Complaint(), StringComparison.Ordinal);
        Assert.Equal([kept], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(kept)!));
    }

    [Fact]
    public async Task Init_File_WritesNothing()
    {
        var outcome = await CommandLine.RunAsync("pki", "init", _folder.Write("kept"));

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("nothing was written", outcome.Complaint(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Init_NamesOfOnesOwn_AreThoseOfTheCertificates()
    {
        var target = _folder.PathOf("pki");
        var outcome = await CommandLine.RunAsync(
            "pki", "init", target, "--organization", "Own", "--country", "FR", "--secc-id", "FRABCE1", "--pcid", "ABC12345678901234", "--meter-id", "M1");
        Assert.Equal(0, outcome.ExitCode);
        foreach (var (name, common) in new[] { ("secc", "FRABCE1"), ("oem-provisioning", "ABC12345678901234"), ("meter", "M1") })
        {
            var leaf = CertificatePem.Read(await File.ReadAllTextAsync(Path.Combine(target, "credentials", name, "chain.pem")))[0];
            Assert.Equal((common, "Own", "FR"), (leaf.Subject.CommonName, leaf.Subject.Organization, leaf.Subject.Country));
        }
    }

    [Theory]
    [InlineData("--emaid", "no contract")]
    [InlineData("--pcid", "no vehicle")]
    [InlineData("--country", "France")]
    public async Task Init_NameThatTheProfilesRefuse_WritesNothing(string option, string value)
    {
        var target = _folder.PathOf("pki");
        var outcome = await CommandLine.RunAsync("pki", "init", target, option, value);
        Assert.Equal(2, outcome.ExitCode);
        outcome.Complaint();
        Assert.False(Directory.Exists(target));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3651")]
    public async Task Init_LeafDaysOutOfRange_WritesNothing(string days)
    {
        var target = _folder.PathOf("pki");

        var outcome = await CommandLine.RunAsync("pki", "init", target, "--leaf-days", days);

        Assert.Equal(64, outcome.ExitCode);
        Assert.Contains("--leaf-days", outcome.Complaint(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(target));
    }
}
