using PairSettle.Exi;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Iso2;

/// <summary>The roots that a vehicle trusts.</summary>
[ExiType("ListOfRootCertificateIDsType", Iso2Schema.MsgDataTypes)]
public sealed partial record ListOfRootCertificateIDsType
{
    /// <summary>One to twenty roots, by issuer and serial number.</summary>
    [ExiElement(MaxOccurs = 20)]
    public required ExiList<X509IssuerSerialType> RootCertificateID { get; init; }
}
