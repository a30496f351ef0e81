using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>An OpenPGP key: exactly one property is set.</summary>
[ExiType("PGPDataType", XmlDsigSchema.Namespace, Compositor = ExiCompositor.Choice)]
[ExiGlobalElement("PGPData", XmlDsigSchema.Namespace)]
public sealed partial record PGPDataType
{
    /// <summary>A key identifier, with or without the key packet.</summary>
    [ExiGroup]
    public PGPKeyIDData? ByKeyID { get; init; }

    /// <summary>A key packet alone.</summary>
    [ExiGroup]
    public PGPKeyPacketData? ByKeyPacket { get; init; }
}
