using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>An OpenPGP key named by its identifier.</summary>
[ExiModelGroup(ExiCompositor.Sequence, XmlDsigSchema.Namespace)]
public sealed partial record PGPKeyIDData
{
    /// <summary>The key identifier, 8 octets.</summary>
    [ExiElement]
    public required ExiBytes PGPKeyID { get; init; }

    /// <summary>The key material packet.</summary>
    [ExiElement]
    public ExiBytes? PGPKeyPacket { get; init; }

    /// <summary>Data that another namespace defines.</summary>
    [ExiAny(ExiWildcardScope.Other)]
    public ExiList<ExiAnyElement> Any { get; init; }
}
