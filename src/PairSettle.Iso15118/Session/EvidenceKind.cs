namespace PairSettle.Iso15118.Session;

/// <summary>The messages of an unmodified Plug &amp; Charge session that prove something about it later.</summary>
public enum EvidenceKind
{
    /// <summary>PaymentDetailsReq: the contract certificate chain.</summary>
    ContractChain,

    /// <summary>AuthorizationReq, signed with the contract's key over the charger's challenge.</summary>
    Authorization,

    /// <summary>ChargeParameterDiscoveryRes with a signed SalesTariff.</summary>
    SalesTariff,

    /// <summary>MeteringReceiptReq, signed with the contract's key over the meter reading.</summary>
    MeteringReceipt,
}
