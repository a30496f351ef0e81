namespace PairSettle.Tool.Conformance;

/// <summary>
/// Lines of the public corpora that are known not to pass, each with its reason. A listed line that passes all the same
/// is a failure: the list must not outlive its reasons.
/// </summary>
internal static class ListedDeviations
{
    private const string Overflow =
        "behind an escape stands text of 16 G characters, which the stream does not hold (EXI 7.1.10); the oracle's length overflows to nothing";

    /// <summary>The reason why a line is listed, or null.</summary>
    public static string? ReasonFor(string id) => id switch
    {
        "invalid/iso20dc/04006" => Overflow,
        _ => null,
    };
}
