using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>A list of references whose digests the application checks itself.</summary>
[ExiType("ManifestType", XmlDsigSchema.Namespace)]
[ExiGlobalElement("Manifest", XmlDsigSchema.Namespace)]
public sealed partial record ManifestType
{
    /// <summary>One or more references.</summary>
    [ExiElement(Reference = true)]
    public required ExiList<ReferenceType> Reference { get; init; }

    /// <summary>A name that a reference can point at.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public string? Id { get; init; }
}
