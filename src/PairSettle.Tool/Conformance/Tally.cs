namespace PairSettle.Tool.Conformance;

/// <summary>Counts outcomes, prints each failure with its reason, and closes with the line that other tools read.</summary>
/// <param name="output">Where the lines go.</param>
/// <param name="listed">The reason why an id is known to deviate, or null; <see cref="ListedDeviations"/> where none is given.</param>
internal sealed class Tally(TextWriter output, Func<string, string?>? listed = null)
{
    private readonly Func<string, string?> _listed = listed ?? ListedDeviations.ReasonFor;
    private int _passed;
    private int _failed;

    /// <summary>The exit code: 0 only if nothing failed.</summary>
    public int ExitCode => _failed == 0 ? 0 : 1;

    /// <summary>Records one line's outcome.</summary>
    /// <param name="id">The line's id.</param>
    /// <param name="failure">Why it failed, or null where it passed. A listed line must fail.</param>
    public void Add(string id, string? failure)
    {
        switch (failure, _listed(id))
        {
            case (null, null):
                _passed++;
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
                output.WriteLine($"FAIL {id}: {failure}");
                break;
        }
    }

    /// <summary>Records a line that is not judged.</summary>
    /// <param name="id">The line's id.</param>
    /// <param name="reason">Why it is not.</param>
    public void Skip(string id, string reason) => output.WriteLine($"LISTED {id}: {reason}");

    /// <summary>Prints the closing line.</summary>
    public void Close() => output.WriteLine($"{_passed} passed, {_failed} failed");
}
