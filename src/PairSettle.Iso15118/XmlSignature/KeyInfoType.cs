using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>
/// Hints at the key that verifies a signature. A hint proves nothing: trust comes from a verified certificate chain.
/// </summary>
[ExiType("KeyInfoType", XmlDsigSchema.Namespace, Mixed = true)]
[ExiGlobalElement("KeyInfo", XmlDsigSchema.Namespace)]
public sealed partial record KeyInfoType
{
    /// <summary>One or more hints.</summary>
    [ExiGroup]
    public required ExiList<KeyInfoItem> Items { get; init; }

    /// <summary>Text between the hints.</summary>
    [ExiMixed]
    public ExiList<ExiMixedText> Text { get; init; }

    /// <summary>A name that a reference can point at.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public string? Id { get; init; }
}
