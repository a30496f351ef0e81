using PairSettle.Exi;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Iso20.CommonTypes;

/// <summary>The root certificates that the vehicle has.</summary>
[ExiType("ListOfRootCertificateIDsType", CommonTypesSchema.Namespace)]
public sealed partial record ListOfRootCertificateIDsType
{
    /// <summary>One to twenty certificates, each by issuer and serial number.</summary>
    [ExiElement(MaxOccurs = 20)]
    public required ExiList<X509IssuerSerialType> RootCertificateID { get; init; }
}
