using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>Refers to key information that is stored elsewhere. PairSettle never follows such a reference.</summary>
[ExiType("RetrievalMethodType", XmlDsigSchema.Namespace)]
[ExiGlobalElement("RetrievalMethod", XmlDsigSchema.Namespace)]
public sealed partial record RetrievalMethodType
{
    /// <summary>How the data found becomes key information.</summary>
    [ExiElement(Reference = true)]
    public TransformsType? Transforms { get; init; }

    /// <summary>Where the data is.</summary>
    [ExiAttribute]
    public string? URI { get; init; }

    /// <summary>What kind of data it is.</summary>
    [ExiAttribute]
    public string? Type { get; init; }
}
