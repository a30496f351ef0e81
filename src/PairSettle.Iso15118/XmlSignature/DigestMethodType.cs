using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>Names the digest algorithm.</summary>
[ExiType("DigestMethodType", XmlDsigSchema.Namespace, Mixed = true)]
[ExiGlobalElement("DigestMethod", XmlDsigSchema.Namespace)]
public sealed partial record DigestMethodType
{
    /// <summary>Parameters of the algorithm. Not used by ISO 15118-2 [V2G2-771].</summary>
    [ExiAny(ExiWildcardScope.Other)]
    public ExiList<ExiAnyElement> Any { get; init; }

    /// <summary>Text beside the parameters. Not used by ISO 15118.</summary>
    [ExiMixed]
    public ExiList<ExiMixedText> Text { get; init; }

    /// <summary>The algorithm's URI; in ISO 15118-2 <c>http://www.w3.org/2001/04/xmlenc#sha256</c>.</summary>
    [ExiAttribute]
    public required string Algorithm { get; init; }
}
