namespace PairSettle.Records.Verification;

/// <summary>The signed ISO 15118 messages that say something about a session later.</summary>
internal enum IsoEvidenceKind
{
    /// <summary>AuthorizationReq, signed with the contract's key.</summary>
    Authorisation,

    /// <summary>MeteringReceiptReq, signed with the contract's key.</summary>
    MeteringReceipt,

    /// <summary>ChargeParameterDiscoveryRes with a SalesTariff that the contract's issuer signed.</summary>
    SalesTariff,
}
