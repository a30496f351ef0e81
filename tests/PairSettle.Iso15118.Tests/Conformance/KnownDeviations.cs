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

    private const string UndeclaredRoot = "the root is an element that the schema does not declare, in a stream of its own making";
    private const string CodePoint = "a number beyond Unicode stands for a character";
    private const string Identifier = "the codec reads xs:ID as a string: neither its lexical form nor its uniqueness is checked";

    public static IReadOnlyDictionary<string, string> Invalid { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["invalid/appprotocol/00011"] = "padding bits are not zero",
        ["invalid/appprotocol/00161"] = UndeclaredRoot,
        ["invalid/appprotocol/00165"] = UndeclaredRoot,
        ["invalid/iso2/01989"] = UndeclaredRoot,
        ["invalid/iso2/01195"] = CodePoint,
        ["invalid/iso2/01197"] = CodePoint,
        ["invalid/iso2/01199"] = CodePoint,
        ["invalid/iso2/01201"] = CodePoint,
        ["invalid/iso2/01327"] = CodePoint,
        ["invalid/iso2/01329"] = CodePoint,
        ["invalid/iso2/01331"] = CodePoint,
        ["invalid/iso2/01333"] = CodePoint,
        ["invalid/iso2/01450"] = CodePoint,
        ["invalid/iso2/01564"] = CodePoint,
        ["invalid/iso2/01566"] = CodePoint,
        ["invalid/iso2/01677"] = CodePoint,
        ["invalid/iso2/01681"] = CodePoint,
        ["invalid/iso2/01685"] = CodePoint,
        ["invalid/iso2/01801"] = CodePoint,
        ["invalid/iso2/01803"] = CodePoint,
        ["invalid/iso2/01805"] = CodePoint,
        ["invalid/iso2/01857"] = CodePoint,
        ["invalid/iso2/01859"] = CodePoint,
        ["invalid/iso2/01861"] = CodePoint,
        ["invalid/iso2/01863"] = CodePoint,
        ["invalid/iso2/01865"] = CodePoint,
        ["invalid/iso2/01919"] = CodePoint,
        ["invalid/iso2/01921"] = CodePoint,
        ["invalid/iso2/01405"] = Identifier,
        ["invalid/iso2/01407"] = Identifier,
        ["invalid/iso2/01417"] = Identifier,
        ["invalid/iso2/01418"] = Identifier,
        ["invalid/iso2/01421"] = Identifier,
        ["invalid/iso2/01952"] = Identifier,
        ["invalid/iso2/01954"] = Identifier,
    };
}
