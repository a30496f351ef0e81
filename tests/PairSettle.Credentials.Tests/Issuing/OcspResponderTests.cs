using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Issuing;

public sealed class OcspResponderTests : IDisposable
{
    private static readonly DateTimeOffset Now = PkiFixture.Now;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pairsettle-");
    private readonly TestBranch _branch = new();
    private readonly AuthorityDirectory _authority;
    private readonly AuthorityStatus _status;
    private readonly Credential _appointed;
    private readonly Certificate _leaf;

    public OcspResponderTests()
    {
        AuthorityDirectory.Create(_folder.FullName, _branch.Lower.Certificate, _branch.Lower.Chain[1..], _branch.LowerKey);
        _authority = AuthorityDirectory.Open(_folder.FullName);
        _leaf = _authority.Issue(TestBranch.Order("DE8AA0012345670", CertificateTemplate.Contract, ECDsaSigner.Generate(), 90));
        var key = ECDsaSigner.Generate();
        _appointed = new(_authority.Issue(TestBranch.Order("Responder", CertificateTemplate.OcspResponder, key, 3)), _authority.Authority.Chain, key);
        _status = AuthorityStatus.Open(_folder.FullName);
    }

    private OcspCertificateId Id => OcspCertificateId.Create(_leaf, _branch.Lower.Certificate);

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Answer_IssuedCertificate_IsGoodAndVerifiesAsEvidence()
    {
        var response = Ask(Responder(), OcspRequest.Create([Id]));
        Assert.Equal(OcspStatus.Good, response.Answers[0].Status);
        var report = _branch.Verify(r => r with
        {
            Leaf = _leaf, Intermediates = _authority.Authority.Chain, Evidence = RevocationEvidence.Create([response]), Policy = new() { Depth = RevocationDepth.Leaf },
        });
        Assert.Equal(ChainVerdict.Trusted, report.Verdict);
        Assert.Equal(response, report.Chain!.Evidence[0].Item);
    }

    [Fact]
    public void Answer_RevokedMeanwhile_SaysSoAtOnce()
    {
        var responder = Responder();
        Assert.Equal(OcspStatus.Good, Ask(responder, OcspRequest.Create([Id])).Answers[0].Status);
        _authority.Revoke(_leaf, Now.AddMinutes(-1), RevocationReason.KeyCompromise);
        _status.Refresh();
        var answer = Ask(responder, OcspRequest.Create([Id])).Answers[0];
        Assert.Equal((OcspStatus.Revoked, Now.AddMinutes(-1), RevocationReason.KeyCompromise), (answer.Status, answer.RevokedAt, answer.Reason));
    }

    [Fact]
    public void Answer_SerialThatWasNeverIssued_IsUnknownAndNotKept()
    {
        var responder = Responder();
        var request = OcspRequest.Create([OcspCertificateId.Create(_branch.Leaf, _branch.Lower.Certificate)]);
        var reply = responder.Answer(request.RawData, Now);
        Assert.Equal(OcspStatus.Unknown, OcspResponse.Parse(reply.RawData).Answers[0].Status);
        Assert.False(reply.IsReusable);
    }

    [Fact]
    public void Answer_OtherIssuer_IsUnauthorized()
    {
        var foreign = OcspCertificateId.Create(_branch.Lower.Certificate, _branch.Upper.Certificate);
        Assert.Equal(OcspResponseStatus.Unauthorized, Responder().Answer(OcspRequest.Create([foreign]).RawData, Now).Status);
        var mixed = Ask(Responder(), OcspRequest.Create([foreign, Id]));
        Assert.Equal([OcspStatus.Unknown, OcspStatus.Good], mixed.Answers.Select(answer => answer.Status));
    }

    [Fact]
    public void Answer_Nonce_IsRepeatedAndTheAnswerNotKept()
    {
        var nonce = new byte[32];
        nonce[5] = 9;
        var reply = Responder().Answer(OcspRequest.Create([Id], nonce).RawData, Now);
        Assert.Equal(nonce, OcspResponse.Parse(reply.RawData).Nonce.ToArray());
        Assert.False(reply.IsReusable);
        Assert.True(Ask(Responder(), OcspRequest.Create([Id])).Nonce.IsEmpty);
    }

    [Fact]
    public void Answer_SameQuestion_IsSignedAgainOnlyAfterHalfOfItsValidity()
    {
        var signer = new CountingSigner(_appointed.Signer);
        var responder = new OcspResponder(_status, _appointed with { Signer = signer }, new() { Validity = TimeSpan.FromHours(2) });
        var request = OcspRequest.Create([Id]).RawData;
        var first = responder.Answer(request, Now);
        Assert.Same(first, responder.Answer(request, Now.AddMinutes(59)));
        Assert.Equal(1, signer.Count);
        var second = responder.Answer(request, Now.AddHours(1));
        Assert.Equal((2, Now.AddHours(1), Now.AddHours(3)), (signer.Count, second.ThisUpdate, second.NextUpdate));
        responder.Answer(request, Now); // a clock that was set back must not meet an answer from the future
        Assert.Equal(3, signer.Count);
    }

    [Fact]
    public void Answer_MoreCertificatesThanAreKept_StaysWithinTheBound()
    {
        var signer = new CountingSigner(_appointed.Signer);
        var responder = new OcspResponder(_status, _appointed with { Signer = signer }, new() { CachedAnswers = 1 });
        var one = OcspRequest.Create([Id]).RawData;
        var other = OcspRequest.Create([OcspCertificateId.Create(_appointed.Leaf, _branch.Lower.Certificate)]).RawData;
        foreach (var request in new[] { one, one, other, one })
        {
            responder.Answer(request, Now);
        }

        Assert.Equal(3, signer.Count);
    }

    [Fact]
    public void Answer_RespondersOwnValidity_BoundsItsAnswers()
    {
        var end = _appointed.Leaf.NotAfter;
        var responder = Responder(new() { Validity = TimeSpan.FromDays(7) });
        var request = OcspRequest.Create([Id]).RawData;
        Assert.Equal(end, responder.Answer(request, Now).NextUpdate);
        Assert.Equal(OcspResponseStatus.TryLater, responder.Answer(request, end).Status);
        Assert.Equal(OcspResponseStatus.TryLater, responder.Answer(request, _appointed.Leaf.NotBefore.AddSeconds(-1)).Status);
    }

    [Fact]
    public void Answer_NoRequest_IsMalformed()
    {
        var responder = Responder();
        var critical = DerNode.Parse(OcspRequest.Create([Id]).RawData.Span);
        critical[0].Children.Add(DerNode.Constructed(0xA2, ListSample.Sequence(ListSample.Extension("1.2.3", true, DerNode.Primitive(0x05)))));
        foreach (var octets in new[] { [], [0x30], new byte[OcspRequest.MaxLength + 1], critical.Encode() })
        {
            var reply = responder.Answer(octets, Now);
            Assert.Equal(OcspResponseStatus.MalformedRequest, reply.Status);
            Assert.Equal("30030A0101", Convert.ToHexString(reply.RawData.Span));
        }
    }

    [Fact]
    public void Constructor_ResponderThatWasNotAppointed_IsRefused()
    {
        var key = ECDsaSigner.Generate();
        var byAnother = _branch.Upper.IssueCredential(TestBranch.Order("Responder", CertificateTemplate.OcspResponder, key, 30), key);
        var withoutUsage = new Credential(_leaf, [], key);
        var inItsName = new TestBranch().Lower.IssueCredential(TestBranch.Order("Responder", CertificateTemplate.OcspResponder, key, 30), key);
        foreach (var credential in new[] { byAnother, withoutUsage, inItsName })
        {
            Assert.Throws<ArgumentException>(() => new OcspResponder(_status, credential));
        }

        Assert.Throws<ArgumentException>(() => Responder(new() { Validity = TimeSpan.FromDays(8) }));
        var itself = new OcspResponder(_status, new Credential(_branch.Lower.Certificate, [], _branch.LowerKey));
        Assert.Empty(Ask(itself, OcspRequest.Create([Id])).Certificates);
    }

    [Fact]
    public void Refresh_LineThatIsBeingWritten_IsTakenInWhenItEnds()
    {
        var log = Path.Combine(_folder.FullName, "log.txt");
        _authority.Revoke(_leaf, Now);
        var whole = File.ReadAllBytes(log);
        _authority.Dispose();
        var issued = Array.LastIndexOf(whole, (byte)'\n', whole.Length - 2) + 1;
        for (var length = issued; length <= whole.Length; length++)
        {
            File.WriteAllBytes(log, whole[..issued]);
            var status = AuthorityStatus.Open(_folder.FullName);
            File.WriteAllBytes(log, whole[..length]);
            status.Refresh();
            Assert.Equal(length < whole.Length ? OcspStatus.Good : OcspStatus.Revoked, status.Find(_leaf.SerialNumber, out _));
            File.WriteAllBytes(log, whole);
            status.Refresh();
            Assert.Equal(OcspStatus.Revoked, status.Find(_leaf.SerialNumber, out _));
        }

        _status.Refresh();
        File.WriteAllBytes(log, whole[..issued]);
        Assert.Throws<InvalidDataException>(_status.Refresh); // a log that forgets is not to be answered from
    }

    private static OcspResponse Ask(OcspResponder responder, OcspRequest request)
    {
        var reply = responder.Answer(request.RawData, Now);
        Assert.Equal(OcspResponseStatus.Successful, reply.Status);
        return OcspResponse.Parse(reply.RawData);
    }

    private OcspResponder Responder(OcspResponderOptions? options = null) => new(_status, _appointed, options);

    private sealed class CountingSigner(ICredentialSigner inner) : ICredentialSigner
    {
        public int Count { get; private set; }

        public SignatureAlgorithm Algorithm => inner.Algorithm;

        public byte[] SignHash(ReadOnlySpan<byte> hash)
        {
            Count++;
            return inner.SignHash(hash);
        }
    }
}
