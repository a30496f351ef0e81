using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>One step from an element to octets.</summary>
[ExiType("TransformType", XmlDsigSchema.Namespace, Mixed = true)]
[ExiGlobalElement("Transform", XmlDsigSchema.Namespace)]
public sealed partial record TransformType
{
    /// <summary>Parameters of the step. Not used by ISO 15118-2 [V2G2-771].</summary>
    [ExiGroup(MinOccurs = 0)]
    public ExiList<TransformParameter> Parameters { get; init; }

    /// <summary>Text beside the parameters. Not used by ISO 15118.</summary>
    [ExiMixed]
    public ExiList<ExiMixedText> Text { get; init; }

    /// <summary>The step's URI; in ISO 15118-2 <c>http://www.w3.org/TR/canonical-exi/</c>.</summary>
    [ExiAttribute]
    public required string Algorithm { get; init; }
}
