namespace PairSettle.Tool.Conformance;

/// <summary>
/// Lines of the public corpora that are known not to pass, each with its reason. A listed line that passes all the same
/// is a failure: the list must not outlive its reasons.
/// </summary>
internal static class ListedDeviations
{
    private const string Identifier = "the codec reads xs:ID as a string: neither its lexical form nor its uniqueness is checked (XSD2 3.3.8)";
    private const string Overflow =
        "behind an escape stands text of 16 G characters, which the stream does not hold (EXI 7.1.10); the oracle's length overflows to nothing";

    /// <summary>The reason why a line is listed, or null.</summary>
    public static string? ReasonFor(string id) => id switch
    {
        "invalid/iso20dc/04006" => Overflow,
        "invalid/iso2/01405" or "invalid/iso2/01407" or "invalid/iso2/01417" or "invalid/iso2/01418" or "invalid/iso2/01421" or
        "invalid/iso2/01952" or "invalid/iso2/01954" => Identifier,
        _ => null,
    };
}
