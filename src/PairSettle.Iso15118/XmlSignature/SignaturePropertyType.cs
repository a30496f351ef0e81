using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>One statement about the making of a signature, such as its time.</summary>
[ExiType("SignaturePropertyType", XmlDsigSchema.Namespace, Mixed = true)]
[ExiGlobalElement("SignatureProperty", XmlDsigSchema.Namespace)]
public sealed partial record SignaturePropertyType
{
    /// <summary>The statement.</summary>
    [ExiAny(ExiWildcardScope.Other, MinOccurs = 1)]
    public required ExiList<ExiAnyElement> Any { get; init; }

    /// <summary>Text between the elements of the statement.</summary>
    [ExiMixed]
    public ExiList<ExiMixedText> Text { get; init; }

    /// <summary>The <c>Id</c> of the signature that it is about, as a URI.</summary>
    [ExiAttribute]
    public required string Target { get; init; }

    /// <summary>A name that a reference can point at.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public string? Id { get; init; }
}
