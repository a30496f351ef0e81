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

    private const string UnqualifiedId = "the sender leaves out the namespace of SalesTariff/@Id, so it is an undeclared attribute";

    public static IReadOnlyDictionary<string, string> Roundtrips { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["capture/11308"] = "a frame of DIN SPEC 70121 that was filed under ISO 15118-2",
        ["capture/13463"] = UnqualifiedId,
        ["capture/13497"] = UnqualifiedId,
    };
}
