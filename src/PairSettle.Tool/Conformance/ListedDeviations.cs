namespace PairSettle.Tool.Conformance;

/// <summary>
/// Lines of the public corpora that are known not to pass, each with its reason. A listed line that passes all the same
/// is a failure: the list must not outlive its reasons.
/// </summary>
internal static class ListedDeviations
{
    private const string EmptyByEscape = "the peer codes an empty SessionID as a missing value (second-level EE), which is legal; we write the empty value";
    private const string OtherProtocol = "a DIN 70121 stream that the corpus files under ISO 15118-2: as such it has octets after its end";
    private const string AbstractInstance = "an instance of an abstract element, which a typed message cannot hold; it is refused with EXI2018";
    private const string NoNumber = "a number without digits, in the text that EXI keeps for values outside their type; it is refused with EXI2007";
    private const string SurplusOctet = "the vehicle sends an octet after the end of its message; what is accepted must encode to itself, so it is refused with EXI2017";
    private const string UnqualifiedId = "the peer sends SalesTariff/@Id without its namespace, which the schema does not declare (attributeFormDefault=\"qualified\")";

    private const string AbstractMode = "the head CLResControlMode stands for itself, though its type is abstract: refused as such (EXI2018)";
    private const string UndeclaredRoot = "the root is an element that the schema does not declare, so no message can hold it";
    private const string UndefinedCode = "an event code that the grammar does not define, which the corpus takes for an empty document";
    private const string CodePoint = "a number beyond Unicode stands for a character, which XML does not have (XML 1.0, 2.2)";
    private const string Padding = "the bits that fill up the last octet are not zero (EXI2016)";
    private const string IdleOctet = "an integer ends in an octet that adds nothing, so it would not encode to itself (EXI2010)";
    private const string Escaped = "a value outside its type, which EXI keeps as text behind an escape; a typed message cannot hold it (EXI2007)";
    private const string EmptyEscaped = "content behind an escape, which the corpus takes for an empty document (EXI2007)";
    private const string Nested = "foreign elements ten deep behind a wildcard, which the default limits admit (docs/formats/exi-errors.md)";
    private const string Identifier = "the codec reads xs:ID as a string: neither its lexical form nor its uniqueness is checked";

    private static readonly Dictionary<string, string> Listed = List(
        (AbstractInstance, "din/", "BodyElement/emptyCH01 ChargeParameterDiscoveryRes/emptyCH01 PowerDeliveryReq/emptyCH01"),
        (NoNumber, "din/PaymentDetailsRes/", "emptyCH01"),
        (SurplusOctet, "capture/", "08027 11229"),
        (EmptyByEscape, "capture/", "13330 13331"),
        (OtherProtocol, "capture/", "11308"),
        (UnqualifiedId, "capture/", "13463 13497"),
        (AbstractMode, "fragments/iso20.", "AC/AC_ChargeLoopRes/009 DC/DC_ChargeLoopRes/005 DC/DC_ChargeLoopRes/008"),
        (Padding, "invalid/", "appprotocol/00011 din/00327 iso20acdp/05427 iso20acdp/05433 iso20dc/03435 iso20wpt/04959"),
        (IdleOctet, "invalid/", "din/00258 din/00350 iso20ac/03306 iso20acdp/05088 iso20dc/03796 iso20dc/03851 iso20wpt/04855"),
        (UndeclaredRoot, "invalid/", "appprotocol/00161 appprotocol/00165 iso2/01989"),
        (UndefinedCode, "invalid/", "din/01053 din/01054 din/01056 iso20ac/03354 iso20ac/03356 iso20acdp/05531 iso20acdp/05534"),
        (UndefinedCode, "invalid/", "iso20cm/02873 iso20dc/04138"),
        (EmptyEscaped, "invalid/", "iso20ac/03360"),
        (Escaped, "invalid/", "iso20dc/04006"),
        (Nested, "invalid/", "iso2/05565"),
        (CodePoint, "invalid/iso20cm/", "02342 02344 02445"),
        (CodePoint, "invalid/din/", "00492 00498 00628 00632 00636 00807 00863 00867 00869 00871 00983 00989 00991"),
        (CodePoint, "invalid/iso2/", "01195 01197 01199 01201 01327 01329 01331 01333 01450 01564 01566 01677 01681 01685 01801 01803"),
        (CodePoint, "invalid/iso2/", "01805 01857 01859 01861 01863 01865 01919 01921"),
        (Identifier, "invalid/iso2/", "01405 01407 01417 01418 01421 01952 01954"));

    /// <summary>The reason why a line is listed, or null.</summary>
    public static string? ReasonFor(string id) => Listed.GetValueOrDefault(id) ?? GeneralDeviations.ReasonFor(id);

    private static Dictionary<string, string> List(params ReadOnlySpan<(string Reason, string Prefix, string Ids)> reasons)
    {
        var listed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (reason, prefix, ids) in reasons)
        {
            foreach (var id in ids.Split(' '))
            {
                listed.Add(prefix + id, reason);
            }
        }

        return listed;
    }
}
