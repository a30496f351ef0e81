namespace PairSettle.Iso15118.Session;

/// <summary>The request and response pairs of ISO 15118-2, named by their common stem.</summary>
public enum MessageKind
{
    /// <summary>supportedAppProtocolReq and supportedAppProtocolRes.</summary>
    SupportedAppProtocol,

    /// <summary>SessionSetupReq and SessionSetupRes.</summary>
    SessionSetup,

    /// <summary>ServiceDiscoveryReq and ServiceDiscoveryRes.</summary>
    ServiceDiscovery,

    /// <summary>ServiceDetailReq and ServiceDetailRes.</summary>
    ServiceDetail,

    /// <summary>PaymentServiceSelectionReq and PaymentServiceSelectionRes.</summary>
    PaymentServiceSelection,

    /// <summary>CertificateInstallationReq and CertificateInstallationRes.</summary>
    CertificateInstallation,

    /// <summary>CertificateUpdateReq and CertificateUpdateRes.</summary>
    CertificateUpdate,

    /// <summary>PaymentDetailsReq and PaymentDetailsRes.</summary>
    PaymentDetails,

    /// <summary>AuthorizationReq and AuthorizationRes.</summary>
    Authorization,

    /// <summary>ChargeParameterDiscoveryReq and ChargeParameterDiscoveryRes.</summary>
    ChargeParameterDiscovery,

    /// <summary>CableCheckReq and CableCheckRes (DC).</summary>
    CableCheck,

    /// <summary>PreChargeReq and PreChargeRes (DC).</summary>
    PreCharge,

    /// <summary>PowerDeliveryReq and PowerDeliveryRes.</summary>
    PowerDelivery,

    /// <summary>ChargingStatusReq and ChargingStatusRes (AC).</summary>
    ChargingStatus,

    /// <summary>CurrentDemandReq and CurrentDemandRes (DC).</summary>
    CurrentDemand,

    /// <summary>MeteringReceiptReq and MeteringReceiptRes.</summary>
    MeteringReceipt,

    /// <summary>WeldingDetectionReq and WeldingDetectionRes (DC).</summary>
    WeldingDetection,

    /// <summary>SessionStopReq and SessionStopRes.</summary>
    SessionStop,
}
