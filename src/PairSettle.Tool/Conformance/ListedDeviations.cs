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

    /// <summary>The reason why a line is listed, or null.</summary>
    public static string? ReasonFor(string id) => id switch
    {
        "din/BodyElement/emptyCH01" or "din/ChargeParameterDiscoveryRes/emptyCH01" or "din/PowerDeliveryReq/emptyCH01" => AbstractInstance,
        "din/PaymentDetailsRes/emptyCH01" => NoNumber,
        "capture/08027" or "capture/11229" => SurplusOctet,
        "capture/13330" or "capture/13331" => EmptyByEscape,
        "capture/11308" => OtherProtocol,
        "capture/13463" or "capture/13497" => UnqualifiedId,
        "fragments/iso20.AC/AC_ChargeLoopRes/009" or "fragments/iso20.DC/DC_ChargeLoopRes/005" or "fragments/iso20.DC/DC_ChargeLoopRes/008" => AbstractMode,
        _ => GeneralDeviations.ReasonFor(id),
    };
}
