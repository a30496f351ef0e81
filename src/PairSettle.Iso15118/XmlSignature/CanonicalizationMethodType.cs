using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>Names the transformation of <c>SignedInfo</c> to octets.</summary>
[ExiType("CanonicalizationMethodType", XmlDsigSchema.Namespace, Mixed = true)]
[ExiGlobalElement("CanonicalizationMethod", XmlDsigSchema.Namespace)]
public sealed partial record CanonicalizationMethodType
{
    /// <summary>Parameters of the algorithm. Not used by ISO 15118-2 [V2G2-771].</summary>
    [ExiAny(ExiWildcardScope.Any)]
    public ExiList<ExiAnyElement> Any { get; init; }

    /// <summary>Text beside the parameters. Not used by ISO 15118.</summary>
    [ExiMixed]
    public ExiList<ExiMixedText> Text { get; init; }

    /// <summary>The algorithm's URI; in ISO 15118-2 <c>http://www.w3.org/TR/canonical-exi/</c>.</summary>
    [ExiAttribute]
    public required string Algorithm { get; init; }
}
