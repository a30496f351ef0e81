using System.CommandLine;
using System.Globalization;
using PairSettle.Credentials;
using PairSettle.Credentials.Issuing;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle trust</c>: makes, shows and verifies signed lists of trust anchors.</summary>
internal static class TrustCommand
{
    public static Command Create() => new("trust", "Make, show and verify signed trust lists.") { CreateMake(), CreateShow(), CreateVerify() };

    private static Command CreateMake()
    {
        var publisher = new Option<string>("--signer") { Description = "The folder of the signer's credential, as pki init writes credentials/trust-list.", Required = true };
        var id = new Option<string?>("--id") { Description = "The name of the list; of the next issue of --previous it is kept." };
        var previous = new Option<string?>("--previous") { Description = "The issue before, whose entries are kept and whose number is counted on." };
        var anchors = new Option<string?>("--anchors") { Description = "A folder with v2g/, mo/ and so on: anchors from now on." };
        var add = Many("--add", "ROLE=FILE[,FROM[,UNTIL]]: anchors of a file with their window; in the place of an entry for the same certificate.");
        var withdraw = Many("--withdraw", "ROLE=FILE[,AT]: anchors that do not count from then on, now by default.");
        var at = new Option<DateTimeOffset?>("--at") { Description = "The time of issue; now by default." };
        var days = new Option<int>("--days") { Description = "The days until the next issue.", DefaultValueFactory = _ => 30 };
        var target = new Option<string>("--out") { Description = "The list.", Required = true };
        var command = new Command("make", "Sign the first or the next issue of a trust list.") { publisher, id, previous, anchors, add, withdraw, at, days, target };
        command.SetAction(parse =>
        {
            var now = TrustListFiles.WholeSeconds(parse.GetValue(at) ?? TimeProvider.System.GetUtcNow());
            var before = parse.GetValue(previous) is { } path ? TrustListFiles.Read(path).Content : null;
            if ((parse.GetValue(id) ?? before?.ListId) is not { } name || (before is not null && name != before.ListId))
            {
                parse.InvocationConfiguration.Error.WriteLine("pairsettle: a new list needs --id, and the next issue of a list keeps it");
                return PairSettleCommand.Misused;
            }

            var entries = new TrustListDraft(before);
            if (parse.GetValue(anchors) is { } folder)
            {
                entries.AddFolder(folder, now);
            }

            foreach (var item in parse.GetValue(add) ?? [])
            {
                entries.Add(item, now);
            }

            foreach (var item in parse.GetValue(withdraw) ?? [])
            {
                entries.Withdraw(item, now);
            }

            var signer = PkiDirectory.LoadCredential(parse.GetValue(publisher)!);
            using var key = signer.Signer as IDisposable;
            var signed = TrustListFiles.Refusing(() => SignedTrustList.Sign(
                entries.ToList(name, (before?.SequenceNumber ?? 0) + 1, now, now.AddDays(parse.GetValue(days))), signer));
            File.WriteAllText(parse.GetValue(target)!, signed.ToPem());
            Write(signed, parse.InvocationConfiguration.Output);
            return 0;
        });
        return command;
    }

    private static Command CreateShow()
    {
        var file = new Argument<string>("LIST") { Description = "The list." };
        var command = new Command("show", "Say what a trust list holds, without verifying anything.") { file };
        command.SetAction(parse =>
        {
            Write(TrustListFiles.Read(parse.GetValue(file)!), parse.InvocationConfiguration.Output);
            return 0;
        });
        return command;
    }

    private static Command CreateVerify()
    {
        var file = new Argument<string>("LIST") { Description = "The list." };
        var options = new TrustListOptions();
        var anchor = new Option<string[]>("--anchor") { Description = "The publisher's anchor, PEM or DER.", Required = true, AllowMultipleArgumentsPerToken = true };
        var previous = new Option<string?>("--previous") { Description = "An issue that is known: an older one, or another of the same number, is refused." };
        var at = new Option<DateTimeOffset?>("--at") { Description = "The time to verify at; now by default." };
        var command = new Command("verify", "Exit 0 if the list is trusted, 1 if it is rejected, 2 if that cannot be determined.") { file, anchor, previous, at };
        options.AddTo(command);
        command.SetAction(parse =>
        {
            var known = parse.GetValue(previous) is { } path ? TrustListFiles.Read(path).Reference : null;
            var report = options.Verify(parse, TrustListFiles.Read(parse.GetValue(file)!), parse.GetValue(anchor)!, parse.GetValue(at), known);
            TrustListFiles.Write(report, parse.InvocationConfiguration.Output);
            return ChainReportText.ExitCode(report.Verdict);
        });
        return command;
    }

    private static void Write(SignedTrustList list, TextWriter output)
    {
        var content = list.Content;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{list.Reference}, issued {content.IssuedAt:u}, next {content.NextUpdate:u}, sha256 {list.Reference.Sha256}"));
        output.WriteLine($"signed by {list.Certificates[0]}");
        foreach (var entry in content.Anchors)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"anchor {entry.Role}: {entry.Certificate}, from {entry.ValidFrom:u} until {(entry.ValidUntil is { } until ? $"{until:u}" : "further notice")}"));
        }

        foreach (var entry in content.Withdrawals)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"withdrawn {entry.Role}: sha256 {Convert.ToHexStringLower(entry.CertificateSha256.Span)}, at {entry.WithdrawnAt:u}"));
        }
    }

    private static Option<string[]> Many(string name, string description) => new(name) { Description = description, AllowMultipleArgumentsPerToken = true };
}
