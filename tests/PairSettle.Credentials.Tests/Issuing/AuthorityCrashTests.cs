using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Issuing;

/// <summary>An authority that loses power at every octet that it writes, and goes on afterwards.</summary>
public sealed class AuthorityCrashTests
{
    private static readonly DateTimeOffset Now = PkiFixture.Now;
    private static readonly TestBranch Branch = new();
    private static readonly ECDsaSigner Key = ECDsaSigner.Generate();

    [Fact]
    public void Work_PowerLossAtEveryOctet_HandsOutNothingThatTheLogForgets()
    {
        var whole = new CrashingLogFile([]);
        Work(whole, new Output());
        Assert.Equal(6, whole.Steps.Count);
        for (var step = 0; step < whole.Steps.Count; step++)
        {
            for (var survivors = 0; survivors <= whole.Steps[step]; survivors++)
            {
                var output = new Output();
                var crashed = new CrashingLogFile([], step, survivors);
                Assert.Throws<PowerLossException>(() => Work(crashed, output));
                Resume(crashed.Disk, output);
            }
        }
    }

    [Fact]
    public void Open_PowerLossWhileATornLineIsCut_GoesOn()
    {
        var torn = "issued 01"u8.ToArray();
        foreach (var disk in new[] { torn, [] })
        {
            // The cut is one change of the file's length: it happened or it did not.
            Assert.Equal(0, Open(new CrashingLogFile(disk)).Count);
        }

        var crashed = new CrashingLogFile(torn, crashAt: 0);
        Assert.Throws<PowerLossException>(() => Open(crashed));
        Assert.Equal(0, Open(new CrashingLogFile(crashed.Disk)).Count);
    }

    [Fact]
    public void Issue_AfterTheLogFailed_IsRefusedUntilTheFolderIsOpenedAgain()
    {
        var file = new CrashingLogFile([], crashAt: 1, survivors: 5);
        var authority = Open(file);
        var certificate = authority.Issue(Order(1));
        Assert.Throws<PowerLossException>(() => authority.Revoke(certificate, Now));
        Assert.Empty(authority.Authority.Revoked);
        foreach (var act in (Action[])
            [() => authority.Issue(Order(2)), () => authority.Revoke(certificate, Now), () => authority.CreateRevocationList(Now, Now.AddDays(7))])
        {
            Assert.Contains("open the folder again", Assert.Throws<IOException>(act).Message, StringComparison.Ordinal);
        }

        Assert.Equal(1, Open(new CrashingLogFile(file.Disk)).Count);
    }

    private static void Work(CrashingLogFile file, Output output)
    {
        var authority = Open(file);
        output.Certificates.Add(authority.Issue(Order(1)));
        output.Lists.Add(authority.CreateRevocationList(Now, Now.AddDays(7)));
        authority.Revoke(output.Certificates[0], Now, RevocationReason.KeyCompromise, Now.AddDays(-1));
        output.Revoked.Add(output.Certificates[0]);
        output.Certificates.Add(authority.Issue(Order(2)));
        output.Lists.Add(authority.CreateRevocationList(Now, Now.AddDays(7)));
        output.Certificates.Add(authority.Issue(Order(3)));
    }

    private static void Resume(byte[] disk, Output output)
    {
        var file = new CrashingLogFile(disk);
        var authority = Open(file);

        // Nothing was handed out before that the log forgot.
        Assert.True(authority.Count >= output.Certificates.Count);
        var list = authority.CreateRevocationList(Now, Now.AddDays(7));
        Assert.All(output.Revoked, certificate => Assert.NotNull(list.Find(certificate.SerialNumber.Span)));
        output.Lists.Add(list);

        // The one at which the power went may try again: it got no certificate.
        foreach (byte serial in (byte[])[1, 2, 3])
        {
            try
            {
                output.Certificates.Add(authority.Issue(Order(serial)));
            }
            catch (ArgumentException)
            {
                // given before
            }
        }

        var serials = output.Certificates.Select(certificate => Convert.ToHexString(certificate.SerialNumber.Span)).ToArray();
        Assert.Equal(serials.Distinct(), serials);
        Assert.Equal(3, authority.Count);
        var numbers = output.Lists.Select(listed => (int)listed.Number.Span[^1]).ToArray();
        Assert.Equal(numbers.Distinct().Order(), numbers);
        Assert.Equal(authority.Count, Open(new CrashingLogFile(file.Disk)).Count); // the log is whole
    }

    private static AuthorityDirectory Open(CrashingLogFile file) =>
        AuthorityDirectory.Open(new Credential(Branch.Lower.Certificate, Branch.Lower.Chain[1..], Branch.LowerKey), file);

    private static CertificateOrder Order(byte serial) =>
        TestBranch.Order("DE8AA0012345670", CertificateTemplate.Contract, Key, 90) with { SerialNumber = new[] { serial } };

    private sealed record Output
    {
        public List<Certificate> Certificates { get; } = [];

        public List<Certificate> Revoked { get; } = [];

        public List<CertificateRevocationList> Lists { get; } = [];
    }
}
