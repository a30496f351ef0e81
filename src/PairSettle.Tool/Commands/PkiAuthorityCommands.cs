using System.Collections.Immutable;
using System.CommandLine;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Tool.Commands;

/// <summary>The commands of <c>pairsettle pki</c> that act for an authority whose folder was kept.</summary>
internal static class PkiAuthorityCommands
{
    private static readonly ImmutableSortedDictionary<string, CertificateTemplate> Templates = new Dictionary<string, CertificateTemplate>
    {
        ["secc"] = CertificateTemplate.Secc,
        ["contract"] = CertificateTemplate.Contract,
        ["oem-provisioning"] = CertificateTemplate.OemProvisioning,
        ["vehicle"] = CertificateTemplate.Vehicle,
        ["certificate-provisioning"] = CertificateTemplate.CertificateProvisioning,
        ["meter"] = CertificateTemplate.Meter,
        ["trust-list"] = CertificateTemplate.TrustListSigner,
        ["ocsp-responder"] = CertificateTemplate.OcspResponder,
        ["mo-declarations"] = CertificateTemplate.DeclarationSigner(AuthorityRole.MobilityOperator),
        ["cpo-declarations"] = CertificateTemplate.DeclarationSigner(AuthorityRole.ChargePointOperator),
        ["fleet-declarations"] = CertificateTemplate.DeclarationSigner(AuthorityRole.Fleet),
        ["meter-declarations"] = CertificateTemplate.DeclarationSigner(AuthorityRole.Meter),
        ["auditor-declarations"] = CertificateTemplate.DeclarationSigner(AuthorityRole.Auditor),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static IEnumerable<Command> Create() => [CreateIssue(), CreateCross(), CreateRevoke(), CreateList(), CreateOcsp()];

    private static Command CreateIssue()
    {
        var folder = Authority();
        var template = new Option<string>("--template") { Description = $"What is issued: {string.Join(", ", Templates.Keys)}.", Required = true };
        template.AcceptOnlyFromAmong([.. Templates.Keys]);
        var edition = EditionOption.Create("The part of ISO 15118 whose profile a contract follows; by default 2 where the authority's key is on P-256, else 20.");
        var name = new Option<string>("--name") { Description = "The subject's common name.", Required = true };
        var organization = new Option<string?>("--organization") { Description = "The subject's organization." };
        var country = new Option<string?>("--country") { Description = "The subject's country, two letters." };
        var request = new Option<string?>("--csr") { Description = "A certification request, PEM, whose signature is checked and whose key is certified; without it a key is made." };
        var days = Days(90);
        var at = At();
        var target = new Option<string>("--out") { Description = "The new folder for chain.pem, and for key.pem where the key is made here.", Required = true };
        var command = new Command("issue", "Issue a certificate.") { folder, template, edition, name, organization, country, request, days, at, target };
        command.SetAction(parse =>
        {
            if (Directory.Exists(parse.GetValue(target)))
            {
                throw new IOException($"{parse.GetValue(target)}: exists already; nothing was issued");
            }

            using var authority = AuthorityDirectory.Open(parse.GetValue(folder)!);
            var now = Now(parse.GetValue(at));
            using var made = parse.GetValue(request) is null ? ECDsaSigner.Generate(authority.Authority.Certificate.KeyAlgorithm.Signature()!.Value) : null;
            var chosen = Of(Templates[parse.GetValue(template)!], parse.GetValue(edition) ?? EditionOf(authority.Authority.Certificate));
            var certificate = authority.Issue(new()
            {
                Template = chosen,
                Subject = DistinguishedName.Create(parse.GetValue(name)!, parse.GetValue(organization), parse.GetValue(country), chosen.DomainComponent),
                SubjectPublicKeyInfo = made?.SubjectPublicKeyInfo ?? ReadRequest(parse.GetValue(request)!),
                SerialNumber = SerialNumbers.Random(),
                NotBefore = now,
                NotAfter = now.AddDays(parse.GetValue(days)),
            });
            PkiDirectory.SaveCredential(parse.GetValue(target)!, certificate, authority.Authority.Chain, made);
            parse.InvocationConfiguration.Output.WriteLine($"{parse.GetValue(target)}: {certificate}, serial number {Convert.ToHexString(certificate.SerialNumber.Span)}");
            return 0;
        });
        return command;
    }

    private static Command CreateCross()
    {
        var folder = Authority();
        var file = new Argument<string>("CERTIFICATE") { Description = "The other hierarchy's authority; of several in a file the first." };
        var length = new Option<int?>("--path-length") { Description = "The intermediates that may follow, where they are to be fewer than the other's own certificate allows." };
        var (days, at, target) = (Days(365), At(), File("The cross certificate, PEM: an intermediate between what the other issued and this hierarchy's root."));
        var command = new Command("cross", "Certify name and key of another hierarchy's authority.") { folder, file, length, days, at, target };
        command.SetAction(parse =>
        {
            using var authority = AuthorityDirectory.Open(parse.GetValue(folder)!);
            var now = Now(parse.GetValue(at));
            var subject = CredentialFiles.Certificates(parse.GetValue(file)!)[0];
            var certificate = authority.Issue(TrustListFiles.Refusing(
                () => CertificateOrder.Cross(subject, SerialNumbers.Random(), now, now.AddDays(parse.GetValue(days)), parse.GetValue(length))));
            System.IO.File.WriteAllText(parse.GetValue(target)!, CertificatePem.Write([certificate]));
            parse.InvocationConfiguration.Output.WriteLine($"{parse.GetValue(target)}: {certificate}, serial number {Convert.ToHexString(certificate.SerialNumber.Span)}");
            return 0;
        });
        return command;
    }

    private static Command CreateRevoke()
    {
        var folder = Authority();
        var file = new Argument<string>("CERTIFICATE") { Description = "The certificate; of several in a file the first." };
        var reason = new Option<RevocationReason>("--reason") { Description = "Why." };
        var since = new Option<DateTimeOffset?>("--since") { Description = "The time since which the key is suspected." };
        var at = At();
        var command = new Command("revoke", "Revoke a certificate. It counts once a list or a response says so.") { folder, file, reason, since, at };
        command.SetAction(parse =>
        {
            using var authority = AuthorityDirectory.Open(parse.GetValue(folder)!);
            var certificate = CredentialFiles.Certificates(parse.GetValue(file)!)[0];
            authority.Revoke(certificate, Now(parse.GetValue(at)), parse.GetValue(reason), parse.GetValue(since));
            parse.InvocationConfiguration.Output.WriteLine($"revoked: {certificate}, {parse.GetValue(reason)}");
            return 0;
        });
        return command;
    }

    private static Command CreateList()
    {
        var folder = Authority();
        var (days, at, target) = (Days(7), At(), File("The list, DER."));
        var command = new Command("crl", "Sign the next revocation list.") { folder, days, at, target };
        command.SetAction(parse =>
        {
            using var authority = AuthorityDirectory.Open(parse.GetValue(folder)!);
            var now = Now(parse.GetValue(at));
            var list = authority.CreateRevocationList(now, now.AddDays(parse.GetValue(days)));
            System.IO.File.WriteAllBytes(parse.GetValue(target)!, list.RawData.Span);
            parse.InvocationConfiguration.Output.WriteLine($"{parse.GetValue(target)}: list {Convert.ToHexString(list.Number.Span)} with {list.Count} entries");
            return 0;
        });
        return command;
    }

    private static Command CreateOcsp()
    {
        var folder = Authority();
        var files = new Argument<string[]>("CERTIFICATE") { Description = "The certificates to answer for.", Arity = ArgumentArity.OneOrMore };
        var responder = new Option<string?>("--responder") { Description = "The folder of a delegated responder's credential; without it the authority signs itself." };
        var (days, at, target) = (Days(1), At(), File("The response, DER."));
        var command = new Command("ocsp", "Sign an OCSP response.") { folder, files, responder, days, at, target };
        command.SetAction(parse =>
        {
            using var authority = AuthorityDirectory.Open(parse.GetValue(folder)!);
            var delegated = parse.GetValue(responder) is { } path ? PkiDirectory.LoadCredential(path) : null;
            var now = Now(parse.GetValue(at));
            var certificates = parse.GetValue(files)!.Select(static path => CredentialFiles.Certificates(path)[0]);
            var response = TrustListFiles.Refusing(() => authority.CreateOcspResponse(certificates, now, now.AddDays(parse.GetValue(days)), delegated));
            System.IO.File.WriteAllBytes(parse.GetValue(target)!, response.RawData.Span);
            (delegated?.Signer as IDisposable)?.Dispose();
            foreach (var answer in response.Answers)
            {
                parse.InvocationConfiguration.Output.WriteLine($"{Convert.ToHexString(answer.Id.SerialNumber.Span)}: {answer.Status}");
            }

            return 0;
        });
        return command;
    }

    private static Iso15118Edition EditionOf(Certificate authority) =>
        authority.KeyAlgorithm == KeyAlgorithm.EcP256 ? Iso15118Edition.Iso15118_2 : Iso15118Edition.Iso15118_20;

    private static CertificateTemplate Of(CertificateTemplate template, Iso15118Edition edition) =>
        template == CertificateTemplate.Contract && edition == Iso15118Edition.Iso15118_20 ? CertificateTemplate.Iso20Contract : template;

    private static ReadOnlyMemory<byte> ReadRequest(string path) =>
        CertificationRequest.TryParse(System.IO.File.ReadAllText(path), out var request, out var error)
            ? request.SubjectPublicKeyInfo
            : throw new InvalidDataException($"{path}: not a certification request that its key signed: {error}");

    private static DateTimeOffset Now(DateTimeOffset? given)
    {
        var now = given ?? TimeProvider.System.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }

    private static Argument<string> Authority() => new("AUTHORITY") { Description = "The authority's folder, as pki init --keep-authorities writes it." };

    private static Option<DateTimeOffset?> At() => new("--at") { Description = "The time of issue; now by default." };

    private static Option<string> File(string description) => new("--out") { Description = description, Required = true };

    private static Option<int> Days(int value)
    {
        var days = new Option<int>("--days") { Description = "The validity.", DefaultValueFactory = _ => value };
        days.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 36_500)
            {
                result.AddError("--days takes a whole number from 1 to 36500");
            }
        });
        return days;
    }
}
