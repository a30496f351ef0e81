using System.CommandLine;
using PairSettle.Tool.Conformance;
using PairSettle.Tool.Conformance.Chains;

namespace PairSettle.Tool.Commands;

/// <summary>The suites of <c>pairsettle conform</c> that the chain verifier is held against.</summary>
internal static class ConformChainsCommand
{
    public static IEnumerable<Command> Create() => [CreatePkits(), CreateLimbo(), CreateBetterTls(), CreateWycheproof()];

    private static Command CreatePkits()
    {
        var folder = new Argument<string>("DIR") { Description = "The suite: pkits.json, certs/ and crls/." };
        var command = new Command("pkits", "Run NIST's path validation suite, policies included.") { folder };
        command.SetAction(parse => Run(parse.InvocationConfiguration.Output, static _ => null, tally => PkitsSuite.Run(parse.GetValue(folder)!, tally)));
        return command;
    }

    private static Command CreateLimbo()
    {
        var files = Files();
        var applicability = new Option<string?>("--applicability")
        {
            Description = "A JSON object that says of each case what it is about; those about \"general\" are counted, and none of them may be listed.",
        };
        var command = new Command("limbo", "Run x509-limbo.") { files, applicability };
        command.SetAction(parse =>
        {
            var about = parse.GetValue(applicability) is { } path ? ChainJson.Read(path, ChainJson.Default.DictionaryStringString) : [];
            var general = about.Where(static entry => entry.Value == "general").Select(static entry => entry.Key).ToHashSet(StringComparer.Ordinal);
            var output = parse.InvocationConfiguration.Output;
            return Run(output, id => general.Contains(id) ? null : LimboDeviations.ReasonFor(id), tally =>
            {
                var passed = LimboSuite.RunLimbo(parse.GetValue(files)!, tally);
                if (general.Count > 0)
                {
                    output.WriteLine($"general profile: {general.Count(passed.Contains)} of {general.Count} cases passed");
                }
            });
        });
        return command;
    }

    private static Command CreateBetterTls()
    {
        var files = Files();
        var command = new Command("bettertls", "Run BetterTLS in the form of x509-limbo.") { files };
        command.SetAction(parse => Run(parse.InvocationConfiguration.Output, static _ => null, tally => LimboSuite.RunBetterTls(parse.GetValue(files)!, tally)));
        return command;
    }

    private static Command CreateWycheproof()
    {
        var files = Files();
        var command = new Command("wycheproof", "Run Wycheproof's vectors of signatures and key agreement.") { files };
        command.SetAction(parse => Run(parse.InvocationConfiguration.Output, static _ => null, tally => WycheproofSuite.Run(parse.GetValue(files)!, tally)));
        return command;
    }

    private static Argument<string[]> Files() => new("FILE") { Description = "Files of the suite.", Arity = ArgumentArity.OneOrMore };

    private static int Run(TextWriter output, Func<string, string?> listed, Action<Tally> run)
    {
        var tally = new Tally(output, listed);
        run(tally);
        tally.Close();
        return tally.ExitCode;
    }
}
