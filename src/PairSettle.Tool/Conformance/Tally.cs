namespace PairSettle.Tool.Conformance;

/// <summary>Counts outcomes, prints each failure with its reason, and closes with the line that other tools read.</summary>
/// <param name="output">Where the lines go.</param>
/// <param name="listed">The reason why an id is known to deviate, or null; <see cref="ListedDeviations"/> where none is given.</param>
internal sealed class Tally(TextWriter output, Func<string, string?>? listed = null)
{
    private readonly Func<string, string?> _listed = listed ?? ListedDeviations.ReasonFor;
    private int _passed;
    private int _failed;
    private int _ruled;

    /// <summary>The exit code: 0 only if nothing failed.</summary>
    public int ExitCode => _failed == 0 ? 0 : 1;

    /// <summary>Records one line's outcome.</summary>
    /// <param name="id">The line's id.</param>
    /// <param name="failure">Why it failed, or null where it passed. A listed line must fail.</param>
    public void Add(string id, string? failure) => Add(id, Outcome.Of(failure));

    /// <summary>Records one line's outcome, which a rule may have decided.</summary>
    /// <param name="id">The line's id.</param>
    /// <param name="outcome">What judging it came to. A listed line must fail.</param>
    public void Add(string id, Outcome outcome)
    {
        switch (outcome.Failure, _listed(id))
        {
            case (null, null):
                _passed++;
                Rule(id, outcome.Ruling);
                break;
            case (null, { } reason):
                _failed++;
                output.WriteLine($"FAIL {id}: passes, though it is listed: {reason}");
                break;
            case (_, { } reason):
                Skip(id, reason);
                break;
            default:
                _failed++;
                output.WriteLine($"FAIL {id}: {outcome.Failure}");
                break;
        }
    }

    /// <summary>Records a line that is not judged.</summary>
    /// <param name="id">The line's id.</param>
    /// <param name="reason">Why it is not.</param>
    public void Skip(string id, string reason) => output.WriteLine($"LISTED {id}: {reason}");

    /// <summary>Prints the closing line, and before it how many of those that passed did so by a rule.</summary>
    public void Close()
    {
        if (_ruled > 0)
        {
            output.WriteLine($"{_ruled} of those that passed by a ruling");
        }

        output.WriteLine($"{_passed} passed, {_failed} failed");
    }

    private void Rule(string id, string? ruling)
    {
        if (ruling is not null)
        {
            _ruled++;
            output.WriteLine($"RULED {id}: {ruling}");
        }
    }
}
