using System.CommandLine;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle pki</c>: makes hierarchies, and acts for their authorities.</summary>
internal static class PkiCommand
{
    public static Command Create()
    {
        var command = new Command("pki", "Issue and revoke credentials.") { CreateInit(), PkiRootCommand.Create(), PkiIssueCommand.Create(), PkiShowCommand.Create() };
        foreach (var action in PkiAuthorityCommands.Create())
        {
            command.Add(action);
        }

        return command;
    }

    private static Command CreateInit()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "Where anchors/, credentials/ and crl/ go; new or empty." };
        var edition = EditionOption.Create("The part of ISO 15118 whose profiles the certificates follow; 2 by default.");
        var at = new Option<DateTimeOffset?>("--at") { Description = "The time that everything is made for; now by default." };
        var defaults = new PkiHierarchyOptions();
        var organization = Text("--organization", "The organization in every name.", defaults.Organization);
        var country = Text("--country", "The country in every name, two letters.", defaults.Country);
        var emaid = Text("--emaid", "The contract identifier.", defaults.Emaid);
        var secc = Text("--secc-id", "The charger's identifier.", defaults.SeccId);
        var pcid = Text("--pcid", "The vehicle's provisioning identifier.", defaults.Pcid);
        var evccid = Text("--evcc-id", "The vehicle's identifier of ISO 15118-20.", defaults.EvccId);
        var meter = Text("--meter-id", "The meter's serial number.", defaults.MeterId);
        var days = new Option<int>("--leaf-days") { Description = "The validity of leaves.", DefaultValueFactory = _ => 90 };
        var keep = new Option<bool>("--keep-authorities") { Description = "Write authorities/NAME with the key of each, for issue, revoke, crl and ocsp." };
        var command = new Command("init", "Issue whole V2G, CPO, MO, OEM, fleet and meter hierarchies with fresh software keys. For tests: a root's key does not belong on a disk that others reach.")
        {
            folder, edition, at, organization, country, emaid, secc, pcid, evccid, meter, days, keep,
        };
        command.SetAction(parse =>
        {
            var (output, errors) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            var target = parse.GetValue(folder)!;
            if (File.Exists(target.FullName) || (target.Exists && target.EnumerateFileSystemInfos().Any()))
            {
                errors.WriteLine($"pairsettle: {target}: not an empty folder; nothing was written");
                return PairSettleCommand.Unusable;
            }

            if (parse.GetValue(days) is < 1 or > 3650)
            {
                errors.WriteLine("pairsettle: --leaf-days takes a whole number from 1 to 3650");
                return PairSettleCommand.Misused;
            }

            var now = parse.GetValue(at) ?? TimeProvider.System.GetUtcNow();
            using var hierarchy = TrustListFiles.Refusing(() => PkiHierarchy.Create(now, new()
            {
                Edition = parse.GetValue(edition) ?? Iso15118Edition.Iso15118_2,
                Organization = parse.GetValue(organization)!,
                Country = parse.GetValue(country)!,
                Emaid = parse.GetValue(emaid)!,
                SeccId = parse.GetValue(secc)!,
                Pcid = parse.GetValue(pcid)!,
                EvccId = parse.GetValue(evccid)!,
                MeterId = parse.GetValue(meter)!,
                LeafValidity = TimeSpan.FromDays(parse.GetValue(days)),
            }));
            var directory = hierarchy.ToDirectory(hierarchy.CreateEvidence(now));
            directory.Write(target.FullName);
            if (parse.GetValue(keep))
            {
                hierarchy.SaveAuthorities(Path.Combine(target.FullName, "authorities"));
            }

            output.WriteLine($"{target}: {directory.Credentials.Count} credentials, {directory.Evidence.Lists.Count()} revocation lists, anchors in {Path.Combine(target.ToString(), "anchors")}");
            return 0;
        });
        return command;
    }

    private static Option<string> Text(string name, string description, string value) => new(name) { Description = description, DefaultValueFactory = _ => value };
}
