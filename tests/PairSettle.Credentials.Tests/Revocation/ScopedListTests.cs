using PairSettle.Credentials.Issuing;
using static PairSettle.Credentials.Tests.ListSample;

namespace PairSettle.Credentials.Tests.Revocation;

/// <summary>Lists that say only a part: changes, some reasons, some certificates, or the certificates of others.</summary>
public sealed class ScopedListTests
{
    private static readonly DateTimeOffset Now = PkiFixture.Now;
    private static readonly DistinguishedName SignerName = DistinguishedName.Create("Signer", "PairSettle", "DE", "MO");

    // keyCompromise alone, and every other reason.
    private static readonly DerNode KeyCompromiseOnly = Scope(DerNode.Primitive(0x83, 0x06, 0x40));
    private static readonly DerNode OtherReasonsOnly = Scope(DerNode.Primitive(0x83, 0x07, 0x3F, 0x80));
    private static readonly DerNode Indirect = Scope(DerNode.Primitive(0x84, 0xFF));

    private readonly TestBranch _branch = new();

    [Fact]
    public void Verify_DeltaThatRevokes_OverrulesTheCompleteList()
    {
        var complete = Own(1, []);
        Assert.Equal(ChainVerdict.Trusted, Verify(complete).Verdict);
        var report = Verify(complete, Own(2, [Entry(_branch.Leaf, RevocationReason.KeyCompromise)], DeltaOf(1)));
        Assert.True(report.Has(ChainReason.Revoked), report.ToString());
    }

    [Fact]
    public void Verify_DeltaThatLiftsASuspension_IsReliedUponWithItsBase()
    {
        var complete = Own(1, [Entry(_branch.Leaf, RevocationReason.CertificateHold)]);
        Assert.True(Verify(complete).Has(ChainReason.Revoked));
        var delta = Own(2, [Entry(_branch.Leaf, RevocationReason.RemoveFromCrl)], DeltaOf(1));
        var report = Verify(complete, delta);
        Assert.True(report.Verdict == ChainVerdict.Trusted, report.ToString());
        Assert.Equal([complete, delta], report.Chain!.Evidence.Select(use => use.Item));
    }

    [Fact]
    public void Verify_DeltaThatDoesNotFit_ChangesNothing()
    {
        var revoking = Entry(_branch.Leaf, RevocationReason.KeyCompromise);
        Assert.True(Verify(Own(9, [revoking], DeltaOf(1))).Has(ChainReason.RevocationUnknown)); // alone
        Assert.Equal(ChainVerdict.Trusted, Verify(Own(5, []), Own(9, [revoking], DeltaOf(6))).Verdict); // built on a later list
        Assert.Equal(ChainVerdict.Trusted, Verify(Own(5, []), Own(4, [revoking], DeltaOf(1))).Verdict); // older than the list
        Assert.Equal(ChainVerdict.Trusted, Verify(Own(5, []), Own(5, [revoking], DeltaOf(1))).Verdict); // issued with the list
        Assert.Equal(ChainVerdict.Trusted, Verify(Own(5, []), Own(9, [revoking], DeltaOf(1), KeyCompromiseOnly)).Verdict); // of another scope
        var forged = Sign(_branch.Lower.Certificate.Subject, _branch.LeafKey, 9, [revoking], DeltaOf(1));
        Assert.Equal(ChainVerdict.Trusted, Verify(Own(5, []), forged).Verdict);
    }

    [Theory]
    [InlineData("261127110000Z", "261129110000Z", EvidenceFreshness.Fresh)]
    [InlineData("261129110000Z", "261127110000Z", EvidenceFreshness.Fresh)]
    [InlineData("261127110000Z", "261127110000Z", EvidenceFreshness.Stale)]
    public void Verify_ListAndDelta_AreAsFreshAsTheFresherOfThem(string completeUntil, string deltaUntil, EvidenceFreshness expected)
    {
        CertificateRevocationList Until(string time, byte number, params DerNode[] extensions) =>
            SignUntil(time, _branch.Lower.Certificate.Subject, _branch.LowerKey, number, [], extensions);

        var report = Verify(r => r with { At = Now.AddDays(6) }, Until(completeUntil, 1), Until(deltaUntil, 2, DeltaOf(1)));
        Assert.Equal(expected, report.Chain?.Freshness);
        Assert.Equal(2, report.Chain!.Evidence.Length);
    }

    [Fact]
    public void Verify_DeltaOlderThanTheList_MakesItNoOlder()
    {
        // Numbers and dates disagree: the delta follows by its number and precedes by its date.
        _branch.Lower.Revoke(_branch.Leaf, Now.AddHours(-9), RevocationReason.CertificateHold);
        var older = Unnamed(_branch.Lower.CreateRevocationList(2, Now.AddMinutes(-30), Now.AddDays(7)));
        _branch.Lower.Revoke(_branch.Leaf, Now.AddHours(9), RevocationReason.CertificateHold);
        var newer = Unnamed(_branch.Lower.CreateRevocationList(2, Now.AddMinutes(-20), Now.AddDays(7)));
        var delta = Own(3, [], DeltaOf(2));

        Assert.True(delta.ThisUpdate < older.ThisUpdate);
        Assert.True(Verify(older, delta).Has(ChainReason.Revoked));
        Assert.Equal(ChainVerdict.Trusted, Verify(older, newer, delta).Verdict);
    }

    [Fact]
    public void Verify_NewerSilentListOfAnotherKey_DoesNotOverruleTheRevocationOfTheIssuersOwn()
    {
        var key = ECDsaSigner.Generate();
        var name = _branch.Lower.Certificate.Subject;
        var other = _branch.Upper.Issue(Signer(name, key, KeyUsage.CrlSign));
        var ofUpper = _branch.Upper.CreateRevocationList(1, Now.AddHours(-1), Now.AddDays(7));
        var silent = Sign(name, key, 9, []);
        _branch.Lower.Revoke(_branch.Leaf, Now.AddHours(-9), RevocationReason.KeyCompromise);
        var revoking = _branch.Lower.CreateRevocationList(1, Now.AddHours(-8), Now.AddDays(7));
        ChainReport Judge(params CertificateRevocationList[] lists) => Verify(r => r with { Intermediates = r.Intermediates.Add(other) }, lists);

        Assert.Equal(ChainVerdict.Trusted, Judge(silent, ofUpper).Verdict);
        Assert.True(revoking.ThisUpdate < silent.ThisUpdate);
        Assert.True(Judge(silent, ofUpper, revoking).Has(ChainReason.Revoked));
        Assert.Equal(ChainVerdict.Trusted, Judge(silent, ofUpper, revoking, Own(2, [])).Verdict); // by its own newer list it is not revoked any more
    }

    [Fact]
    public void Verify_ListsOfSomeReasons_CountTogether()
    {
        var one = Own(1, [], KeyCompromiseOnly);
        var other = Own(1, [], OtherReasonsOnly);
        Assert.True(Verify(one).Has(ChainReason.RevocationUnknown));
        Assert.True(Verify(other).Has(ChainReason.RevocationUnknown));
        var report = Verify(one, other);
        Assert.True(report.Verdict == ChainVerdict.Trusted, report.ToString());
        Assert.Equal(2, report.Chain!.Evidence.Length);
        Assert.True(Verify(one, Own(1, [Entry(_branch.Leaf, RevocationReason.Superseded)], OtherReasonsOnly)).Has(ChainReason.Revoked));
    }

    [Theory]
    [InlineData(0x81, true)] // users alone
    [InlineData(0x82, false)] // authorities alone
    [InlineData(0x85, false)] // attribute certificates alone
    public void Verify_ListOfSomeCertificates_CountsForThoseAlone(byte field, bool countsForLeaf)
    {
        var report = Verify(Own(1, [], Scope(DerNode.Primitive(field, 0xFF))));
        Assert.Equal(countsForLeaf, report.Verdict == ChainVerdict.Trusted);
        Assert.Equal(!countsForLeaf, report.Has(ChainReason.RevocationUnknown));
    }

    [Fact]
    public void Verify_ListOfAnotherDistributionPoint_DoesNotCount()
    {
        var scope = Scope(DerNode.Constructed(0xA0, DerNode.Constructed(0xA0, Text(0x86, "https://example.test/a"))));
        Assert.True(Verify(Own(1, [], scope)).Has(ChainReason.RevocationUnknown));

        var pointed = Leaf(DerNode.Constructed(0xA0, DerNode.Constructed(0xA0, Text(0x86, "https://example.test/a"))));
        Assert.Equal(ChainVerdict.Trusted, Verify(r => r with { Leaf = pointed }, Own(1, [], scope)).Verdict);
    }

    [Fact]
    public void Verify_IndirectList_CountsWhereTheCertificateNamesItsSigner()
    {
        var key = ECDsaSigner.Generate();
        var signer = _branch.Root.Issue(Signer(SignerName, key, KeyUsage.CrlSign));
        var leaf = Leaf(DerNode.Constructed(0xA2, ListSample.Directory(SignerName)));
        var rootList = _branch.Root.CreateRevocationList(1, Now.AddHours(-1), Now.AddDays(7));
        ChainReport Judge(CertificateRevocationList list, CertificateRevocationList ofRoot, Certificate asked) =>
            Verify(r => r with { Leaf = asked, Intermediates = r.Intermediates.Add(signer) }, list, ofRoot);

        var silent = Sign(SignerName, key, 1, [], Indirect);
        Assert.Equal(ChainVerdict.Trusted, Judge(silent, rootList, leaf).Verdict);
        Assert.True(Judge(silent, rootList, _branch.Leaf).Has(ChainReason.RevocationUnknown)); // which names no such signer
        Assert.True(Judge(Sign(SignerName, key, 1, []), rootList, leaf).Has(ChainReason.RevocationUnknown)); // a list that is not indirect
        var revoking = Sign(SignerName, key, 1, [Entry(leaf, RevocationReason.KeyCompromise, leaf.Issuer)], Indirect);
        Assert.True(Judge(revoking, rootList, leaf).Has(ChainReason.Revoked));
        Assert.Equal(ChainVerdict.Trusted, Judge(Sign(SignerName, key, 1, [Entry(leaf, RevocationReason.KeyCompromise)], Indirect), rootList, leaf).Verdict);

        _branch.Root.Revoke(signer, Now.AddHours(-2), RevocationReason.KeyCompromise);
        var ofRevoked = _branch.Root.CreateRevocationList(2, Now.AddHours(-1), Now.AddDays(7));
        Assert.True(Judge(silent, ofRevoked, leaf).Has(ChainReason.RevocationUnknown));
    }

    [Theory]
    [InlineData(KeyUsage.CrlSign, true)]
    [InlineData(KeyUsage.KeyCertSign, false)]
    public void Verify_ListOfAnotherKeyOfTheAuthority_CountsWhereItMaySign(KeyUsage usage, bool counts)
    {
        var key = ECDsaSigner.Generate();
        var name = _branch.Lower.Certificate.Subject;
        var signer = _branch.Upper.Issue(Signer(name, key, usage));
        var ofUpper = _branch.Upper.CreateRevocationList(1, Now.AddHours(-1), Now.AddDays(7));
        var report = Verify(r => r with { Intermediates = r.Intermediates.Add(signer) }, Sign(name, key, 1, []), ofUpper);
        Assert.Equal(counts ? ChainVerdict.Trusted : ChainVerdict.Rejected, report.Verdict);
    }

    [Fact]
    public void Verify_ListOfANamesakeUnderTheSameAnchor_DoesNotCount()
    {
        // Whoever is certified elsewhere under the name of the authority does not speak for it.
        var key = ECDsaSigner.Generate();
        var name = _branch.Lower.Certificate.Subject;
        var signer = _branch.Root.Issue(Signer(name, key, KeyUsage.CrlSign));
        var ofRoot = _branch.Root.CreateRevocationList(1, Now.AddHours(-1), Now.AddDays(7));
        var report = Verify(r => r with { Intermediates = r.Intermediates.Add(signer) }, Sign(name, key, 1, []), ofRoot);
        Assert.True(report.Has(ChainReason.RevocationUnknown), report.ToString());
    }

    [Fact]
    public void Verify_ListWithAnUnknownCriticalExtension_DoesNotCount()
    {
        var unknown = Extension("1.2.3.4", true, DerNode.Primitive(0x05));
        Assert.True(Verify(Own(1, [], unknown)).Has(ChainReason.RevocationUnknown));
    }

    [Fact]
    public void Find_OneSerialNumberOfManyIssuers_FindsEachAndNoOther()
    {
        DistinguishedName[] issuers = [.. Enumerable.Range(0, 40).Select(static i => DistinguishedName.Create($"Issuer {i}"))];
        var list = Own(1, [.. issuers.Select((issuer, i) => Entry(_branch.Leaf, (RevocationReason)(i % 6), issuer))], Indirect);

        Assert.All(issuers.Index(), pair => Assert.Equal((RevocationReason)(pair.Index % 6), list.Find(pair.Item, _branch.Leaf.SerialNumber.Span)!.Value.Reason));
        Assert.Null(list.Find(_branch.Leaf.SerialNumber.Span));
        Assert.Null(list.Find(SignerName, _branch.Leaf.SerialNumber.Span));
        Assert.Null(list.Find(issuers[0], _branch.Lower.Certificate.SerialNumber.Span));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Verify_DeltaThatBothRevokesAndLifts_Revokes(bool revokesFirst)
    {
        DerNode[] entries = [Entry(_branch.Leaf, RevocationReason.KeyCompromise), Entry(_branch.Leaf, RevocationReason.RemoveFromCrl)];
        var delta = Own(2, revokesFirst ? entries : [.. entries.Reverse()], DeltaOf(1));
        Assert.True(Verify(Own(1, []), delta).Has(ChainReason.Revoked));
    }

    // The delta of the sample does not name its signer's key, so its list must not.
    private CertificateRevocationList Unnamed(CertificateRevocationList list)
    {
        var tbs = DerNode.Parse(list.RawData.Span)[0];
        tbs.Children[^1][0].Children.RemoveAll(static extension => extension[0].Content is [0x55, 0x1D, 0x23]);
        return CertificateRevocationList.Parse(DerWriting.Sign(tbs.Encode(), _branch.LowerKey));
    }

    private static CertificateOrder Signer(DistinguishedName name, ECDsaSigner key, KeyUsage usage)
    {
        var order = TestBranch.Order("Signer", CertificateTemplate.Root("MO"), key, 300);
        return order with { Subject = name, Template = order.Template with { IsAuthority = usage == KeyUsage.KeyCertSign, KeyUsage = usage } };
    }

    private CertificateRevocationList Own(byte number, DerNode[] entries, params DerNode[] extensions) =>
        Sign(_branch.Lower.Certificate.Subject, _branch.LowerKey, number, entries, extensions);

    private Certificate Leaf(params DerNode[] distributionPoint)
    {
        var order = TestBranch.Order("DE8AA0012345670", CertificateTemplate.Contract, _branch.LeafKey, 90);
        var points = new CertificateExtension(Oids.CrlDistributionPoints, Critical: false, Sequence(Sequence(distributionPoint)).Encode());
        return _branch.Lower.Issue(order with { Template = order.Template with { FurtherExtensions = [points] } });
    }

    private ChainReport Verify(params CertificateRevocationList[] lists) => Verify(static r => r, lists);

    private ChainReport Verify(Func<ChainRequest, ChainRequest> change, params CertificateRevocationList[] lists) => _branch.Verify(r => change(r with
    {
        Evidence = RevocationEvidence.Create(lists),
        Policy = new ChainPolicy { Depth = RevocationDepth.Leaf, UnknownStatus = UnknownStatus.Reject },
    }));
}
