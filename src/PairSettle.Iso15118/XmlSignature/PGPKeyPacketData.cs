using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>An OpenPGP key given by its packet alone.</summary>
[ExiModelGroup(ExiCompositor.Sequence, XmlDsigSchema.Namespace)]
public sealed partial record PGPKeyPacketData
{
    /// <summary>The key material packet.</summary>
    [ExiElement]
    public required ExiBytes PGPKeyPacket { get; init; }

    /// <summary>Data that another namespace defines.</summary>
    [ExiAny(ExiWildcardScope.Other)]
    public ExiList<ExiAnyElement> Any { get; init; }
}
