using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using PairSettle.Tool.Conformance;
using PairSettle.Tool.Fuzzing;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle fuzz</c>: looks for octets that a codec mishandles.</summary>
internal static class FuzzCommand
{
    public static Command Create() =>
        new("fuzz", "Look for octets that a codec or parser mishandles; exit 0 only if none are found.") { CreateExi(), FuzzCredentialsCommand.Create() };

    private static Command CreateExi()
    {
        var files = new Argument<string[]>("FILE") { Description = "Vector files whose streams are the seeds.", Arity = ArgumentArity.OneOrMore };
        var options = new FuzzOptions("A vector file to add the streams to in which an element of some name refused for a new reason, or was accepted first.");
        var command = new Command("exi", "Feed damaged streams to the decoders of all message sets.") { files };
        options.AddTo(command);
        command.SetAction(parse =>
        {
            var output = parse.InvocationConfiguration.Output;
            var fuzzer = new ExiFuzzer(parse.GetValue(files)!.SelectMany(Vector.ReadFile), options.Seed(parse));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {options.Seed(parse)}"));
            options.Run(parse, fuzzer.Next);
            foreach (var (schema, fragment, octets, problem) in fuzzer.Problems)
            {
                output.WriteLine($"FAIL {schema}{(fragment ? " fragment" : "")} {Convert.ToHexString(octets)}: {problem}");
            }

            if (options.Keep(parse) is { } path)
            {
                File.AppendAllLines(path, fuzzer.Found.Select(found => Line(found.Schema, found.Fragment, found.Octets)));
            }

            output.WriteLine(fuzzer.Counts);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{fuzzer.Behaviours} behaviours, {fuzzer.Found.Count} streams to keep, {fuzzer.Problems.Count} failed"));
            return fuzzer.Problems.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static string Line(string schema, bool fragment, byte[] octets) => JsonSerializer.Serialize(
        new Vector
        {
            Id = "fuzz/" + Convert.ToHexStringLower(SHA256.HashData(octets).AsSpan(0, 6)),
            Schema = schema,
            Kind = fragment ? "fragment" : "document",
            ExiHex = Convert.ToHexStringLower(octets),
        },
        VectorJson.Default.Vector);
}
