namespace PairSettle.Iso15118.Session;

/// <summary>What a signature in a message header is for.</summary>
public enum SignaturePurpose
{
    /// <summary>AuthorizationReq, by the contract key.</summary>
    Authorization,

    /// <summary>MeteringReceiptReq, by the contract key.</summary>
    MeteringReceipt,

    /// <summary>CertificateInstallationReq, by the OEM provisioning key.</summary>
    CertificateInstallation,

    /// <summary>CertificateUpdateReq, by the contract key that is to be replaced.</summary>
    CertificateUpdate,

    /// <summary>SalesTariff, by the mobility operator.</summary>
    SalesTariff,
}
