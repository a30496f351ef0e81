using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>An RSA public key. Numbers are big-endian without leading zero octets.</summary>
[ExiType("RSAKeyValueType", XmlDsigSchema.Namespace)]
[ExiGlobalElement("RSAKeyValue", XmlDsigSchema.Namespace)]
public sealed partial record RSAKeyValueType
{
    /// <summary>The modulus.</summary>
    [ExiElement]
    public required ExiBytes Modulus { get; init; }

    /// <summary>The public exponent.</summary>
    [ExiElement]
    public required ExiBytes Exponent { get; init; }
}
