using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>The value of a signature.</summary>
[ExiType("SignatureValueType", XmlDsigSchema.Namespace)]
[ExiGlobalElement("SignatureValue", XmlDsigSchema.Namespace)]
public sealed partial record SignatureValueType
{
    /// <summary>
    /// The octets. For ECDSA these are r and s, each as wide as the curve's order and without ASN.1 around them: 64
    /// octets on P-256.
    /// </summary>
    [ExiText]
    public required ExiBytes Value { get; init; }

    /// <summary>A name that a reference can point at.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public string? Id { get; init; }
}
