using System.CommandLine;
using PairSettle.Credentials;
using PairSettle.Exi;
using PairSettle.Tool.Conformance;
using PairSettle.Tool.Measurement;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle bench</c>: times the codecs on real messages, and the chain verifier.</summary>
internal static class BenchCommand
{
    public static Command Create() => new("bench", "Measure on this machine; quote ratios from one run, not absolute figures from two.")
    {
        CreateExi(),
        CreateChain(),
    };

    private static Command CreateChain()
    {
        var command = new Command("chain", "Time a chain of three signatures, by this verifier and by the platform's; the ratio is that of the best to the best of the bare signatures.");
        command.SetAction(parse =>
        {
            parse.InvocationConfiguration.Output.WriteLine($"{"algorithm",-16} {"what",-22} {"best / median",24} {"best",10} {"ratio",8} {"alloc",11}");
            foreach (var line in Enum.GetValues<SignatureAlgorithm>().Where(static algorithm => algorithm.SignsHash()).SelectMany(ChainBench.Measure))
            {
                parse.InvocationConfiguration.Output.WriteLine(line);
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
