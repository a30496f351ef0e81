using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>Statements about the making of a signature.</summary>
[ExiType("SignaturePropertiesType", XmlDsigSchema.Namespace)]
[ExiGlobalElement("SignatureProperties", XmlDsigSchema.Namespace)]
public sealed partial record SignaturePropertiesType
{
    /// <summary>One or more statements.</summary>
    [ExiElement(Reference = true)]
    public required ExiList<SignaturePropertyType> SignatureProperty { get; init; }

    /// <summary>A name that a reference can point at.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public string? Id { get; init; }
}
