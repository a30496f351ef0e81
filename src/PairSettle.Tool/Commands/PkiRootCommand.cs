using System.CommandLine;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle pki root</c>: makes one root of one's own, where <c>pki init</c> makes whole hierarchies.</summary>
internal static class PkiRootCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("AUTHORITY") { Description = "The new folder of the authority." };
        var name = new Option<string>("--name") { Description = "The subject's common name.", Required = true };
        var domainComponent = new Option<string>("--domain-component") { Description = "V2G, MO, OEM or whatever else the hierarchy is called.", Required = true };
        var edition = EditionOption.Create("The part of ISO 15118 that the key is for: 2, the default, has P-256, 20 has P-521.");
        var organization = new Option<string?>("--organization") { Description = "The subject's organization." };
        var country = new Option<string?>("--country") { Description = "The subject's country, two letters." };
        var (days, at) = (PkiOptions.Days(40 * 365), PkiOptions.At());
        var command = new Command("root", "Make a root with a fresh software key. Where the key is to live in a token, see samples/HardwareKeys.")
        {
            folder, name, domainComponent, edition, organization, country, days, at,
        };
        command.SetAction(parse =>
        {
            var target = parse.GetValue(folder)!;
            PkiOptions.DemandNew(target);
            var now = PkiOptions.Now(parse.GetValue(at));
            var template = CertificateTemplate.Root(parse.GetValue(domainComponent)!);
            using var key = ECDsaSigner.Generate(new PkiHierarchyOptions { Edition = parse.GetValue(edition) ?? Iso15118Edition.Iso15118_2 }.Algorithm);
            var root = CertificateAuthority.CreateRoot(
                new()
                {
                    Template = template,
                    Subject = PkiOptions.Subject(parse.GetValue(name)!, parse.GetValue(organization), parse.GetValue(country), template.DomainComponent),
                    SubjectPublicKeyInfo = key.SubjectPublicKeyInfo,
                    SerialNumber = SerialNumbers.Random(),
                    NotBefore = now,
                    NotAfter = now.AddDays(parse.GetValue(days)),
                },
                key);
            AuthorityDirectory.Create(target, root.Certificate, [], key);
            parse.InvocationConfiguration.Output.WriteLine($"{target}: {PkiOptions.Describe(root.Certificate)}");
            return 0;
        });
        return command;
    }
}
