using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>A key of the simple public key infrastructure (SPKI).</summary>
[ExiType("SPKIDataType", XmlDsigSchema.Namespace)]
[ExiGlobalElement("SPKIData", XmlDsigSchema.Namespace)]
public sealed partial record SPKIDataType
{
    /// <summary>One or more expressions.</summary>
    [ExiGroup]
    public required ExiList<SPKIDataItem> Items { get; init; }
}
