using System.CommandLine;
using System.Diagnostics;

namespace PairSettle.Tool.Commands;

/// <summary>What the commands of <c>pairsettle fuzz</c> have in common: how long to look, what for to begin with, and what to keep.</summary>
internal sealed class FuzzOptions(string whatIsKept)
{
    private const int BetweenLooksAtTheClock = 256;

    private readonly Option<int> _seconds = new("--seconds") { Description = "How long to look.", DefaultValueFactory = _ => 60 };
    private readonly Option<long?> _inputs = new("--inputs") { Description = "How many inputs to try, in place of --seconds; such a run repeats exactly." };
    private readonly Option<ulong> _seed = new("--seed") { Description = "What all choices follow from.", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _keep = new("--keep") { Description = whatIsKept };

    public void AddTo(Command command)
    {
        command.Add(_seconds);
        command.Add(_inputs);
        command.Add(_seed);
        command.Add(_keep);
    }

    public ulong Seed(ParseResult parse) => parse.GetValue(_seed);

    public string? Keep(ParseResult parse) => parse.GetValue(_keep);

    /// <summary>Repeats a step as often or as long as was asked.</summary>
    public void Run(ParseResult parse, Action step)
    {
        var (inputs, time, watch) = (parse.GetValue(_inputs), TimeSpan.FromSeconds(parse.GetValue(_seconds)), Stopwatch.StartNew());
        for (var count = 0L; inputs is { } most ? count < most : count % BetweenLooksAtTheClock != 0 || watch.Elapsed < time; count++)
        {
            step();
        }
    }
}
