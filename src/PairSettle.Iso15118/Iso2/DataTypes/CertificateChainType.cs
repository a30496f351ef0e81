using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>A certificate and its issuers.</summary>
[ExiType("CertificateChainType", Iso2Schema.MsgDataTypes)]
public sealed partial record CertificateChainType
{
    /// <summary>The leaf certificate in DER.</summary>
    [ExiElement]
    [ExiLength(0, 800)]
    public required ExiBytes Certificate { get; init; }

    /// <summary>The issuers between the leaf and the root. The root is never sent.</summary>
    [ExiElement]
    public SubCertificatesType? SubCertificates { get; init; }

    /// <summary>The name that a signature refers to, where one covers the chain.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public string? Id { get; init; }
}
