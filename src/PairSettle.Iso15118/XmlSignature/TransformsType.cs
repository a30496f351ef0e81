using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>The steps from an element to the octets of which the digest is taken.</summary>
[ExiType("TransformsType", XmlDsigSchema.Namespace)]
[ExiGlobalElement("Transforms", XmlDsigSchema.Namespace)]
public sealed partial record TransformsType
{
    /// <summary>The steps in their order. ISO 15118-2 has exactly one.</summary>
    [ExiElement(Reference = true)]
    public required ExiList<TransformType> Transform { get; init; }
}
