using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>Carries data inside a signature, whether signed or not.</summary>
[ExiType("ObjectType", XmlDsigSchema.Namespace, Mixed = true)]
[ExiGlobalElement("Object", XmlDsigSchema.Namespace)]
public sealed partial record ObjectType
{
    /// <summary>The data.</summary>
    [ExiAny(ExiWildcardScope.Any)]
    public ExiList<ExiAnyElement> Any { get; init; }

    /// <summary>Text between the elements of the data.</summary>
    [ExiMixed]
    public ExiList<ExiMixedText> Text { get; init; }

    /// <summary>A name that a reference can point at.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public string? Id { get; init; }

    /// <summary>The media type of the data.</summary>
    [ExiAttribute]
    public string? MimeType { get; init; }

    /// <summary>The URI of the encoding of the data.</summary>
    [ExiAttribute]
    public string? Encoding { get; init; }
}
