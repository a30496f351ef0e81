using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>One element that a signature covers, with its digest.</summary>
[ExiType("ReferenceType", XmlDsigSchema.Namespace)]
[ExiGlobalElement("Reference", XmlDsigSchema.Namespace)]
public sealed partial record ReferenceType
{
    /// <summary>How the element becomes octets, step by step.</summary>
    [ExiElement(Reference = true)]
    public TransformsType? Transforms { get; init; }

    /// <summary>The digest algorithm.</summary>
    [ExiElement(Reference = true)]
    public required DigestMethodType DigestMethod { get; init; }

    /// <summary>The digest of those octets.</summary>
    [ExiElement(Reference = true)]
    public required ExiBytes DigestValue { get; init; }

    /// <summary>A name that a reference can point at. Not written by ISO 15118-2.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public string? Id { get; init; }

    /// <summary>Which element it is: <c>#</c> and the value of its <c>Id</c>.</summary>
    [ExiAttribute]
    public string? URI { get; init; }

    /// <summary>What kind of thing is referred to. Not written by ISO 15118-2 [V2G2-771].</summary>
    [ExiAttribute]
    public string? Type { get; init; }
}
