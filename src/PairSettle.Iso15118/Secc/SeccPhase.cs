namespace PairSettle.Iso15118.Secc;

/// <summary>
/// Where the charger stands in the session, named by the request or requests that it waits for
/// (ISO 15118-2, 8.8; <see cref="SeccMachine.Accepted"/> lists them).
/// </summary>
public enum SeccPhase
{
    /// <summary>No connection yet.</summary>
    Idle,

    /// <summary>Waits for supportedAppProtocolReq.</summary>
    AppProtocol,

    /// <summary>Waits for SessionSetupReq.</summary>
    SessionSetup,

    /// <summary>Waits for ServiceDiscoveryReq.</summary>
    ServiceDiscovery,

    /// <summary>Waits for ServiceDetailReq or PaymentServiceSelectionReq.</summary>
    ServiceSelection,

    /// <summary>Waits for PaymentDetailsReq, or for a request for a contract certificate.</summary>
    CertificateOrPaymentDetails,

    /// <summary>Waits for PaymentDetailsReq after a contract certificate was provisioned.</summary>
    PaymentDetails,

    /// <summary>Waits for AuthorizationReq.</summary>
    Authorization,

    /// <summary>Waits for ChargeParameterDiscoveryReq, the first time or for a renegotiation.</summary>
    ChargeParameterDiscovery,

    /// <summary>Waits for CableCheckReq (DC).</summary>
    CableCheck,

    /// <summary>Waits for the first PreChargeReq (DC).</summary>
    PreCharge,

    /// <summary>Waits for another PreChargeReq, or PowerDeliveryReq (DC).</summary>
    PreChargeOrPowerDelivery,

    /// <summary>Waits for PowerDeliveryReq (AC).</summary>
    PowerDelivery,

    /// <summary>Waits for the first ChargingStatusReq (AC).</summary>
    ChargingStatus,

    /// <summary>Waits for another ChargingStatusReq, or PowerDeliveryReq (AC).</summary>
    ChargingStatusOrPowerDelivery,

    /// <summary>Waits for the first CurrentDemandReq (DC).</summary>
    CurrentDemand,

    /// <summary>Waits for another CurrentDemandReq, or PowerDeliveryReq (DC).</summary>
    CurrentDemandOrPowerDelivery,

    /// <summary>Waits for the MeteringReceiptReq that the last response asked for.</summary>
    MeteringReceipt,

    /// <summary>Waits for WeldingDetectionReq or SessionStopReq (DC).</summary>
    WeldingDetection,

    /// <summary>Waits for SessionStopReq.</summary>
    SessionStop,

    /// <summary>The last response is out: the connection closes and the contactor's opening is awaited.</summary>
    Closing,

    /// <summary>Nothing happens any more.</summary>
    Terminated,
}
