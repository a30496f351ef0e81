using System.CommandLine;
using System.Globalization;
using PairSettle.Tool.Fuzzing.Credentials;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle fuzz credentials</c>: looks for octets and texts that a parser of credentials mishandles.</summary>
internal static class FuzzCredentialsCommand
{
    private const int MostProblems = 100;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Files of seeds, PEM or DER; of the first the authorities are trusted.", Arity = ArgumentArity.OneOrMore };
        var options = new FuzzOptions("A file to add the inputs to, as PEM, that made a parser or the verifier do something new.");
        var command = new Command("credentials", "Feed damaged certificates, requests, evidence, trust lists, contract keys, logs and identifiers to their parsers and verifiers.") { files };
        options.AddTo(command);
        command.SetAction(parse =>
        {
            var output = parse.InvocationConfiguration.Output;
            var fuzzer = new CredentialFuzzer(parse.GetValue(files)!, options.Seed(parse));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed(parse)}"));
            options.Run(parse, fuzzer.Next);
            foreach (var (kind, octets, problem) in fuzzer.Problems.Take(MostProblems))
            {
                output.WriteLine($"FAIL {kind} {Convert.ToHexString(octets)}: {problem}");
            }

            if (options.Keep(parse) is { } path)
            {
                File.AppendAllLines(path, fuzzer.Found.Select(static found => CredentialSeeds.Write(found.Kind, found.Octets)));
            }

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{fuzzer.Inputs} inputs, {fuzzer.Judge.Accepted} accepted; {CredentialJudge.AllocationBase} octets of memory and {Math.Max(0, fuzzer.Judge.MostPerOctet):F0} for each of an input were enough"));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{fuzzer.Behaviours} behaviours, {fuzzer.Found.Count} inputs that showed a new one, {fuzzer.Problems.Count} failed"));
            return fuzzer.Problems.Count == 0 ? 0 : 1;
        });
        return command;
    }
}
