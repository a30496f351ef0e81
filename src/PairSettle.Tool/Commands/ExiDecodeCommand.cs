using System.CommandLine;
using PairSettle.Tool.Wire;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle exi decode</c>: one frame or stream as XML or JSON.</summary>
internal static class ExiDecodeCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("INPUT")
        {
            Description = "A V2GTP frame or an EXI stream: hexadecimal digits, a file of digits or octets ('@FILE' where the name could be digits), or '-' for standard input.",
        };
        var set = ExiCommand.Set();
        var fragment = ExiCommand.Fragment();
        var format = new Option<string>("--format") { Description = "xml (default) or json.", DefaultValueFactory = _ => "xml" };
        format.AcceptOnlyFromAmong("xml", "json");
        var command = new Command("decode", "Show what octets of the wire say. Exit 0 shown, 1 refused or ambiguous, 2 unusable input.")
        {
            input, set, fragment, format,
        };
        command.SetAction(parse => ShowFrame(
            parse.GetValue(input)!, parse.GetValue(set), parse.GetValue(fragment), parse.GetValue(format) == "json",
            parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error));
        return command;
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
            errors.WriteLine($"set {message.Set}: the only one that accepts these octets");
        }

        output.WriteLine(json ? JsonForm.Of(message) : XmlForm.Indent(message.Xml));
        return 0;
    }
}
