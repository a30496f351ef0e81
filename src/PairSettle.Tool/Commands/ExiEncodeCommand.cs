using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using PairSettle.Exi;
using PairSettle.Iso15118.V2gtp;
using PairSettle.Tool.Conformance;
using PairSettle.Tool.Wire;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle exi encode</c>: the XML form of a message as octets.</summary>
internal static class ExiEncodeCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("XML") { Description = "A file of XML; '-' reads standard input." };
        var set = ExiCommand.Set();
        var fragment = ExiCommand.Fragment();
        var hits = new Option<bool>("--string-table-hits") { Description = "Code repeated values as string table hits; peers of ISO 15118 write literals." };
        var v2gtp = new Option<bool>("--v2gtp") { Description = "Put the V2GTP header of the set's payload type before the stream." };
        var command = new Command("encode", "Print the octets of an XML text in hexadecimal. Exit 0 printed, 1 refused or ambiguous, 2 unusable input.")
        {
            input, set, fragment, hits, v2gtp,
        };
        command.SetAction(parse =>
        {
            var (output, errors) = (parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error);
            var source = parse.GetValue(input)!;
            if (source != "-" && !File.Exists(source))
            {
                errors.WriteLine($"pairsettle: {new WireError(WireFault.InputUnreadable, $"{source}: no such file")}");
                return PairSettleCommand.Unusable;
            }

            var named = parse.GetValue(set);
            if (named is not null && ExiCommand.NameOf(named) is null)
            {
                errors.WriteLine($"pairsettle: {new WireError(WireFault.SetUnknown, $"{named}: no codec for this message set")}");
                return PairSettleCommand.Unusable;
            }

            var xml = source == "-" ? Console.In.ReadToEnd() : File.ReadAllText(source);
            var mode = parse.GetValue(hits) ? ExiStringTableMode.Hits : ExiStringTableMode.Misses;
            if (!TryEncode(xml, named is null ? null : ExiCommand.NameOf(named), parse.GetValue(fragment), mode, out var encoded, out var exi, out var error)
                || (parse.GetValue(v2gtp) && !TryFrame(encoded, ref exi, out error)))
            {
                errors.WriteLine($"pairsettle: {error}");
                return 1;
            }

            if (named is null)
            {
                errors.WriteLine($"set {encoded}: the only one that accepts this text");
            }

            output.WriteLine(Convert.ToHexString(exi));
            return 0;
        });
        return command;
    }

    private static bool TryEncode(
        string xml, string? named, bool fragment, ExiStringTableMode mode,
        [NotNullWhen(true)] out string? set, [NotNullWhen(true)] out byte[]? exi, out WireError error)
    {
        if (named is null)
        {
            return SetChoice.TryEncode(xml, fragment, mode, out set, out exi, out error);
        }

        set = named;
        var encoded = MessageSets.Find(named)!.Codec.TryEncodeFromXml(xml, fragment, mode, out exi, out var refusal);
        error = encoded ? default : new(WireFault.MessageRefused, $"{named} {refusal}");
        return encoded;
    }

    private static bool TryFrame(string set, ref byte[] exi, out WireError error)
    {
        if (PayloadTypes.Of(set) is not { } type)
        {
            error = new(WireFault.PayloadTypeMissing, $"{set} has no V2GTP payload type");
            return false;
        }

        exi = new V2gtpFrame(type, exi).ToArray();
        error = default;
        return true;
    }
}
