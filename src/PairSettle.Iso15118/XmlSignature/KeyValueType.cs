using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>A public key: exactly one property is set.</summary>
[ExiType("KeyValueType", XmlDsigSchema.Namespace, Compositor = ExiCompositor.Choice, Mixed = true)]
[ExiGlobalElement("KeyValue", XmlDsigSchema.Namespace)]
public sealed partial record KeyValueType
{
    /// <summary>A DSA key.</summary>
    [ExiElement(Reference = true)]
    public DSAKeyValueType? DSAKeyValue { get; init; }

    /// <summary>An RSA key.</summary>
    [ExiElement(Reference = true)]
    public RSAKeyValueType? RSAKeyValue { get; init; }

    /// <summary>A key of a kind that another namespace defines.</summary>
    [ExiAny(ExiWildcardScope.Other)]
    public ExiAnyElement? Any { get; init; }

    /// <summary>Text around the key.</summary>
    [ExiMixed]
    public ExiList<ExiMixedText> Text { get; init; }
}
