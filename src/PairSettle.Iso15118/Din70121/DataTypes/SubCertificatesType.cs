using PairSettle.Exi;

namespace PairSettle.Iso15118.Din70121;

/// <summary>The issuers between a leaf certificate and its root.</summary>
[ExiType("SubCertificatesType", DinSchema.MsgDataTypes)]
public sealed partial record SubCertificatesType
{
    /// <summary>One or more certificates in DER, each at most 1200 octets.</summary>
    [ExiElement]
    [ExiLength(0, 1200)]
    public required ExiList<ExiBytes> Certificate { get; init; }
}
