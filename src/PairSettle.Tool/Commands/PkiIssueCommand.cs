using System.Collections.Immutable;
using System.CommandLine;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle pki issue</c>: issues certificates of every kind, authorities among them, and reviews them before they get out.</summary>
internal static class PkiIssueCommand
{
    public static Command Create()
    {
        var folder = PkiOptions.Authority();
        var template = new Option<string>("--template") { Description = $"What is issued: {string.Join(", ", PkiTemplate.All.Keys)}.", Required = true, HelpName = "TEMPLATE" };
        template.AcceptOnlyFromAmong([.. PkiTemplate.All.Keys]);
        var edition = EditionOption.Create("The part of ISO 15118 whose profile counts; by default 2 where the authority's key is on P-256, else 20.");
        var rules = new Option<VehicleRules>("--vehicle-rules") { Description = "The text of ISO 15118-20 that a vehicle's certificate is reviewed by.", DefaultValueFactory = _ => new ChainPolicy().VehicleRules };
        var name = new Option<string>("--name") { Description = "The subject's common name.", Required = true };
        var organization = new Option<string?>("--organization") { Description = "The subject's organization." };
        var country = new Option<string?>("--country") { Description = "The subject's country, two letters." };
        var domainComponent = new Option<string?>("--domain-component") { Description = "The subject's domain component; by default that of the template, and of an authority that of the one above." };
        var length = new Option<int?>("--path-length") { Description = "For an authority: the intermediates that may follow; by default one less than the one above allows." };
        var request = new Option<string?>("--csr") { Description = "A certification request, PEM, whose signature is checked and whose key is certified; without it a key is made." };
        var responders = PkiOptions.Addresses("--ocsp-url", "Where OCSP responders answer for the certificate.");
        var lists = PkiOptions.Addresses("--crl-url", "Where the revocation list lies that covers the certificate.");
        var uncheckedIssue = new Option<bool>("--unchecked") { Description = "Issue what the profile rejects too, as tests may need it." };
        var days = new Option<int?>("--days") { Description = "The validity; by default 90, and of an authority 1460." };
        days.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > 36_500)
            {
                result.AddError("--days takes a whole number from 1 to 36500");
            }
        });
        var at = PkiOptions.At();
        var target = PkiOptions.File("The new folder for chain.pem, for key.pem where the key is made here, and for log.txt of an authority.");
        var command = new Command("issue", "Issue a certificate.")
        {
            folder, template, edition, rules, name, organization, country, domainComponent, length, request, responders, lists, uncheckedIssue, days, at, target,
        };
        command.SetAction(parse =>
        {
            var kind = PkiTemplate.All[parse.GetValue(template)!];
            if (parse.GetValue(length) is not null && kind.Use is not null)
            {
                parse.InvocationConfiguration.Error.WriteLine("pairsettle: --path-length belongs to authorities alone");
                return PairSettleCommand.Misused;
            }

            PkiOptions.DemandNew(parse.GetValue(target)!);
            using var authority = AuthorityDirectory.Open(parse.GetValue(folder)!);
            var above = authority.Authority.Certificate;
            var part = parse.GetValue(edition) ?? EditionOf(above);
            var chosen = kind.Of(part);
            chosen = chosen with
            {
                DomainComponent = parse.GetValue(domainComponent) ?? (kind.Use is null ? above.Subject.DomainComponents.FirstOrDefault() : chosen.DomainComponent),
                PathLength = kind.Use is null ? PathLength(above, parse.GetValue(length)) : null,
            };
            var now = PkiOptions.Now(parse.GetValue(at));
            using var made = parse.GetValue(request) is null ? ECDsaSigner.Generate(above.KeyAlgorithm.Signature()!.Value) : null;
            var order = new CertificateOrder
            {
                Template = chosen,
                Subject = PkiOptions.Subject(parse.GetValue(name)!, parse.GetValue(organization), parse.GetValue(country), chosen.DomainComponent),
                SubjectPublicKeyInfo = made?.SubjectPublicKeyInfo ?? ReadRequest(parse.GetValue(request)!),
                SerialNumber = SerialNumbers.Random(),
                NotBefore = now,
                NotAfter = now.AddDays(parse.GetValue(days) ?? (kind.Use is null ? 1_460 : 90)),
                OcspResponders = [.. parse.GetValue(responders) ?? []],
                CrlDistributionPoints = [.. parse.GetValue(lists) ?? []],
            };
            Review(
                authority.Authority, order, kind, new() { Edition = part, VehicleRules = parse.GetValue(rules) }, parse.GetValue(uncheckedIssue), parse.InvocationConfiguration.Error);
            var certificate = authority.Issue(order);
            Save(parse.GetValue(target)!, certificate, authority.Authority.Chain, made, isAuthority: kind.Use is null);
            parse.InvocationConfiguration.Output.WriteLine($"{parse.GetValue(target)}: {PkiOptions.Describe(certificate)}");
            return 0;
        });
        return command;
    }

    // The draft stays in memory: what is refused is neither logged nor handed out.
    private static void Review(
        CertificateAuthority authority, CertificateOrder order, PkiTemplate kind, ChainPolicy policy, bool isUnchecked, TextWriter errors)
    {
        if (kind.Use is not { } use)
        {
            return;
        }

        var findings = authority.Review(authority.Issue(order), use, policy, kind.Role);
        foreach (var finding in findings)
        {
            errors.WriteLine($"{finding.Code} {finding.Effect,-12} {finding.Reason}: {finding.Detail}");
        }

        if (!isUnchecked && findings.Any(static finding => finding.Effect == FindingEffect.Rejects))
        {
            throw new InvalidDataException($"no verifier would accept the certificate for {use}; nothing was issued (--unchecked issues it all the same)");
        }
    }

    // An authority's folder can go on issuing, with a key from elsewhere where a request brought it along.
    private static void Save(string folder, Certificate certificate, ImmutableArray<Certificate> superiors, ECDsaSigner? key, bool isAuthority)
    {
        if (isAuthority)
        {
            AuthorityDirectory.Create(folder, certificate, superiors, key);
        }
        else
        {
            PkiDirectory.SaveCredential(folder, certificate, superiors, key);
        }
    }

    private static int? PathLength(Certificate above, int? wanted)
    {
        if (above.PathLength is not { } limit)
        {
            return wanted;
        }

        return limit > (wanted ?? 0)
            ? wanted ?? limit - 1
            : throw new InvalidDataException($"the path length of the authority above is {limit}; nothing was issued");
    }

    private static Iso15118Edition EditionOf(Certificate authority) =>
        authority.KeyAlgorithm == KeyAlgorithm.EcP256 ? Iso15118Edition.Iso15118_2 : Iso15118Edition.Iso15118_20;

    private static ReadOnlyMemory<byte> ReadRequest(string path) =>
        CertificationRequest.TryParse(File.ReadAllText(path), out var request, out var error)
            ? request.SubjectPublicKeyInfo
            : throw new InvalidDataException($"{path}: not a certification request that its key signed: {error}");
}
