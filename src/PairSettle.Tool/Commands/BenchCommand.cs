using System.Collections.Immutable;
using System.CommandLine;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Tool.Conformance;
using PairSettle.Tool.Measurement;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle bench</c>: times the codecs on real messages, and the chain verifier.</summary>
internal static class BenchCommand
{
    private static readonly ImmutableArray<SignatureAlgorithm> Measured =
        [.. Enum.GetValues<SignatureAlgorithm>().Where(static algorithm => algorithm.SignsHash())];

    public static Command Create() => new("bench", "Measure on this machine; quote ratios from one run, not absolute figures from two.")
    {
        CreateExi(),
        CreateChain(),
    };

    private static Command CreateChain()
    {
        var only = new Option<SignatureAlgorithm?>("--algorithm") { Description = "Measure the chain of this algorithm alone." };
        only.AcceptOnlyFromAmong([.. Measured.Select(static algorithm => algorithm.ToString())]);
        var turns = new Option<int>("--turns") { Description = "How often each is measured, for 12 ms.", DefaultValueFactory = static _ => 51 };
        turns.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--turns takes a number from 1 on");
            }
        });
        var command = new Command(
            "chain",
            "Time a chain of three signatures, by this verifier, by the platform's and by OpenSSL's, in turns; the ratio is the median of the turns' ratios to the bare signatures.")
        {
            only,
            turns,
        };
        command.SetAction(parse =>
        {
            var output = parse.InvocationConfiguration.Output;
            output.WriteLine(OpenSslVerifier.Version ?? "OpenSSL 3 is not on this machine and not measured");
            output.WriteLine($"{"algorithm",-16} {"what",-22} {"best / median",24} {"best",10} {"ratio",8} {"alloc",11}");
            var algorithms = parse.GetValue(only) is { } chosen ? [chosen] : Measured;
            foreach (var line in algorithms.SelectMany(algorithm => ChainBench.Measure(algorithm, parse.GetValue(turns))))
            {
                output.WriteLine(line);
            }

            return 0;
        });
        return command;
    }

    private static Command CreateExi()
    {
        var file = new Argument<string>("FILE") { Description = "A vector file, one JSON object a line." };
        var pooled = new Option<bool>("--pooled") { Description = "Decode into a pool of objects, as a loop does that is done with each message before the next." };
        var interpreted = new Option<string?>("--interpreted") { Description = "Measure the interpreter instead of the emitted codecs, with the schema documents of this folder." };
        var command = new Command("exi", "Decode and encode time and allocation of each message.") { file, pooled, interpreted };
        command.SetAction(parse =>
        {
            var output = parse.InvocationConfiguration.Output;
            output.WriteLine($"{"id",-40} {"bytes",6} {"decode ns best/median",22} {"encode ns best/median",22} {"dec alloc",10} {"enc alloc",10}");
            var pool = parse.GetValue(pooled) ? new ExiPool() : null;
            var interpreter = parse.GetValue(interpreted) is { } schemas ? new InterpreterBench(schemas) : null;
            foreach (var vector in Vector.ReadFile(parse.GetValue(file)!))
            {
                string line;
                string? reason;
                var isMeasured = interpreter is null
                    ? ExiBench.TryMeasure(vector, pool, out line, out reason)
                    : interpreter.TryMeasure(vector, out line, out reason);
                output.WriteLine(isMeasured ? line : $"{vector.Id,-40} {reason}");
            }

            return 0;
        });
        return command;
    }
}
