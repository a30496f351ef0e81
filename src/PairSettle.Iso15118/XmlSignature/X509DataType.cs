using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>Identifies a key by X.509 certificates.</summary>
[ExiType("X509DataType", XmlDsigSchema.Namespace)]
[ExiGlobalElement("X509Data", XmlDsigSchema.Namespace)]
public sealed partial record X509DataType
{
    /// <summary>One or more statements about the same key.</summary>
    [ExiGroup]
    public required ExiList<X509DataItem> Items { get; init; }
}
