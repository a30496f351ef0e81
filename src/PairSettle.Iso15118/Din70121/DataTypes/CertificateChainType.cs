using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>A certificate and its issuers.</summary>
[ExiType("CertificateChainType", DinSchema.MsgDataTypes)]
public sealed partial record CertificateChainType
{
    /// <summary>The leaf certificate in DER, at most 1200 octets.</summary>
    [ExiElement]
    [ExiLength(0, 1200)]
    public required ExiBytes Certificate { get; init; }

    /// <summary>The issuers between the leaf and the root. The root is never sent.</summary>
    [ExiElement]
    public SubCertificatesType? SubCertificates { get; init; }
}
