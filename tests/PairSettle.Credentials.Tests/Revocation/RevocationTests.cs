using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Revocation;

public sealed class RevocationTests
{
    private static readonly DateTimeOffset Now = PkiFixture.Now;
    private readonly TestBranch _branch = new();

    [Theory]
    [InlineData(UnknownStatus.Reject, ChainVerdict.Rejected)]
    [InlineData(UnknownStatus.Undetermined, ChainVerdict.Undetermined)]
    [InlineData(UnknownStatus.Accept, ChainVerdict.Trusted)]
    public void Verify_WithoutEvidence_FollowsThePolicy(UnknownStatus choice, ChainVerdict verdict)
    {
        var report = _branch.Verify(r => r with { Evidence = RevocationEvidence.Empty, Policy = new ChainPolicy { UnknownStatus = choice } });
        Assert.Equal(verdict, report.Verdict);
        Assert.Equal([0, 1, 2], report.Findings.Select(finding => finding.CertificateIndex));
        Assert.All(report.Findings, finding => Assert.Equal(ChainReason.RevocationUnknown, finding.Reason));
        Assert.Equal(verdict == ChainVerdict.Trusted ? EvidenceFreshness.Absent : null, report.Chain?.Freshness);
    }

    [Theory]
    [InlineData(StaleEvidence.Reject, ChainVerdict.Rejected)]
    [InlineData(StaleEvidence.Undetermined, ChainVerdict.Undetermined)]
    [InlineData(StaleEvidence.Accept, ChainVerdict.Trusted)]
    public void Verify_StaleEvidence_FollowsThePolicy(StaleEvidence choice, ChainVerdict verdict)
    {
        var report = _branch.Verify(r => r with { At = Now.AddDays(10), Policy = new ChainPolicy { StaleEvidence = choice } });
        Assert.Equal(verdict, report.Verdict);
        Assert.All(report.Findings, finding => Assert.Equal(ChainReason.EvidenceStale, finding.Reason));
        Assert.Equal(verdict == ChainVerdict.Trusted ? EvidenceFreshness.Stale : null, report.Chain?.Freshness);
    }

    [Theory]
    [InlineData(RevocationDepth.None, 0)]
    [InlineData(RevocationDepth.Leaf, 1)]
    [InlineData(RevocationDepth.LeafAndIntermediates, 3)]
    public void Verify_Depth_AsksForThatManyCertificates(RevocationDepth depth, int count)
    {
        var report = _branch.Verify(r => r with { Evidence = RevocationEvidence.Empty, Policy = new ChainPolicy { Depth = depth } });
        Assert.Equal(count, report.Findings.Length);
    }

    [Theory]
    [InlineData(6, EvidenceFreshness.Fresh)]
    [InlineData(7, EvidenceFreshness.Stale)]
    [InlineData(36, EvidenceFreshness.Stale)]
    [InlineData(37, EvidenceFreshness.TooOld)]
    public void Verify_AgeOfEvidence_FallsIntoItsClass(int days, EvidenceFreshness expected)
    {
        var report = _branch.Verify(r => r with { At = Now.AddDays(days), Policy = ChainPolicy.AcceptUnknownRevocation });
        Assert.Equal(expected, report.Chain?.Freshness);
    }

    [Fact]
    public void Verify_FreshForShorterThanTheIssuers_TurnsStaleEarlier()
    {
        var report = _branch.Verify(r => r with { Policy = new ChainPolicy { FreshFor = TimeSpan.FromMinutes(30) } });
        Assert.Equal(EvidenceFreshness.Stale, report.Chain?.Freshness);
    }

    [Fact]
    public void Verify_NewerListThatRevokes_WinsOverOlderThatDoesNot()
    {
        var before = _branch.Evidence(Now.AddHours(-5));
        _branch.Lower.Revoke(_branch.Leaf, Now.AddHours(-4));
        var after = _branch.Evidence(Now.AddHours(-3));
        Assert.Equal(ChainVerdict.Trusted, _branch.Verify(r => r with { Evidence = before }).Verdict);
        Assert.True(_branch.Verify(r => r with { Evidence = before.Merge(after) }).Has(ChainReason.Revoked));
        Assert.True(_branch.Verify(r => r with { Evidence = after.Merge(before) }).Has(ChainReason.Revoked));
    }

    [Fact]
    public void Verify_RevocationOfATooOldList_StillRejects()
    {
        _branch.Lower.Revoke(_branch.Leaf, Now.AddHours(-4));
        var report = _branch.Verify(r => r with { At = Now.AddDays(80), Evidence = _branch.Evidence(Now) });
        Assert.True(report.Has(ChainReason.Revoked));
    }

    [Fact]
    public void Verify_KeySuspectedBeforeTheSession_RejectsThoughRevokedAfterIt()
    {
        _branch.Lower.Revoke(_branch.Leaf, Now.AddHours(5), RevocationReason.KeyCompromise, invalidSince: Now.AddHours(-1));
        var report = _branch.Verify(r => r with { Evidence = _branch.Evidence(Now.AddHours(6)) });
        Assert.Equal(ChainVerdict.Rejected, report.Verdict);
        Assert.True(report.Has(ChainReason.Revoked));
    }

    [Fact]
    public void Verify_ForgedNewerList_IsNotedAndTheOlderGenuineOneCounts()
    {
        var forged = new TestBranch().Evidence(Now); // the same names under other keys
        var report = _branch.Verify(r => r with { Evidence = r.Evidence.Merge(forged) });
        Assert.Equal(ChainVerdict.Trusted, report.Verdict);
        Assert.Equal(3, report.Findings.Count(finding => finding.Reason == ChainReason.EvidenceUnusable));
        Assert.All(report.Chain!.Evidence, use => Assert.Equal(Now.AddHours(-1), use.Item!.ThisUpdate));
    }

    [Fact]
    public void Merge_MoreThanFits_KeepsWhatIsHeldAndTheLatestOfTheOthers()
    {
        var held = _branch.Evidence(Now.AddDays(-1));
        var forger = new TestBranch().Lower;
        var flood = RevocationEvidence.Create(
            Enumerable.Range(0, RevocationEvidence.MaxItems).Select(i => forger.CreateRevocationList(i, Now.AddMinutes(i), Now.AddDays(9))));

        var merged = held.Merge(flood);

        Assert.Equal(RevocationEvidence.MaxItems, merged.Items.Length);
        Assert.Empty(held.Items.Except(merged.Items));
        Assert.Equal(
            flood.Items.OrderByDescending(item => item.ThisUpdate).Take(RevocationEvidence.MaxItems - held.Items.Length), merged.Items.Except(held.Items));
    }

    [Fact]
    public void Verify_IssuerWithoutCrlSign_ListIsUnusable()
    {
        var branch = new TestBranch(lower: order => order with { Template = order.Template with { KeyUsage = KeyUsage.KeyCertSign } });
        var report = branch.Verify();
        Assert.Equal(ChainVerdict.Undetermined, report.Verdict);
        Assert.Contains(report.Findings, finding => finding is { Reason: ChainReason.EvidenceUnusable, CertificateIndex: 0 });
    }

    [Fact]
    public void Verify_OcspOfTheIssuer_IsUsed()
    {
        var response = _branch.Lower.CreateOcspResponse([_branch.Leaf], Now.AddMinutes(-5), Now.AddDays(1));
        var report = _branch.Verify(r => r with { Evidence = r.Evidence.With(response) });
        Assert.Equal(ChainVerdict.Trusted, report.Verdict);
        Assert.Equal(response, report.Chain!.Evidence[0].Item);
        Assert.Equal(Now.AddMinutes(-5), response.ProducedAt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Verify_OcspOfADelegatedResponder_CountsOnlyWithItsExtendedKeyUsage(bool appointed)
    {
        var template = appointed ? CertificateTemplate.OcspResponder : CertificateTemplate.OcspResponder with { ExtendedKeyUsages = [] };
        var response = Delegated(template);
        var report = _branch.Verify(r => r with { Evidence = RevocationEvidence.Empty.With(response), Policy = new ChainPolicy { Depth = RevocationDepth.Leaf } });
        Assert.Equal(appointed ? ChainVerdict.Trusted : ChainVerdict.Undetermined, report.Verdict);
    }

    [Fact]
    public void Verify_OcspOfARevokedResponder_IsUnusable()
    {
        var template = CertificateTemplate.OcspResponder with { FurtherExtensions = [] }; // without ocsp-nocheck
        var response = Delegated(template);
        var policy = new ChainPolicy { Depth = RevocationDepth.Leaf };
        Assert.Equal(ChainVerdict.Trusted, _branch.Verify(r => r with { Evidence = RevocationEvidence.Empty.With(response), Policy = policy }).Verdict);

        _branch.Lower.Revoke(response.Certificates[0], Now.AddDays(-1), RevocationReason.KeyCompromise);
        var list = _branch.Lower.CreateRevocationList(2, Now.AddHours(-2), Now.AddDays(1));
        var report = _branch.Verify(r => r with { Evidence = RevocationEvidence.Empty.With(response).With(list), Policy = policy });
        Assert.True(report.Has(ChainReason.EvidenceUnusable), report.ToString());
        Assert.Equal(list, report.Chain!.Evidence[0].Item);
    }

    [Fact]
    public void Verify_OcspOfAStrangersResponder_IsUnusable()
    {
        var stranger = new TestBranch();
        var key = ECDsaSigner.Generate();
        var responder = stranger.Lower.IssueCredential(TestBranch.Order("Responder", CertificateTemplate.OcspResponder, key, 30), key);
        var response = _branch.Lower.CreateOcspResponse([_branch.Leaf], Now.AddMinutes(-5), Now.AddDays(1), responder);
        var report = _branch.Verify(r => r with { Evidence = RevocationEvidence.Empty.With(response), Policy = new ChainPolicy { Depth = RevocationDepth.Leaf } });
        Assert.Equal(ChainVerdict.Undetermined, report.Verdict);
        Assert.True(report.Has(ChainReason.EvidenceUnusable));
    }

    [Fact]
    public void Verify_OcspThatRevokes_Rejects()
    {
        _branch.Lower.Revoke(_branch.Leaf, Now.AddHours(-4), RevocationReason.Superseded);
        var response = _branch.Lower.CreateOcspResponse([_branch.Leaf, _branch.Lower.Certificate], Now.AddMinutes(-5), Now.AddDays(1));
        Assert.Equal(OcspStatus.Revoked, response.Answers[0].Status);
        Assert.Equal(RevocationReason.Superseded, response.Answers[0].Reason);
        Assert.Equal(OcspStatus.Good, response.Answers[1].Status);
        Assert.True(_branch.Verify(r => r with { Evidence = RevocationEvidence.Empty.With(response) }).Has(ChainReason.Revoked));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Verify_GoodAndRevokedOfTheSameTime_IsRevoked(bool goodFirst)
    {
        var good = _branch.Lower.CreateOcspResponse([_branch.Leaf], Now.AddHours(-1), Now.AddDays(1));
        _branch.Lower.Revoke(_branch.Leaf, Now.AddHours(-4));
        var revoked = _branch.Lower.CreateRevocationList(1, Now.AddHours(-1), Now.AddDays(1));
        var evidence = RevocationEvidence.Create(goodFirst ? [good, revoked] : [revoked, good]);
        Assert.True(_branch.Verify(r => r with { Evidence = evidence }).Has(ChainReason.Revoked));
    }

    [Fact]
    public void Verify_OcspOfAResponderThatExpiredSince_IsStale()
    {
        var response = Delegated(CertificateTemplate.OcspResponder, Now.AddDays(90));
        var policy = new ChainPolicy { Depth = RevocationDepth.Leaf };
        EvidenceFreshness? At(int days) => _branch.Verify(r => r with { At = Now.AddDays(days), Evidence = RevocationEvidence.Empty.With(response), Policy = policy }).Chain?.Freshness;

        Assert.Equal(EvidenceFreshness.Fresh, At(29));
        Assert.Equal(EvidenceFreshness.Stale, At(31)); // the responder's certificate is of 30 days
    }

    [Fact]
    public void Verify_OcspAnswerLaterThanItsSignature_CountsFromTheSignatureOn()
    {
        // Whoever holds the key of a responder that has expired can sign in its time alone, and date the answers as he likes.
        var template = _branch.Lower.CreateOcspResponse([_branch.Leaf], Now.AddMinutes(-5), Now.AddDays(1));
        var response = DerNode.Parse(template.RawData.Span);
        var tbs = DerNode.Parse(response[1, 0, 1].Content)[0];
        tbs[1].Content = [.. "20261120120000Z"u8];
        response[1, 0, 1].Content = DerWriting.Sign(tbs.Encode(), _branch.LowerKey);
        _branch.Lower.Revoke(_branch.Leaf, Now.AddDays(-1));
        var evidence = RevocationEvidence.Create([OcspResponse.Parse(response.Encode()), _branch.Lower.CreateRevocationList(1, Now.AddHours(-1), Now.AddDays(1))]);

        Assert.True(_branch.Verify(r => r with { Evidence = evidence }).Has(ChainReason.Revoked));
    }

    [Fact]
    public void Find_ManyEntries_FindsEachAndNoOther()
    {
        var revoked = new List<Certificate>();
        for (var i = 0; i < 60; i++)
        {
            var order = TestBranch.Order("DE8AA0012345670", CertificateTemplate.Contract, _branch.LeafKey, 90) with { SerialNumber = new byte[] { 0x01, (byte)i } };
            revoked.Add(_branch.Lower.Issue(order));
            _branch.Lower.Revoke(revoked[^1], Now.AddMinutes(i), (RevocationReason)(i % 6));
        }

        var list = _branch.Lower.CreateRevocationList(7, Now, Now.AddDays(1));
        Assert.Equal(60, list.Count);
        for (var i = 0; i < 60; i++)
        {
            var entry = list.Find(revoked[i].SerialNumber.Span);
            Assert.Equal(Now.AddMinutes(i), entry!.Value.RevokedAt);
            Assert.Equal((RevocationReason)(i % 6), entry.Value.Reason);
        }

        Assert.Null(list.Find(_branch.Leaf.SerialNumber.Span));
        Assert.Equal([7], list.Number.ToArray());
        Assert.Equal(_branch.Lower.Certificate.SubjectKeyIdentifier.ToArray(), list.AuthorityKeyIdentifier.ToArray());
    }

    [Fact]
    public void TryCreate_MoreItemsThanTheBound_IsRefused()
    {
        var der = _branch.Lower.CreateRevocationList(1, Now, Now.AddDays(1)).RawData;
        Assert.False(RevocationEvidence.TryCreate(Enumerable.Repeat(der, RevocationEvidence.MaxItems + 1), out _, out var error));
        Assert.Equal(CredentialFault.TooManyItems, error.Fault);
        Assert.True(RevocationEvidence.TryCreate(Enumerable.Repeat(der, RevocationEvidence.MaxItems), out var evidence, out _));
        Assert.Single(evidence.Items);
    }

    [Fact]
    public void TryCreate_NeitherListNorResponse_TellsWhichItem()
    {
        var der = _branch.Lower.CreateRevocationList(1, Now, Now.AddDays(1)).RawData;
        Assert.False(RevocationEvidence.TryCreate([der, _branch.Leaf.RawData], out _, out var error));
        Assert.StartsWith("evidence[1].", error.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_UnsuccessfulOcspResponse_IsRefused()
    {
        Assert.False(OcspResponse.TryParse((byte[])[0x30, 0x03, 0x0A, 0x01, 0x03], out _, out var error)); // tryLater
        Assert.Equal(CredentialFault.UnsuccessfulResponse, error.Fault);
    }

    private OcspResponse Delegated(CertificateTemplate template, DateTimeOffset? nextUpdate = null)
    {
        var key = ECDsaSigner.Generate();
        var responder = _branch.Lower.IssueCredential(TestBranch.Order("Responder", template, key, 30), key);
        return _branch.Lower.CreateOcspResponse([_branch.Leaf], Now.AddMinutes(-5), nextUpdate ?? Now.AddDays(1), responder);
    }
}
