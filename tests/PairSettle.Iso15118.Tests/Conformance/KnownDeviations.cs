namespace PairSettle.Iso15118.Tests.Conformance;

/// <summary>Lines of the corpora that fail for a known reason. One that passes all the same makes the test fail.</summary>
internal static class KnownDeviations
{
    private const string AbstractInstance = "an instance of an abstract element";

    public static IReadOnlyDictionary<string, string> Vectors { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["din/BodyElement/emptyCH01"] = AbstractInstance,
        ["din/ChargeParameterDiscoveryRes/emptyCH01"] = AbstractInstance,
        ["din/PowerDeliveryReq/emptyCH01"] = AbstractInstance,
        ["din/PaymentDetailsRes/emptyCH01"] = "a number without digits, as untyped text behind the escape",
    };

    private const string SurplusOctet = "the vehicle sends an octet after the end of its message";
    private const string UnqualifiedId = "the sender leaves out the namespace of SalesTariff/@Id, so it is an undeclared attribute";

    public static IReadOnlyDictionary<string, string> Roundtrips { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["capture/08027"] = SurplusOctet,
        ["capture/11229"] = SurplusOctet,
        ["capture/11308"] = "a frame of DIN SPEC 70121 that was filed under ISO 15118-2",
        ["capture/13463"] = UnqualifiedId,
        ["capture/13497"] = UnqualifiedId,
    };

    private const string UndeclaredRoot = "the root is an element that the schema does not declare, in a stream of its own making";
    private const string CodePoint = "a number beyond Unicode stands for a character";
    private const string Identifier = "the codec reads xs:ID as a string: neither its lexical form nor its uniqueness is checked";

    private const string RedundantOctet = "a number ends in an octet that adds nothing, so it would not encode to itself";
    private const string NoDocument = "the corpus takes an event code that the grammar does not define for an empty document";

    public static IReadOnlyDictionary<string, string> Invalid { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["invalid/appprotocol/00011"] = "padding bits are not zero",
        ["invalid/appprotocol/00161"] = UndeclaredRoot,
        ["invalid/appprotocol/00165"] = UndeclaredRoot,
        ["invalid/din/00327"] = "padding bits are not zero",
        ["invalid/din/00258"] = RedundantOctet,
        ["invalid/din/00350"] = RedundantOctet,
        ["invalid/din/00492"] = CodePoint,
        ["invalid/din/00498"] = CodePoint,
        ["invalid/din/00628"] = CodePoint,
        ["invalid/din/00632"] = CodePoint,
        ["invalid/din/00636"] = CodePoint,
        ["invalid/din/00807"] = CodePoint,
        ["invalid/din/00863"] = CodePoint,
        ["invalid/din/00867"] = CodePoint,
        ["invalid/din/00869"] = CodePoint,
        ["invalid/din/00871"] = CodePoint,
        ["invalid/din/00983"] = CodePoint,
        ["invalid/din/00989"] = CodePoint,
        ["invalid/din/00991"] = CodePoint,
        ["invalid/din/01053"] = NoDocument,
        ["invalid/din/01054"] = NoDocument,
        ["invalid/din/01056"] = NoDocument,
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
