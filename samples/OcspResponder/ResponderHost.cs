using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Samples.Ocsp;

/// <summary>The responder behind HTTP (RFC 6960, appendix A). Everything that a peer can make large or slow is bounded.</summary>
internal sealed class ResponderHost : IAsyncDisposable
{
    private const int MostConnections = 256;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly WebApplication _server;
    private readonly AuthorityStatus _authority;
    private readonly OcspResponder _responder;
    private readonly TimeProvider _clock;

    private ResponderHost(AuthorityStatus authority, OcspResponder responder, IPEndPoint endpoint, TimeProvider clock)
    {
        _authority = authority;
        _responder = responder;
        _clock = clock;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.ClearProviders(); // who asks about which certificate is nobody's business
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = OcspRequest.MaxLength;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Limits.RequestHeadersTimeout = Patience;
            kestrel.Limits.KeepAliveTimeout = Patience;
            kestrel.Listen(endpoint);
        });
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>Where the responder answers.</summary>
    public IPEndPoint Endpoint { get; private set; } = new(IPAddress.None, 0);

    public static async Task<ResponderHost> StartAsync(
        AuthorityStatus authority, OcspResponder responder, IPEndPoint endpoint, TimeProvider clock, CancellationToken cancellationToken)
    {
        var host = new ResponderHost(authority, responder, endpoint, clock);
        await host._server.StartAsync(cancellationToken);
        var address = host._server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        host.Endpoint = new(endpoint.Address, new Uri(address).Port);
        return host;
    }

    /// <summary>Returns when the process is told to end.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _server.WaitForShutdownAsync(cancellationToken);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            if (await OcspHttp.ReadAsync(context.Request, context.RequestAborted) is not { } request)
            {
                context.Response.StatusCode = OcspHttp.Refuse(context.Request);
                return;
            }

            var now = _clock.GetUtcNow();
            await OcspHttp.WriteAsync(context.Response, Answer(request, now), now, context.RequestAborted);
        }
        catch (BadHttpRequestException refused)
        {
            context.Response.StatusCode = refused.StatusCode; // too long, or too slow
        }
    }

    private OcspReply Answer(ReadOnlyMemory<byte> request, DateTimeOffset now)
    {
        try
        {
            _authority.Refresh();
            return _responder.Answer(request, now);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or System.Security.Cryptography.CryptographicException)
        {
            // Without the log, what was good a moment ago may be revoked.
            return OcspReply.Refusal(OcspResponseStatus.InternalError);
        }
    }
}
