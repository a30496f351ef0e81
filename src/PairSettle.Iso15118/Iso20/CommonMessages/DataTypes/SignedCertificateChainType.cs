using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>A certificate and its issuers, covered by a signature.</summary>
[ExiType("SignedCertificateChainType", CommonMessagesSchema.Namespace)]
public sealed partial record SignedCertificateChainType
{
    /// <summary>The leaf certificate in DER, at most 1600 octets.</summary>
    [ExiElement]
    [ExiLength(0, 1600)]
    public required ExiBytes Certificate { get; init; }

    /// <summary>The issuers between the leaf and the root. The root is never sent.</summary>
    [ExiElement]
    public SubCertificatesType? SubCertificates { get; init; }

    /// <summary>The name that the signature refers to.</summary>
    [ExiAttribute]
    [ExiIdentifier]
    public required string Id { get; init; }
}
