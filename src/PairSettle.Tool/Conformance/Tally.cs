namespace PairSettle.Tool.Conformance;

/// <summary>Counts outcomes, prints each failure with its reason, and closes with the line that other tools read.</summary>
internal sealed class Tally(TextWriter output)
{
    private int _passed;
    private int _failed;

    /// <summary>The exit code: 0 only if nothing failed.</summary>
    public int ExitCode => _failed == 0 ? 0 : 1;

    /// <summary>Records one line's outcome.</summary>
    /// <param name="id">The line's id.</param>
    /// <param name="failure">Why it failed, or null where it passed. A line on <see cref="ListedDeviations"/> must fail.</param>
    public void Add(string id, string? failure)
    {
        switch (failure, ListedDeviations.ReasonFor(id))
        {
            case (null, null):
                _passed++;
                break;
            case (null, { } reason):
                _failed++;
                output.WriteLine($"FAIL {id}: passes, though it is listed: {reason}");
                break;
            case (_, { } reason):
                output.WriteLine($"LISTED {id}: {reason}");
                break;
            default:
                _failed++;
                output.WriteLine($"FAIL {id}: {failure}");
                break;
        }
    }

    /// <summary>Prints the closing line.</summary>
    public void Close() => output.WriteLine($"{_passed} passed, {_failed} failed");
}
