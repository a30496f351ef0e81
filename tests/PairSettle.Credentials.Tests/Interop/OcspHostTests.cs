using System.Net;
using System.Net.Http.Headers;
using PairSettle.Credentials.Issuing;
using PairSettle.Samples.Ocsp;
using PairSettle.Testing.Clocks;

namespace PairSettle.Credentials.Tests.Interop;

/// <summary>The responder of the samples, asked by openssl and by HTTP requests of every form.</summary>
public sealed class OcspHostTests : IAsyncLifetime
{
    private static readonly HttpClient Client = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("pairsettle-ocsp-").FullName;
    private readonly TestBranch _branch = new();
    private AuthorityDirectory _authority = null!;
    private Certificate _leaf = null!;
    private ResponderHost _host = null!;

    public async Task InitializeAsync()
    {
        var folder = Path.Combine(_folder, "authority");
        AuthorityDirectory.Create(folder, _branch.Lower.Certificate, _branch.Lower.Chain[1..], _branch.LowerKey);
        _authority = AuthorityDirectory.Open(folder);
        _leaf = _authority.Issue(TestBranch.Order("DE8AA0012345670", CertificateTemplate.Contract, ECDsaSigner.Generate(), 90));
        var key = ECDsaSigner.Generate();
        var credential = new Credential(_authority.Issue(TestBranch.Order("Responder", CertificateTemplate.OcspResponder, key, 30)), [], key);
        var status = AuthorityStatus.Open(folder);
        _host = await ResponderHost.StartAsync(
            status, new OcspResponder(status, credential), new(IPAddress.Loopback, 0), new ManualTimeProvider(PkiFixture.Now), default);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [OpenSslTheory]
    [InlineData("-nonce")]
    [InlineData("-no_nonce")]
    public async Task OpenSsl_GoodThenRevoked_IsVerifiedAndBelieved(string nonce)
    {
        var certificate = Save("leaf.pem", _leaf);
        var good = await AskAsync(_branch.Lower, "-cert", certificate, nonce);
        Assert.Equal(0, good.ExitCode);
        Assert.Contains("Response verify OK", good.Output, StringComparison.Ordinal);
        Assert.Contains($"{certificate}: good", good.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("no nonce in response", good.Output, StringComparison.Ordinal);

        _authority.Revoke(_leaf, PkiFixture.Now.AddHours(-1), RevocationReason.KeyCompromise);
        var revoked = await AskAsync(_branch.Lower, "-cert", certificate, nonce);
        Assert.Contains("Response verify OK", revoked.Output, StringComparison.Ordinal);
        Assert.Contains($"{certificate}: revoked", revoked.Output, StringComparison.Ordinal);
        Assert.Contains("Reason: keyCompromise", revoked.Output, StringComparison.Ordinal);
    }

    [OpenSslFact]
    public async Task OpenSsl_SerialThatWasNeverIssued_IsUnknown()
    {
        var outcome = await AskAsync(_branch.Lower, "-serial", "0x1234", "-nonce");
        Assert.Contains("Response verify OK", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("0x1234: unknown", outcome.Output, StringComparison.Ordinal);
    }

    [OpenSslFact]
    public async Task OpenSsl_OtherIssuer_IsToldThatTheResponderIsNotAuthorized()
    {
        var outcome = await AskAsync(_branch.Upper, "-cert", Save("lower.pem", _branch.Lower.Certificate), "-nonce");
        Assert.Contains("Responder Error: unauthorized (6)", outcome.Output, StringComparison.Ordinal);
    }

    [OpenSslFact]
    public async Task OpenSsl_SignedRequestForSeveralByEveryHash_IsAnswered()
    {
        var key = Path.Combine(_folder, "asker.key");
        await File.WriteAllTextAsync(key, _branch.LeafKey.ExportPkcs8Pem());
        var (leaf, other) = (Save("leaf.pem", _leaf), Save("other.pem", _branch.Leaf));
        var outcome = await AskAsync(
            _branch.Lower, "-cert", leaf, "-sha256", "-cert", leaf, "-sha512", "-cert", other, "-signer", Save("asker.pem", _branch.Leaf), "-signkey", key);
        Assert.Contains("Response verify OK", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(2, outcome.Output.Split($"{leaf}: good").Length - 1);
        Assert.Contains($"{other}: unknown", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_RequestInThePath_IsAnsweredWithTimesForCaches()
    {
        var text = Convert.ToBase64String(Request().RawData.Span);
        foreach (var path in (string[])[Uri.EscapeDataString(text), text])
        {
            using var answer = await Client.GetAsync(Address(path));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("application/ocsp-response", answer.Content.Headers.ContentType!.MediaType);
            var response = OcspResponse.Parse(await answer.Content.ReadAsByteArrayAsync());
            Assert.Equal(OcspStatus.Good, response.Answers[0].Status);
            Assert.Equal((response.ThisUpdate, response.NextUpdate), (answer.Content.Headers.LastModified, answer.Content.Headers.Expires));
            Assert.Equal(TimeSpan.FromDays(1), answer.Headers.CacheControl!.MaxAge);
            Assert.True(answer.Headers.CacheControl is { Public: true, NoTransform: true, MustRevalidate: true });
            Assert.NotNull(answer.Headers.ETag);
        }
    }

    [Fact]
    public async Task Post_Twice_GivesTheSameOctetsUnlessThereIsANonce()
    {
        var (first, _) = await PostAsync(Request().RawData.ToArray());
        var (second, _) = await PostAsync(Request().RawData.ToArray());
        Assert.Equal(first, second);
        var (third, headers) = await PostAsync(OcspRequest.Create(Request().Certificates, new byte[32]).RawData.ToArray());
        Assert.NotEqual(first, third);
        Assert.True(headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Post_NoRequest_IsMalformed()
    {
        var (octets, _) = await PostAsync([1, 2, 3]);
        Assert.Equal("30030A0101", Convert.ToHexString(octets));
    }

    [Fact]
    public async Task Post_LongerThanTheBound_IsRefused()
    {
        using var content = Content(new byte[OcspRequest.MaxLength + 1]);
        using var known = await Client.PostAsync(Address(), content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, known.StatusCode);

        using var chunked = new HttpRequestMessage(HttpMethod.Post, Address()) { Content = Content(new byte[OcspRequest.MaxLength + 1]) };
        chunked.Headers.TransferEncodingChunked = true;
        using var unknown = await Client.SendAsync(chunked);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, unknown.StatusCode);
    }

    [Theory]
    [InlineData("GET", "", null, HttpStatusCode.BadRequest)]
    [InlineData("GET", "not%20base64!", null, HttpStatusCode.BadRequest)]
    [InlineData("POST", "", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("PUT", "", "application/ocsp-request", HttpStatusCode.MethodNotAllowed)]
    public async Task Http_OtherForms_AreRefused(string method, string path, string? type, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Address(path));
        request.Content = type is null ? null : Content([], type);
        using var answer = await Client.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Post_LogThatForgets_IsAnInternalError()
    {
        _authority.Dispose();
        await File.WriteAllTextAsync(Path.Combine(_folder, "authority", "log.txt"), string.Empty);
        var (octets, _) = await PostAsync(Request().RawData.ToArray());
        Assert.Equal("30030A0102", Convert.ToHexString(octets));
    }

    private static ByteArrayContent Content(byte[] octets, string type = "application/ocsp-request") =>
        new(octets) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };

    private Uri Address(string path = "") => new($"http://{_host.Endpoint}/{path}");

    private OcspRequest Request() => OcspRequest.Create([OcspCertificateId.Create(_leaf, _branch.Lower.Certificate)]);

    private async Task<(byte[] Octets, HttpResponseHeaders Headers)> PostAsync(byte[] octets)
    {
        using var content = Content(octets);
        using var answer = await Client.PostAsync(Address(), content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsByteArrayAsync(), answer.Headers);
    }

    private Task<(int ExitCode, string Output)> AskAsync(CertificateAuthority issuer, params string[] question)
    {
        // The issuer stands before the certificates that it is asked about.
        string[] arguments =
        [
            "ocsp", "-url", $"{Address()}", "-issuer", Save("issuer.pem", issuer.Certificate), .. question,
            "-CAfile", Save("root.pem", _branch.Root.Certificate), "-verify_other", Save("chain.pem", [.. _branch.Lower.Chain]),
            "-attime", $"{PkiFixture.Now.ToUnixTimeSeconds()}", "-validity_period", "1000000000",
        ];
        return Task.Run(() => OpenSsl.Run(arguments));
    }

    private string Save(string name, params Certificate[] certificates)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, CertificatePem.Write(certificates));
        return path;
    }
}
