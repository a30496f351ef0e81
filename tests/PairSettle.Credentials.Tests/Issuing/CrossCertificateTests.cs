using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Issuing;

/// <summary>What one hierarchy issued, verified under the root of another that certified it.</summary>
public sealed class CrossCertificateTests : IDisposable
{
    private static readonly DateTimeOffset Now = PkiFixture.Now;

    private readonly PkiHierarchy _own = PkiHierarchy.Create(Now);
    private readonly PkiHierarchy _other = PkiHierarchy.Create(Now, new() { Organization = "Another" });

    private TrustStore OwnAnchor => TrustStore.Empty.With(AuthorityRole.V2G, _own.V2gRoot.Certificate);

    public void Dispose()
    {
        _own.Dispose();
        _other.Dispose();
    }

    [Fact]
    public void Verify_IntermediateOfAnotherHierarchy_LeadsToTheOwnRoot()
    {
        var cross = Certify(_other.CpoSub1.Certificate);
        var report = Verify(_other.Secc, cross);
        Assert.Equal(ChainVerdict.Trusted, report.Verdict);
        Assert.Equal((_own.V2gRoot.Certificate, cross), (report.Chain!.Anchor, report.Chain.Path[^1]));
        Assert.True(Verify(_other.Secc).Has(ChainReason.NoPathToAnchor));
    }

    [Fact]
    public void Verify_RootOfAnotherHierarchy_NeedsAShorterChainBelow()
    {
        // [V2G2-009] allows three certificates that are not self-signed; the cross certificate is one of them.
        var cross = Certify(_other.V2gRoot.Certificate);
        Assert.True(Verify(_other.Secc, cross).Has(ChainReason.ChainTooLong));

        var subKey = ECDsaSigner.Generate();
        var sub = _other.V2gRoot.IssueAuthority(TestBranch.Order("CPO Sub", CertificateTemplate.SubAuthority("V2G", 0), subKey, 900), subKey);
        var key = ECDsaSigner.Generate();
        var secc = sub.IssueCredential(TestBranch.Order("DE8AAE00002", CertificateTemplate.Secc, key, 60), key);
        Assert.Equal(ChainVerdict.Trusted, Verify(secc, cross).Verdict);

        // With both roots among the anchors, both ways hold and the shorter one is found.
        var both = OwnAnchor.With(AuthorityRole.V2G, _other.V2gRoot.Certificate);
        Assert.Equal(_other.V2gRoot.Certificate, ChainVerifier.Verify(Request(secc, cross) with { Anchors = both }).Chain!.Anchor);
    }

    [Fact]
    public void Verify_CrossCertificateThatTheVerifierHolds_IsNotOfTheChainThatWasShown()
    {
        var cross = Certify(_other.V2gRoot.Certificate);
        var holder = OwnAnchor.WithCross(cross);
        var report = ChainVerifier.Verify(Request(_other.Secc) with { Anchors = holder });
        Assert.True(report.Verdict == ChainVerdict.Trusted, report.ToString());
        Assert.Equal((_own.V2gRoot.Certificate, cross, 4), (report.Chain!.Anchor, report.Chain.Path[^1], report.Chain.Path.Length));

        // A peer that sends it as well changes nothing; one more intermediate below is too much, since it was shown.
        Assert.Equal(ChainVerdict.Trusted, ChainVerifier.Verify(Request(_other.Secc, cross) with { Anchors = holder }).Verdict);
        var unrelated = Certify(_other.MoRoot.Certificate);
        Assert.True(ChainVerifier.Verify(Request(_other.Secc, cross) with { Anchors = OwnAnchor.WithCross(unrelated) }).Has(ChainReason.ChainTooLong));
    }

    [Fact]
    public void Verify_ChainOfPart20_HasRoomForTheCrossCertificate()
    {
        using var own = PkiHierarchy.Create(Now, new() { Edition = Iso15118Edition.Iso15118_20 });
        using var other = PkiHierarchy.Create(Now, new() { Edition = Iso15118Edition.Iso15118_20, Organization = "Another" });
        var cross = own.V2gRoot.Issue(CertificateOrder.Cross(other.V2gRoot.Certificate, SerialNumbers.Random(), Now.AddDays(-1), Now.AddYears(1)));
        var report = ChainVerifier.Verify(Request(other.Secc, cross) with
        {
            Anchors = TrustStore.Empty.With(AuthorityRole.V2G, own.V2gRoot.Certificate),
            Policy = ChainPolicy.WithoutRevocation with { Edition = Iso15118Edition.Iso15118_20 },
        });
        Assert.True(report.Verdict == ChainVerdict.Trusted, report.ToString());
    }

    [Fact]
    public void TrustStore_CrossCertificates_AreSavedLoadedAndMerged()
    {
        var cross = Certify(_other.V2gRoot.Certificate);
        var store = OwnAnchor.WithCross(cross);
        Assert.Same(store, store.WithCross(cross));
        Assert.Equal(cross, Assert.Single(TrustStore.Empty.With(store).CrossCertificates));
        Assert.Throws<ArgumentException>(() => OwnAnchor.WithCross(_other.V2gRoot.Certificate));
        Assert.Throws<ArgumentException>(() => OwnAnchor.WithCross(_other.Secc.Leaf));

        var folder = Directory.CreateTempSubdirectory("pairsettle-");
        try
        {
            store.Save(folder.FullName);
            var loaded = TrustStore.Load(folder.FullName);
            Assert.Equal((cross, _own.V2gRoot.Certificate), (Assert.Single(loaded.CrossCertificates), Assert.Single(loaded.AnchorsOf(AuthorityRole.V2G))));
            File.WriteAllText(Path.Combine(folder.FullName, "cross", "root.pem"), CertificatePem.Write([_other.V2gRoot.Certificate]));
            var refused = Assert.Throws<CredentialContentException>(() => TrustStore.Load(folder.FullName));
            Assert.Equal(CredentialFault.NotAuthority, refused.Error.Fault);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Verify_CrossCertificate_IsSubjectToPathLengthAndRevocation()
    {
        var narrow = Certify(_other.CpoSub1.Certificate, pathLength: 0);
        Assert.True(Verify(_other.Secc, narrow).Has(ChainReason.PathLengthExceeded));

        var cross = Certify(_other.CpoSub1.Certificate);
        _own.V2gRoot.Revoke(cross, Now.AddHours(-1), RevocationReason.CessationOfOperation);
        var evidence = RevocationEvidence.Create([.. _own.CreateEvidence(Now).Items, .. _other.CreateEvidence(Now).Items]);
        var report = ChainVerifier.Verify(Request(_other.Secc, cross) with { Evidence = evidence, Policy = ChainPolicy.Default });
        Assert.Contains(report.Findings, finding => finding is { Reason: ChainReason.Revoked, CertificateIndex: 2 });
    }

    [Fact]
    public void Cross_CertificateBesideIt_HasNameKeyAndIdentifierOfTheOther()
    {
        var subject = WithAnotherKeyIdentifier();
        var cross = Certify(subject);
        Assert.Equal(subject.Subject, cross.Subject);
        Assert.Equal(subject.SubjectPublicKeyInfo.ToArray(), cross.SubjectPublicKeyInfo.ToArray());
        Assert.Equal(subject.SubjectKeyIdentifier.ToArray(), cross.SubjectKeyIdentifier.ToArray());
        Assert.Equal((subject.PathLength, subject.KeyUsage), (cross.PathLength, cross.KeyUsage));
        Assert.Equal(_own.V2gRoot.Certificate.SubjectKeyIdentifier.ToArray(), cross.AuthorityKeyIdentifier.ToArray());
        Assert.Equal(subject.NotAfter, cross.NotAfter); // it was ordered for longer
    }

    [Fact]
    public void Cross_WhatIsNoAuthority_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Certify(_other.Secc.Leaf));
        var forged = DerNode.Parse(_other.V2gRoot.Certificate.RawData.Span);
        forged[2].Content[^1] ^= 1;
        Assert.Throws<ArgumentException>(() => Certify(Certificate.Parse(forged.Encode())));
        var end = _other.CpoSub1.Certificate.NotAfter;
        Assert.Throws<ArgumentException>(() => CertificateOrder.Cross(_other.CpoSub1.Certificate, SerialNumbers.Random(), end, end.AddDays(1)));
    }

    private Certificate Certify(Certificate subject, int? pathLength = null) =>
        _own.V2gRoot.Issue(CertificateOrder.Cross(subject, SerialNumbers.Random(), Now.AddDays(-1), Now.AddYears(30), pathLength));

    private Certificate WithAnotherKeyIdentifier()
    {
        var key = ECDsaSigner.Generate();
        var order = TestBranch.Order("Sub", CertificateTemplate.SubAuthority("V2G", 1), key, 900) with { SubjectKeyIdentifier = new byte[] { 0x40, 1, 2, 3, 4, 5, 6, 7 } };
        return _other.V2gRoot.Issue(order);
    }

    private ChainReport Verify(Credential credential, params Certificate[] further) => ChainVerifier.Verify(Request(credential, further));

    private ChainRequest Request(Credential credential, params Certificate[] further) => new()
    {
        Leaf = credential.Leaf,
        Intermediates = [.. credential.Intermediates, .. further],
        Anchors = OwnAnchor,
        Use = CertificateUse.Secc,
        At = Now,
        Policy = ChainPolicy.WithoutRevocation,
    };
}
