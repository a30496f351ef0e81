using System.CommandLine;
using PairSettle.Tool.Conformance;
using PairSettle.Tool.Wire;

namespace PairSettle.Tool.Commands;

/// <summary><c>pairsettle exi</c>: what goes over the wire, to text and back.</summary>
internal static class ExiCommand
{
    public static Command Create() => new("exi", "Read frames, EXI streams and captures of the wire, or encode XML to EXI.")
    {
        ExiDecodeCommand.Create(),
        ExiEncodeCommand.Create(),
        ExiCompareCommand.Create(),
        ExiImportCommand.Create(),
    };

    /// <summary>The option that names a set.</summary>
    public static Option<string> Set()
    {
        var set = new Option<string>("--set")
        {
            Description = "The message set, by namespace or short name: "
                + string.Join(", ", SetChoice.All)
                + ". Without it the set is found where only one is possible, and named on standard error.",
        };
        return set;
    }

    /// <summary>The option that makes a stream a fragment.</summary>
    public static Option<bool> Fragment() => new("--fragment") { Description = "The stream is a fragment, as in signatures." };

    /// <summary>The short name of a set, or null where none has the name.</summary>
    public static string? NameOf(string set) => MessageSets.Find(set)?.Name;
}
