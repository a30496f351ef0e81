using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.TrustLists;

/// <summary>What lists do to the anchors of a store, and the store to chains.</summary>
public sealed class TrustStoreListTests
{
    private static readonly TrustListSample Sample = new();
    private static readonly DateTimeOffset Now = TrustListSample.Now;

    private static TestBranch Branch => Sample.Branch;

    private static Certificate Root => Branch.Root.Certificate;

    [Fact]
    public void Verify_AnchorOfAList_SaysWhichListDecided()
    {
        var list = Sample.Verified();
        var store = TrustStore.Empty.With(list);
        var report = Branch.Verify(r => r with { Anchors = store });
        Assert.Equal(ChainVerdict.Trusted, report.Verdict);
        Assert.Equal(list.Reference, report.Chain!.Trust.List);
        Assert.Equal([list.Reference], store.Lists.AsEnumerable());
        Assert.Null(Branch.Verify().Chain!.Trust.List);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void Verify_WindowOfAnAnchor_CountsFromItsFirstToBeforeItsLastInstant(int seconds, bool trusted)
    {
        var store = TrustStore.Empty.With(Sample.Verified(list => list with
        {
            Anchors = [new(AuthorityRole.MobilityOperator, Root, Now, Now.AddSeconds(10))],
        }));
        var report = Branch.Verify(r => r with { Anchors = store, At = Now.AddSeconds(seconds) });
        Assert.Equal(trusted, report.Verdict == ChainVerdict.Trusted);
        Assert.Equal(!trusted, report.Has(ChainReason.AnchorNotInForce));
        Assert.Equal(trusted ? [Root] : [], store.AnchorsOf(AuthorityRole.MobilityOperator, Now.AddSeconds(seconds)).AsEnumerable());
        Assert.Equal([Root], store.AnchorsOf(AuthorityRole.MobilityOperator).AsEnumerable());
    }

    [Fact]
    public void Verify_RolloverWithOverlap_TrustsTheOldAndTheNewAnchorInTurn()
    {
        // The new root has the name of the old one and another key; the branches below are separate.
        var successor = new TestBranch();
        var (overlap, end) = (Now.AddDays(2), Now.AddDays(4));
        var store = TrustStore.Empty.With(Sample.Verified(list => list with
        {
            Anchors =
            [
                new(AuthorityRole.MobilityOperator, Root, Now.AddDays(-10), end),
                new(AuthorityRole.MobilityOperator, successor.Root.Certificate, overlap),
            ],
        }));
        foreach (var (branch, day, trusted) in new[]
            {
                (Branch, 1, true), (successor, 1, false),
                (Branch, 3, true), (successor, 3, true),
                (Branch, 5, false), (successor, 5, true),
            })
        {
            var verdict = branch.Verify(r => r with { Anchors = store, At = Now.AddDays(day) }).Verdict;
            Assert.True(trusted == (verdict == ChainVerdict.Trusted), $"day {day}, the new one: {branch == successor}: {verdict}");
        }
    }

    [Fact]
    public void Verify_SameAnchorFromTwoSources_CountsWhereOneOfThemDoes()
    {
        var closed = Sample.Verified(list => list with { Anchors = [new(AuthorityRole.MobilityOperator, Root, Now.AddDays(1))] });
        var report = Branch.Verify(r => r with { Anchors = Branch.Anchors.With(closed) });
        Assert.Equal(ChainVerdict.Trusted, report.Verdict);
        Assert.Null(report.Chain!.Trust.List);
    }

    [Fact]
    public void Verify_WithdrawnAnchor_CountsBeforeAndNotAfterWhoeverBroughtIt()
    {
        var list = Sample.Verified(list => list with { Withdrawals = [new(AuthorityRole.MobilityOperator, Root.Sha256, Now.AddMinutes(-30))] });
        foreach (var store in new[] { TrustStore.Empty.With(list), Branch.Anchors.With(list), TrustStore.Empty.With(list).With(AuthorityRole.MobilityOperator, Root) })
        {
            Assert.Equal(ChainVerdict.Trusted, Branch.Verify(r => r with { Anchors = store, At = Now.AddMinutes(-31) }).Verdict);
            var report = Branch.Verify(r => r with { Anchors = store });
            var finding = Assert.Single(report.Findings, finding => finding.Reason == ChainReason.AnchorNotInForce);
            Assert.Contains($"{list.Reference} withdrew", finding.Detail, StringComparison.Ordinal);
        }

        // In another role the same certificate is another anchor.
        Assert.True(TrustStore.Empty.With(list).With(AuthorityRole.V2G, Root).EntriesOf(AuthorityRole.V2G)[0].CountsAt(Now));
    }

    [Fact]
    public void With_NextIssue_TakesThePlaceOfTheOneBefore()
    {
        var first = Sample.Verified();
        var second = Sample.Verified(list => list with { SequenceNumber = 8, Anchors = [] });
        Assert.Empty(TrustStore.Empty.With(first).With(second).AnchorsOf(AuthorityRole.MobilityOperator));
        Assert.Throws<ArgumentException>(() => TrustStore.Empty.With(second).With(first));
        var other = Sample.Verified(list => list with { ListId = "example.org/other" });
        Assert.Equal(2, TrustStore.Empty.With(first).With(TrustStore.Empty.With(other)).Lists.Length);
        Assert.Throws<ArgumentException>(() => TrustStore.Empty.With(TrustStore.Empty.With(first).EntriesOf(AuthorityRole.MobilityOperator)[0]));
    }

    [Fact]
    public void Save_StoreWithAList_WritesWhatAlwaysCountsAlone()
    {
        var folder = Directory.CreateTempSubdirectory("pairsettle-trust-").FullName;
        try
        {
            var store = TrustStore.Empty.With(Sample.Verified())
                .With(AuthorityRole.Oem, Root)
                .With(new TrustAnchor(AuthorityRole.Fleet, Root) { ValidUntil = Now });
            store.Save(folder);
            var loaded = TrustStore.Load(folder);
            Assert.Equal([AuthorityRole.Oem], Enum.GetValues<AuthorityRole>().Where(role => !loaded.EntriesOf(role).IsEmpty));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
