namespace PairSettle.Iso15118.Tests.Conformance;

/// <summary>Lines of the corpora that fail for a known reason. One that passes all the same makes the test fail.</summary>
internal static class KnownDeviations
{
    private const string Wildcard = "what a wildcard or mixed content admits is refused with EXI2023";

    public static IReadOnlyDictionary<string, string> Vectors { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["iso2/AuthorizationReq/025"] = Wildcard,
        ["iso2/AuthorizationReq/027"] = Wildcard,
    };
}
