using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>
/// The part of a signature that the signature value covers. ISO 15118-2 signs it as an EXI fragment of the xmldsig
/// schema alone.
/// </summary>
[ExiType("SignedInfoType", XmlDsigSchema.Namespace)]
[ExiGlobalElement("SignedInfo", XmlDsigSchema.Namespace)]
public sealed partial record SignedInfoType
{
    /// <summary>How this element becomes octets.</summary>
    [ExiElement(Reference = true)]
    public required CanonicalizationMethodType CanonicalizationMethod { get; init; }

    /// <summary>How those octets are signed.</summary>
    [ExiElement(Reference = true)]
    public required SignatureMethodType SignatureMethod { get; init; }

    /// <summary>The elements covered, each with its digest. ISO 15118-2 needs up to four.</summary>
    [ExiElement(Reference = true)]
    public required ExiList<ReferenceType> Reference { get; init; }

    /// <summary>A name that a reference can point at. Not written by ISO 15118-2 [V2G2-771].</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public string? Id { get; init; }
}
