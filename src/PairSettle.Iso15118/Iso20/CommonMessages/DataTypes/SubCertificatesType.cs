using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso20.CommonMessages;

/// <summary>The issuers between a leaf certificate and its root.</summary>
[ExiType("SubCertificatesType", CommonMessagesSchema.Namespace)]
public sealed partial record SubCertificatesType
{
    /// <summary>One to three certificates in DER, each at most 1600 octets.</summary>
    [ExiElement(MaxOccurs = 3)]
    [ExiLength(0, 1600)]
    public required ExiList<ExiBytes> Certificate { get; init; }
}
