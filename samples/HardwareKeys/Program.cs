using System.CommandLine;
using System.Security.Cryptography;
using Net.Pkcs11Interop.Common;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;
using PairSettle.Samples.HardwareKeys;

var module = new Option<string>("--module") { Description = "The PKCS#11 module, for example libsofthsm2.so or libtpm2_pkcs11.so.", Required = true, Recursive = true };
var label = new Option<string>("--token") { Description = "The token's label.", Required = true, Recursive = true };
var pin = new Option<string>("--pin-file") { Description = "A file with the user's PIN, readable by its owner alone.", Required = true, Recursive = true };
var officerPin = new Option<string>("--officer-pin-file") { Description = "A file with the security officer's PIN.", Required = true };
var key = new Option<string>("--key") { Description = "The label of the authority's key in the token.", Required = true };
var folder = new Option<string>("--folder") { Description = "The authority's folder: certificate and log, no key.", Required = true };
var name = new Option<string>("--name") { Description = "The subject's common name.", Required = true };
var request = new Option<string>("--csr") { Description = "A certification request, PEM.", Required = true };
var target = new Option<string>("--out") { Description = "Where the result goes.", Required = true };
var algorithm = new Option<SignatureAlgorithm>("--algorithm") { Description = "The curve with its hash." };

var initialize = new Command("init", "Give a label and PINs to the first token of the module that has none.") { officerPin };
initialize.SetAction(parse => Guard(parse, () =>
{
    Pkcs11Token.Initialize(parse.GetValue(module)!, parse.GetValue(label)!, ReadPin(parse.GetValue(officerPin)!), ReadPin(parse.GetValue(pin)!));
    return $"token {parse.GetValue(label)}";
}));

var root = new Command("root", "Make a key in the token, and a V2G root that it signs.") { key, folder, name, algorithm };
root.SetAction(parse => Act(parse, token =>
{
    var signer = token.MakeKey(parse.GetValue(key)!, parse.GetValue(algorithm));
    var order = Order(CertificateTemplate.Root("V2G"), parse.GetValue(name)!, signer.SubjectPublicKeyInfo, days: 40 * 365);
    var authority = CertificateAuthority.CreateRoot(order, signer);
    AuthorityDirectory.Create(parse.GetValue(folder)!, authority.Certificate, [], key: null);
    return $"{authority.Certificate}";
}));

var issue = new Command("issue", "Issue an intermediate authority for a key that asks for it.") { key, folder, name, request, target };
issue.SetAction(parse => Act(parse, token =>
{
    using var directory = AuthorityDirectory.Open(parse.GetValue(folder)!, token.OpenKey(parse.GetValue(key)!));
    if (!CertificationRequest.TryParse(File.ReadAllText(parse.GetValue(request)!), out var asked, out var error))
    {
        throw new CredentialContentException(error);
    }

    var template = CertificateTemplate.SubAuthority("V2G", pathLength: 1);
    var certificate = directory.Issue(Order(template, parse.GetValue(name)!, asked.SubjectPublicKeyInfo, days: 4 * 365));
    File.WriteAllText(parse.GetValue(target)!, CertificatePem.Write([certificate]));
    return $"{certificate}";
}));

var list = new Command("crl", "Sign the next revocation list.") { key, folder, target };
list.SetAction(parse => Act(parse, token =>
{
    using var directory = AuthorityDirectory.Open(parse.GetValue(folder)!, token.OpenKey(parse.GetValue(key)!));
    var now = Now();
    var signed = directory.CreateRevocationList(now, now.AddDays(7));
    File.WriteAllBytes(parse.GetValue(target)!, signed.RawData.Span);
    return $"list {Convert.ToHexString(signed.Number.Span)}";
}));

var command = new RootCommand("An authority whose key lives in a PKCS#11 token.") { initialize, root, issue, list };
foreach (var option in new Option[] { module, label, pin })
{
    command.Add(option);
}

return command.Parse(args).Invoke();

int Act(ParseResult parse, Func<Pkcs11Token, string> act) => Guard(parse, () =>
{
    using var token = Pkcs11Token.Open(parse.GetValue(module)!, parse.GetValue(label)!, ReadPin(parse.GetValue(pin)!));
    return act(token);
});

static string ReadPin(string path) => File.ReadAllText(path).Trim();

static int Guard(ParseResult parse, Func<string> act)
{
    try
    {
        parse.InvocationConfiguration.Output.WriteLine(act());
        return 0;
    }
    catch (Exception e) when (e is IOException or InvalidDataException or CredentialContentException or CryptographicException or Pkcs11Exception
        or ArgumentException or LibraryArchitectureException or UnmanagedException)
    {
        parse.InvocationConfiguration.Error.WriteLine($"hardware-keys: {e.Message}");
        return 2;
    }
}

static CertificateOrder Order(CertificateTemplate template, string name, ReadOnlyMemory<byte> key, int days)
{
    var now = Now();
    return new()
    {
        Template = template,
        Subject = DistinguishedName.Create(name, "PairSettle", "DE", template.DomainComponent),
        SubjectPublicKeyInfo = key,
        SerialNumber = SerialNumbers.Random(),
        NotBefore = now,
        NotAfter = now.AddDays(days),
    };
}

static DateTimeOffset Now()
{
    var now = TimeProvider.System.GetUtcNow();
    return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
}
