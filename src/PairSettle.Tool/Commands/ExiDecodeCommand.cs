using System.CommandLine;
using System.CommandLine.Parsing;
using PairSettle.Tool.Wire;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle exi decode</c>: one frame or stream as XML or JSON, or the messages of a capture.</summary>
internal static class ExiDecodeCommand
{
    public static Command Create()
    {
        var input = new Argument<string?>("INPUT")
        {
            Description = "A V2GTP frame or an EXI stream: hexadecimal digits, a file of digits or octets ('@FILE' where the name could be digits), or '-' for standard input.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var set = ExiCommand.Set();
        var fragment = ExiCommand.Fragment();
        var format = new Option<string?>("--format") { Description = "xml (default) or json; with --pcap text (default) or json, one object a line." };
        format.AcceptOnlyFromAmong("xml", "json", "text");
        var pcap = new Option<string?>("--pcap") { Description = "List the messages of a pcap or pcapng file instead." };
        var keyLog = new Option<string?>("--keylog") { Description = "With --pcap: a TLS key log in NSS format, beside what the capture brings along." };
        var verbose = new Option<bool>("--verbose") { Description = "With --pcap: print each message in full." };
        var command = new Command(
            "decode", "Show what went over the wire. Exit 0 everything shown, 1 something refused, ambiguous or unreadable, 2 unusable input.")
        {
            input, set, fragment, format, pcap, keyLog, verbose,
        };
        command.Validators.Add(result => Demand(
            result,
            result.GetValue(input), result.GetValue(pcap), result.GetValue(format),
            forFrames: result.GetValue(set) is not null || result.GetValue(fragment),
            forCaptures: result.GetValue(keyLog) is not null || result.GetValue(verbose)));
        command.SetAction(parse =>
        {
            var (output, errors) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            var json = parse.GetValue(format) == "json";
            return parse.GetValue(pcap) is { } capture
                ? CaptureRun.List(capture, parse.GetValue(keyLog), json, parse.GetValue(verbose), output, errors)
                : ShowFrame(parse.GetValue(input)!, parse.GetValue(set), parse.GetValue(fragment), json, output, errors);
        });
        return command;
    }

    private static void Demand(CommandResult result, string? input, string? pcap, string? format, bool forFrames, bool forCaptures)
    {
        if ((input is null) == (pcap is null))
        {
            result.AddError("Give either INPUT or --pcap.");
        }
        else if (pcap is not null && (forFrames || format == "xml"))
        {
            result.AddError("A capture decides its sets itself and is listed as text or json: --set, --fragment and --format xml are for one frame.");
        }
        else if (pcap is null && (forCaptures || format == "text"))
        {
            result.AddError("--keylog, --verbose and --format text go with --pcap.");
        }
    }

    private static int ShowFrame(string input, string? set, bool fragment, bool json, TextWriter output, TextWriter errors)
    {
        if (set is not null && ExiCommand.NameOf(set) is null)
        {
            errors.WriteLine($"pairsettle: {new WireError(WireFault.SetUnknown, $"{set}: no codec for this message set")}");
            return PairSettleCommand.Unusable;
        }

        if (!WireInput.TryRead(input, Console.OpenStandardInput, out var octets, out var error))
        {
            errors.WriteLine($"pairsettle: {error}");
            return PairSettleCommand.Unusable;
        }

        if (!FrameReader.TryRead(octets, set is null ? null : ExiCommand.NameOf(set), fragment, out var message, out error))
        {
            errors.WriteLine($"pairsettle: {error}");
            return 1;
        }

        if (set is null && message.Set is not null)
        {
            errors.WriteLine(message.PayloadType is { } type && PayloadTypes.SetsOf(type).Length == 1
                ? $"set {message.Set}: by its payload type {XmlForm.Hex16((int)type)}"
                : $"set {message.Set}: the only one that accepts these octets");
        }

        output.WriteLine(json ? JsonForm.Of(message) : XmlForm.Indent(message.Xml));
        return 0;
    }
}
