using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>The issuers between a leaf certificate and its root.</summary>
[ExiType("SubCertificatesType", Iso2Schema.MsgDataTypes)]
public sealed partial record SubCertificatesType
{
    /// <summary>One to four certificates in DER.</summary>
    [ExiElement(MaxOccurs = 4)]
    [ExiLength(0, 800)]
    public required ExiList<ExiBytes> Certificate { get; init; }
}
