using System.CommandLine;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Tool.Conformance;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle conform</c>: holds codecs and chain verifier against vector files.</summary>
internal static class ConformCommand
{
    public static Command Create()
    {
        var command = new Command("conform", "Hold codecs and chain verifier against vector files; exit 0 only if no line fails.")
        {
            CreateExi(),
            CreateRoundtrip(),
            CreateInvalid(),
            CreateDamage("bitflips", "Flip every bit of every stream: refused, or written again as it is, or a listed variant.", StreamDamage.Flip),
            CreateDamage("truncations", "End every stream before every octet and bit, and put octets after its end.", StreamDamage.Cut),
        };
        foreach (var suite in ConformChainsCommand.Create())
        {
            command.Add(suite);
        }

        return command;
    }

    private static Command CreateExi()
    {
        var files = Files();
        var sets = Sets();
        var schemas = Schemas();
        var command = new Command("exi", "Decode exi_hex, compare with xml; encode xml, compare octets.") { files, sets, schemas };
        command.SetAction(parse =>
        {
            var interpreter = new GeneralConformance(new VectorSchemas(parse.GetValue(schemas)));
            var messages = new MessageConformance(interpreter);
            return Run(parse.GetValue(files)!, parse.InvocationConfiguration.Output, (tally, vector) =>
            {
                if (!Selected(parse.GetValue(sets), vector.Schema is null ? null : MessageSets.Find(vector.Schema)))
                {
                    return;
                }

                tally.Add(vector.Id!, vector.Confidence is not null ? interpreter.Check(vector) : messages.Check(vector));
            });
        });
        return command;
    }

    private static Command CreateInvalid()
    {
        var files = Files();
        var sets = Sets();
        var command = new Command("invalid", "Hold the decoders against damaged streams and the verdicts expected of them.") { files, sets };
        command.SetAction(parse => Run(parse.GetValue(files)!, parse.InvocationConfiguration.Output, (tally, vector) =>
        {
            if (Selected(parse.GetValue(sets), vector.Schema is null ? null : MessageSets.Find(vector.Schema)))
            {
                tally.Add(vector.Id!, InvalidConformance.Check(vector));
            }
        }));
        return command;
    }

    private static Command CreateRoundtrip()
    {
        var files = Files();
        var sets = Sets();
        var schemas = Schemas();
        var command = new Command("roundtrip", "Demand that recorded streams decode and encode to the same octets.") { files, sets, schemas };
        command.SetAction(parse =>
        {
            var messages = new MessageConformance(new GeneralConformance(new VectorSchemas(parse.GetValue(schemas))));
            return Run(parse.GetValue(files)!, parse.InvocationConfiguration.Output, (tally, vector) =>
            {
                var set = vector.FrameHex is not null ? MessageSets.OfFrame(vector.PayloadType, vector.Message ?? "")
                    : vector.Schema is not null ? MessageSets.Find(vector.Schema) : null;
                if (Selected(parse.GetValue(sets), set))
                {
                    tally.Add(vector.Id!, Roundtrip(vector, set, messages));
                }
            });
        });
        return command;
    }

    private static Command CreateDamage(string name, string description, StreamDamage.Kind kind)
    {
        var files = Files();
        var sets = Sets();
        var every = new Option<int>("--every")
        {
            Description = $"Of streams longer than {DamageRun.LongStream} octets, try only every Nth bit.",
            DefaultValueFactory = _ => 1,
        };
        every.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--every is at least 1");
            }
        });
        var command = new Command(name, description) { files, sets, every };
        command.SetAction(parse =>
        {
            var output = parse.InvocationConfiguration.Output;
            var (run, tally) = (new DamageRun(kind, parse.GetValue(every)), new Tally(output, listed: static _ => null));
            var vectors = parse.GetValue(files)!.SelectMany(Vector.ReadFile)
                .Where(vector => Selected(parse.GetValue(sets), vector.Schema is null ? null : MessageSets.Find(vector.Schema)));
            foreach (var (id, failure) in run.Try(vectors))
            {
                tally.Add(id, failure);
            }

            output.WriteLine(run.Counts);
            tally.Close();
            return tally.ExitCode;
        });
        return command;
    }

    private static Outcome Roundtrip(Vector vector, MessageSets.MessageSet? set, MessageConformance messages)
    {
        if (set is null)
        {
            return Outcome.Of($"no codec for {vector.Schema ?? vector.Message}");
        }

        if (vector.FrameHex is null)
        {
            return vector.ExiHex is null ? Outcome.Of("the line lacks exi_hex") : messages.CheckRoundtrip(vector, set, Convert.FromHexString(vector.ExiHex));
        }

        ReadOnlyMemory<byte> payload = Convert.FromHexString(vector.FrameHex);
        if (vector.PayloadType is not null)
        {
            if (!V2gtpHeader.TryParse(payload.Span, out var header, out var error))
            {
                return Outcome.Of($"V2GTP header: {error}");
            }

            if ($"0x{(ushort)header.PayloadType:X4}" != vector.PayloadType || header.PayloadLength != payload.Length - V2gtpHeader.Size)
            {
                return Outcome.Of($"V2GTP header: {header} does not describe the frame");
            }

            payload = payload[V2gtpHeader.Size..];
        }

        return messages.CheckRoundtrip(vector, set, payload);
    }

    private static Argument<string[]> Files() => new("FILE") { Description = "Vector files, one JSON object a line.", Arity = ArgumentArity.OneOrMore };

    private static Option<string?> Schemas() => new("--xsd")
    {
        Description = "The folder of the schema documents that lines name; by default xsd beside the file's folder.",
    };

    private static Option<string[]> Sets() => new("--set")
    {
        Description = "Only the lines of these message sets: " + string.Join(", ", MessageSets.All.Select(s => s.Name)),
        AllowMultipleArgumentsPerToken = true,
    };

    private static bool Selected(string[]? sets, MessageSets.MessageSet? set) =>
        sets is null or [] || set is not null && sets.Contains(set.Name, StringComparer.Ordinal);

    private static int Run(string[] files, TextWriter output, Action<Tally, Vector> check)
    {
        var tally = new Tally(output);
        foreach (var file in files)
        {
            foreach (var vector in Vector.ReadFile(file))
            {
                check(tally, vector);
            }
        }

        tally.Close();
        return tally.ExitCode;
    }
}
