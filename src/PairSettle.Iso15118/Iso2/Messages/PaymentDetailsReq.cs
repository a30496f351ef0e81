using PairSettle.Exi;

namespace PairSettle.Iso15118.Iso2;

/// <summary>Presents the contract (Plug and Charge). From EVCC to SECC.</summary>
[ExiType("PaymentDetailsReqType", Iso2Schema.MsgBody)]
[ExiGlobalElement("PaymentDetailsReq", Iso2Schema.MsgBody, SubstitutionGroup = "BodyElement")]
public sealed partial record PaymentDetailsReq : BodyBaseType
{
    /// <summary>The e-mobility account identifier of the contract. A personal identifier: never log it.</summary>
    [ExiElement]
    [ExiLength(14, 15, AllowEmpty = true)]
    public required string eMAID { get; init; }

    /// <summary>The contract certificate and its issuers below the root.</summary>
    [ExiElement]
    public required CertificateChainType ContractSignatureCertChain { get; init; }
}
