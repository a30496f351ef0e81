using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using PairSettle.Tool.Conformance;
using PairSettle.Tool.Fuzzing;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle fuzz</c>: looks for octets that a codec mishandles.</summary>
internal static class FuzzCommand
{
    private const int BetweenLooksAtTheClock = 256;

    public static Command Create() => new("fuzz", "Look for octets that a codec mishandles; exit 0 only if none are found.") { CreateExi() };

    private static Command CreateExi()
    {
        var files = new Argument<string[]>("FILE") { Description = "Vector files whose streams are the seeds.", Arity = ArgumentArity.OneOrMore };
        var seconds = new Option<int>("--seconds") { Description = "How long to look.", DefaultValueFactory = _ => 60 };
        var inputs = new Option<long?>("--inputs") { Description = "How many streams to try, in place of --seconds; such a run repeats exactly." };
        var seed = new Option<ulong>("--seed") { Description = "What all choices follow from.", DefaultValueFactory = _ => 1 };
        var keep = new Option<string?>("--keep") { Description = "A vector file to add the streams to that made a decoder do something new." };
        var command = new Command("exi", "Feed damaged streams to the decoders of all message sets.") { files, seconds, inputs, seed, keep };
        command.SetAction(parse =>
        {
            var output = parse.InvocationConfiguration.Output;
            var fuzzer = new ExiFuzzer(parse.GetValue(files)!.SelectMany(Vector.ReadFile), parse.GetValue(seed));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {parse.GetValue(seed)}"));
            Run(fuzzer, parse.GetValue(inputs), TimeSpan.FromSeconds(parse.GetValue(seconds)));
            foreach (var (schema, fragment, octets, problem) in fuzzer.Problems)
            {
                output.WriteLine($"FAIL {schema}{(fragment ? " fragment" : "")} {Convert.ToHexString(octets)}: {problem}");
            }

            if (parse.GetValue(keep) is { } path)
            {
                File.AppendAllLines(path, fuzzer.Found.Select(found => Line(found.Schema, found.Fragment, found.Octets)));
            }

            output.WriteLine(fuzzer.Counts);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{fuzzer.Behaviours} behaviours, {fuzzer.Found.Count} streams that showed a new one, {fuzzer.Problems.Count} failed"));
            return fuzzer.Problems.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static void Run(ExiFuzzer fuzzer, long? inputs, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        for (var count = 0L; inputs is { } most ? count < most : count % BetweenLooksAtTheClock != 0 || watch.Elapsed < time; count++)
        {
            fuzzer.Next();
        }
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
