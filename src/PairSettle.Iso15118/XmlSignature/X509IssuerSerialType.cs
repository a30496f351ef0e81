using System.Numerics;
using PairSettle.Exi;

namespace PairSettle.Iso15118.XmlSignature;

/// <summary>
/// Names a certificate by its issuer and serial number. ISO 15118-2 lists the root certificates of a vehicle in this
/// way.
/// </summary>
[ExiType("X509IssuerSerialType", XmlDsigSchema.Namespace)]
public sealed partial record X509IssuerSerialType
{
    /// <summary>The issuer as a distinguished name.</summary>
    [ExiElement]
    public required string X509IssuerName { get; init; }

    /// <summary>The serial number. RFC 5280 allows up to 20 octets, more than any machine integer holds.</summary>
    [ExiElement]
    public required BigInteger X509SerialNumber { get; init; }
}
