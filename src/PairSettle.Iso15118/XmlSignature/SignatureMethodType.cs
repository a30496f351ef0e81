using System.Numerics;
using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>Names the signature algorithm.</summary>
[ExiType("SignatureMethodType", XmlDsigSchema.Namespace, Mixed = true)]
[ExiGlobalElement("SignatureMethod", XmlDsigSchema.Namespace)]
public sealed partial record SignatureMethodType
{
    /// <summary>The bits kept of a truncated HMAC. Not used by ISO 15118-2 [V2G2-771].</summary>
    [ExiElement]
    public BigInteger? HMACOutputLength { get; init; }

    /// <summary>Parameters of the algorithm. Not used by ISO 15118-2 [V2G2-771].</summary>
    [ExiAny(ExiWildcardScope.Other)]
    public ExiList<ExiAnyElement> Any { get; init; }

    /// <summary>Text beside the parameters. Not used by ISO 15118.</summary>
    [ExiMixed]
    public ExiList<ExiMixedText> Text { get; init; }

    /// <summary>
    /// The algorithm's URI; in ISO 15118-2 <c>http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256</c>.
    /// </summary>
    [ExiAttribute]
    public required string Algorithm { get; init; }
}
