using System.CommandLine;
using System.Net;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;
using PairSettle.Samples.Ocsp;

var folder = new Option<string>("--authority") { Description = "The authority's folder; its key is not read, and others may issue and revoke meanwhile.", Required = true };
var credential = new Option<string>("--responder") { Description = "The folder of the credential that signs: the authority's own, or one of template ocsp-responder.", Required = true };
var listen = new Option<string>("--listen") { Description = "Address and port; a port of 0 takes a free one.", DefaultValueFactory = _ => "127.0.0.1:8888" };
var validity = new Option<double>("--validity-hours") { Description = "How long an answer counts, at most 168.", DefaultValueFactory = _ => 24 };
var command = new RootCommand("Answers OCSP requests over HTTP about the certificates of one authority.") { folder, credential, listen, validity };
command.SetAction(async (parse, cancellationToken) =>
{
    try
    {
        if (!IPEndPoint.TryParse(parse.GetValue(listen)!, out var endpoint))
        {
            throw new ArgumentException($"{parse.GetValue(listen)}: not an address and a port");
        }

        var authority = AuthorityStatus.Open(parse.GetValue(folder)!);
        var signer = PkiDirectory.LoadCredential(parse.GetValue(credential)!);
        using var key = signer.Signer as IDisposable;
        var responder = new OcspResponder(authority, signer, new() { Validity = TimeSpan.FromHours(parse.GetValue(validity)) });
        await using var host = await ResponderHost.StartAsync(authority, responder, endpoint, TimeProvider.System, cancellationToken);
        await parse.InvocationConfiguration.Output.WriteLineAsync($"answering at http://{host.Endpoint}/");
        await host.WaitAsync(cancellationToken);
        return 0;
    }
    catch (Exception e) when (e is IOException or InvalidDataException or CredentialContentException or ArgumentException)
    {
        await parse.InvocationConfiguration.Error.WriteLineAsync($"ocsp: {e.Message}");
        return 2;
    }
});
return await command.Parse(args).InvokeAsync();
