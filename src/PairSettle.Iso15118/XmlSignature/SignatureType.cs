using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>
/// An XML signature. ISO 15118-2 carries it in the message header; it covers elements of the body by their <c>Id</c>.
/// </summary>
[ExiType("SignatureType", XmlDsigSchema.Namespace)]
[ExiGlobalElement("Signature", XmlDsigSchema.Namespace)]
public sealed partial record SignatureType
{
    /// <summary>What is signed: the algorithms, and a digest for every element covered.</summary>
    [ExiElement(Reference = true)]
    public required SignedInfoType SignedInfo { get; init; }

    /// <summary>The signature over <see cref="SignedInfo"/>.</summary>
    [ExiElement(Reference = true)]
    public required SignatureValueType SignatureValue { get; init; }

    /// <summary>
    /// Hints at the key. ISO 15118-2 does not use it, because the certificate comes with the message.
    /// </summary>
    [ExiElement(Reference = true)]
    public KeyInfoType? KeyInfo { get; init; }

    /// <summary>Further data. ISO 15118-2 does not use it.</summary>
    [ExiElement(Reference = true, MinOccurs = 0)]
    public ExiList<ObjectType> Object { get; init; }

    /// <summary>A name that a reference can point at.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public string? Id { get; init; }
}
