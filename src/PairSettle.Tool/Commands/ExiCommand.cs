using System.CommandLine;
using PairSettle.Exi;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Tool.Conformance;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle exi</c>: EXI to XML and back.</summary>
internal static class ExiCommand
{
    public static Command Create() => new("exi", "Decode EXI to XML, or encode XML to EXI.")
    {
        CreateDecode(),
        CreateEncode(),
    };

    private static Command CreateDecode()
    {
        var input = new Argument<string>("HEX") { Description = "EXI octets in hexadecimal, with or without a V2GTP header; '-' reads standard input; '@FILE' a file of octets." };
        var set = Set();
        var fragment = Fragment();
        var command = new Command("decode", "Print the XML form of an EXI stream.") { input, set, fragment };
        command.SetAction(parse =>
        {
            var (output, errors) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            if (!TryReadOctets(parse.GetValue(input)!, out var octets, out var problem) || Find(parse.GetValue(set)!, out problem) is not { } codec)
            {
                errors.WriteLine($"pairsettle: {problem}");
                return PairSettleCommand.Unusable;
            }

            if (V2gtpHeader.TryParse(octets, out var header, out _) && header.PayloadLength == octets.Length - V2gtpHeader.Size)
            {
                octets = octets[V2gtpHeader.Size..];
            }

            if (!codec.TryDecodeToXml(octets, parse.GetValue(fragment), out var xml, out var error))
            {
                errors.WriteLine($"pairsettle: {error}");
                return 1;
            }

            output.WriteLine(xml);
            return 0;
        });
        return command;
    }

    private static Command CreateEncode()
    {
        var input = new Argument<string>("XML") { Description = "A file of XML; '-' reads standard input." };
        var set = Set();
        var fragment = Fragment();
        var hits = new Option<bool>("--string-table-hits") { Description = "Code repeated values as string table hits; peers of ISO 15118 write literals." };
        var command = new Command("encode", "Print the EXI form of an XML text in hexadecimal.") { input, set, fragment, hits };
        command.SetAction(parse =>
        {
            var (output, errors) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            var source = parse.GetValue(input)!;
            if (source != "-" && !File.Exists(source))
            {
                errors.WriteLine($"pairsettle: {source}: no such file");
                return PairSettleCommand.Unusable;
            }

            if (Find(parse.GetValue(set)!, out var problem) is not { } codec)
            {
                errors.WriteLine($"pairsettle: {problem}");
                return PairSettleCommand.Unusable;
            }

            var xml = source == "-" ? Console.In.ReadToEnd() : File.ReadAllText(source);
            var mode = parse.GetValue(hits) ? ExiStringTableMode.Hits : ExiStringTableMode.Misses;
            if (!codec.TryEncodeFromXml(xml, parse.GetValue(fragment), mode, out var exi, out var error))
            {
                errors.WriteLine($"pairsettle: {error}");
                return 1;
            }

            output.WriteLine(Convert.ToHexString(exi));
            return 0;
        });
        return command;
    }

    private static Option<string> Set() => new("--set")
    {
        Description = "The message set, by short name or namespace; it is negotiated, never guessed from octets.",
        DefaultValueFactory = _ => "iso2",
    };

    private static Option<bool> Fragment() => new("--fragment") { Description = "The stream is a fragment, as in signatures." };

    private static ExiCodec? Find(string name, out string? problem)
    {
        var codec = MessageSets.Find(name)?.Codec;
        problem = codec is null ? $"{name}: no codec for this message set" : null;
        return codec;
    }

    private static bool TryReadOctets(string source, out byte[] octets, out string? problem)
    {
        problem = null;
        octets = [];
        if (source.StartsWith('@'))
        {
            if (!File.Exists(source[1..]))
            {
                problem = $"{source[1..]}: no such file";
                return false;
            }

            octets = File.ReadAllBytes(source[1..]);
            return true;
        }

        var text = string.Concat((source == "-" ? Console.In.ReadToEnd() : source).Where(c => !char.IsWhiteSpace(c)));
        if (text.Length % 2 != 0 || !text.All(char.IsAsciiHexDigit))
        {
            problem = "the input is not an even number of hexadecimal digits";
            return false;
        }

        octets = Convert.FromHexString(text);
        return true;
    }
}
