using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Issuing;

public sealed class AuthorityDirectoryTests : IDisposable
{
    private static readonly DateTimeOffset Now = PkiFixture.Now;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pairsettle-");
    private readonly TestBranch _branch = new();

    private string Folder => Path.Combine(_folder.FullName, "authority");

    private string Log => Path.Combine(Folder, "log.txt");

    public AuthorityDirectoryTests() => AuthorityDirectory.Create(Folder, _branch.Lower.Certificate, _branch.Lower.Chain[1..], _branch.LowerKey);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Issue_CertificateOfTheFolder_VerifiesUnderTheAnchor()
    {
        using var directory = AuthorityDirectory.Open(Folder);
        var certificate = directory.Issue(Order());
        Assert.Equal(ChainVerdict.Trusted, _branch.Verify(r => r with { Leaf = certificate, Intermediates = directory.Authority.Chain }).Verdict);
        Assert.Equal(1, directory.Count);
    }

    [Fact]
    public void Open_Again_KnowsSerialsRevocationsAndNumbers()
    {
        Certificate certificate;
        using (var directory = AuthorityDirectory.Open(Folder))
        {
            certificate = directory.Issue(Order());
            directory.Revoke(certificate, Now, RevocationReason.KeyCompromise, Now.AddHours(-1));
            Assert.Equal(1, directory.CreateRevocationList(Now, Now.AddDays(7)).Number.Span[0]);
        }

        using var again = AuthorityDirectory.Open(Folder);
        Assert.Throws<ArgumentException>(() => again.Issue(Order() with { SerialNumber = certificate.SerialNumber }));
        var list = again.CreateRevocationList(Now, Now.AddDays(7));
        Assert.Equal(2, list.Number.Span[0]);
        var entry = Assert.NotNull(list.Find(certificate.SerialNumber.Span));
        Assert.Equal((Now, RevocationReason.KeyCompromise, Now.AddHours(-1)), (entry.RevokedAt, entry.Reason, entry.InvalidSince));
    }

    [Fact]
    public void Open_AfterACrashAtAnyOctetOfTheLog_GoesOn()
    {
        using (var directory = AuthorityDirectory.Open(Folder))
        {
            directory.Revoke(directory.Issue(Order()), Now);
            directory.CreateRevocationList(Now, Now.AddDays(7));
        }

        var log = File.ReadAllBytes(Log);
        for (var length = 0; length <= log.Length; length++)
        {
            File.WriteAllBytes(Log, log[..length]);
            using (var directory = AuthorityDirectory.Open(Folder))
            {
                directory.Issue(Order());
            }

            AuthorityDirectory.Open(Folder).Dispose(); // what was written after the torn line is whole
            Assert.Equal(log[..length].Count(octet => octet == '\n') + 1, File.ReadAllLines(Log).Length);
        }
    }

    [Theory]
    [InlineData("issued 00")]
    [InlineData("revoked 0g 20260101000000Z Unspecified -")]
    [InlineData("revoked 00 20260101000000Z Unspecified never")]
    [InlineData("list -1 20260101000000Z")]
    [InlineData("list 01 20260101000000Z")]
    [InlineData("list 1 2026")]
    [InlineData("issued 01 20260101000000Z 00")]
    [InlineData("issued ?? 20260101000000Z 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("revoked 0001 20260101000000Z Unspecified -")]
    [InlineData("revoked 01 00010101000000Z Unspecified -")]
    [InlineData("revoked 01 20260101000000Z Unspecified 19491231235959Z")]
    [InlineData("revoked 01 20260101000000Z 7 -")]
    [InlineData("revoked 01 20260101000000Z KeyCompromise,Superseded -")]
    [InlineData("anything")]
    public void Open_LogWithAnotherLine_IsRefused(string line)
    {
        File.AppendAllText(Log, line + "\n");
        Assert.Throws<InvalidDataException>(() => AuthorityDirectory.Open(Folder));
    }

    [Fact]
    public void Revoke_WithWhatNoLogCanHold_IsRefusedAndLeavesTheLogWhole()
    {
        using (var directory = AuthorityDirectory.Open(Folder))
        {
            var certificate = directory.Issue(Order());
            Assert.Throws<ArgumentException>(() => directory.Revoke(certificate, new DateTimeOffset(1949, 12, 31, 0, 0, 0, TimeSpan.Zero)));
            Assert.Throws<ArgumentException>(() => directory.Revoke(certificate, Now, (RevocationReason)7));
            Assert.Throws<ArgumentException>(() => directory.CreateRevocationList(DateTimeOffset.MinValue, Now));
            directory.Revoke(certificate, Now);
            Assert.Equal(1, directory.CreateRevocationList(Now, Now.AddDays(1)).Count);
        }

        using var again = AuthorityDirectory.Open(Folder);
        Assert.Single(again.Authority.Revoked);
    }

    [Fact]
    public void Open_WhileItIsHeld_IsRefused()
    {
        using var held = AuthorityDirectory.Open(Folder);
        Assert.Throws<IOException>(() => AuthorityDirectory.Open(Folder));
    }

    [Fact]
    public void Create_WhereAnAuthorityIs_IsRefused() => Assert.Throws<IOException>(
        () => AuthorityDirectory.Create(Folder, _branch.Upper.Certificate, [], _branch.UpperKey));

    [Fact]
    public void Open_AuthorityOfAHierarchy_KnowsItsPast()
    {
        using var hierarchy = PkiHierarchy.Create(Now);
        hierarchy.CpoSub2.Revoke(hierarchy.Secc.Leaf, Now);
        var first = hierarchy.CreateEvidence(Now).Lists.First(list => list.Issuer.Equals(hierarchy.CpoSub2.Certificate.Subject));
        hierarchy.SaveAuthorities(_folder.FullName);
        using var directory = AuthorityDirectory.Open(Path.Combine(_folder.FullName, "CPOSubCA2"));
        Assert.Equal(2, directory.Count); // the charger and the signer of declarations
        Assert.Throws<ArgumentException>(() => directory.Issue(Order() with { SerialNumber = hierarchy.Secc.Leaf.SerialNumber }));
        var second = directory.CreateRevocationList(Now, Now.AddDays(7));
        Assert.True(second.Number.Span.SequenceCompareTo(first.Number.Span) > 0);
        Assert.NotNull(second.Find(hierarchy.Secc.Leaf.SerialNumber.Span));
    }

    [Fact]
    public void Create_FolderWhereACrashLeftNoLog_WritesItAgain()
    {
        File.Delete(Log);
        Assert.Throws<FileNotFoundException>(() => AuthorityDirectory.Open(Folder));
        AuthorityDirectory.Create(Folder, _branch.Lower.Certificate, _branch.Lower.Chain[1..], _branch.LowerKey);
        AuthorityDirectory.Open(Folder).Dispose();
    }

    [Fact]
    public void Open_KeyThatLivesElsewhere_SignsAndIsLeftOpen()
    {
        File.Delete(Path.Combine(Folder, "key.pem"));
        Assert.ThrowsAny<IOException>(() => AuthorityDirectory.Open(Folder));
        var refused = Assert.Throws<CredentialContentException>(() => AuthorityDirectory.Open(Folder, _branch.UpperKey));
        Assert.Equal(CredentialFault.InvalidPublicKey, refused.Error.Fault);
        for (var round = 1; round <= 2; round++)
        {
            using var directory = AuthorityDirectory.Open(Folder, _branch.LowerKey);
            directory.Issue(Order());
            Assert.Equal(round, directory.Count);
        }
    }

    [Fact]
    public void CreateOcspResponse_SerialThatTheLogDoesNotKnow_IsUnknown()
    {
        using var directory = AuthorityDirectory.Open(Folder);
        var (issued, revoked) = (directory.Issue(Order()), directory.Issue(Order()));
        directory.Revoke(revoked, Now, RevocationReason.KeyCompromise);
        directory.Revoke(_branch.Leaf, Now); // issued before there was a log
        var unlogged = directory.Authority.Issue(Order());
        var response = directory.CreateOcspResponse([issued, revoked, unlogged, _branch.Leaf], Now, Now.AddDays(1));
        Assert.Equal(
            [OcspStatus.Good, OcspStatus.Revoked, OcspStatus.Unknown, OcspStatus.Revoked], response.Answers.Select(answer => answer.Status));
        Assert.Throws<ArgumentException>(() => directory.CreateOcspResponse([_branch.Lower.Certificate], Now, Now.AddDays(1)));
        Assert.Throws<ArgumentException>(() => directory.CreateOcspResponse([], Now, Now.AddDays(1)));
    }

    [Fact]
    public void Revoke_Again_CountsOnlyAfterASuspension()
    {
        using var directory = AuthorityDirectory.Open(Folder);
        var (lost, held) = (directory.Issue(Order()), directory.Issue(Order()));
        directory.Revoke(lost, Now, RevocationReason.KeyCompromise);
        Assert.Throws<ArgumentException>(() => directory.Revoke(lost, Now.AddHours(1), RevocationReason.Superseded));
        directory.Revoke(held, Now, RevocationReason.CertificateHold);
        directory.Revoke(held, Now.AddHours(1), RevocationReason.Superseded);
        Assert.Throws<ArgumentException>(() => directory.Revoke(held, Now, RevocationReason.RemoveFromCrl));
        Assert.Throws<ArgumentException>(() => directory.Revoke(directory.Issue(Order()), Now, (RevocationReason)7));
        var list = directory.CreateRevocationList(Now.AddHours(2), Now.AddDays(7));
        Assert.Equal(
            [RevocationReason.KeyCompromise, RevocationReason.Superseded],
            new[] { lost, held }.Select(certificate => Assert.NotNull(list.Find(certificate.SerialNumber.Span)).Reason));
    }

    [Fact]
    public void Revoke_SerialNumber_HasToBeKnown()
    {
        using var directory = AuthorityDirectory.Open(Folder);
        var certificate = directory.Issue(Order());
        directory.Revoke(certificate.SerialNumber, Now);
        Assert.NotNull(directory.CreateRevocationList(Now, Now.AddDays(7)).Find(certificate.SerialNumber.Span));
        Assert.Throws<ArgumentException>(() => directory.Revoke(_branch.Leaf.SerialNumber, Now));
    }

    [Fact]
    public void CreateRevocationList_AuthorityThatMaySignNone_IsRefusedAndUsesUpNoNumber()
    {
        var key = ECDsaSigner.Generate();
        var certificate = _branch.Root.Issue(TestBranch.Order("EV", CertificateTemplate.Root("OEMEV") with { KeyUsage = KeyUsage.KeyCertSign }, key, 900));
        var folder = Path.Combine(_folder.FullName, "vehicles");
        AuthorityDirectory.Create(folder, certificate, [], key);
        using var directory = AuthorityDirectory.Open(folder);
        Assert.Throws<InvalidOperationException>(() => directory.CreateRevocationList(Now, Now.AddDays(7)));
        Assert.Equal(0, AuthorityStatus.Open(folder).ListNumber);
    }

    [Fact]
    public void Status_OfAFolder_TellsWhatWasDone()
    {
        using var directory = AuthorityDirectory.Open(Folder);
        var (first, second) = (directory.Issue(Order()), directory.Issue(Order()));
        directory.Revoke(second, Now.AddHours(1));
        directory.Revoke(first, Now, RevocationReason.Superseded);
        directory.CreateRevocationList(Now, Now.AddDays(7));
        var status = AuthorityStatus.Open(Folder);
        Assert.Equal((2, 1L), (status.Count, status.ListNumber));
        Assert.Equal([RevocationReason.Superseded, RevocationReason.Unspecified], status.Revocations.Select(entry => entry.Reason));
    }

    private static CertificateOrder Order() => TestBranch.Order("DE8AA0012345670", CertificateTemplate.Contract, ECDsaSigner.Generate(), 90);
}
