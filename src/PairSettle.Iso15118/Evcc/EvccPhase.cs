namespace PairSettle.Iso15118.Evcc;

/// <summary>Where the vehicle stands in the session, named by the exchange that it is in or prepares (ISO 15118-2, 8.8).</summary>
public enum EvccPhase
{
    /// <summary>No connection yet.</summary>
    Idle,

    /// <summary>supportedAppProtocol.</summary>
    AppProtocol,

    /// <summary>SessionSetup.</summary>
    SessionSetup,

    /// <summary>ServiceDiscovery.</summary>
    ServiceDiscovery,

    /// <summary>ServiceDetail.</summary>
    ServiceDetail,

    /// <summary>PaymentServiceSelection.</summary>
    PaymentServiceSelection,

    /// <summary>CertificateInstallation.</summary>
    CertificateInstallation,

    /// <summary>CertificateUpdate.</summary>
    CertificateUpdate,

    /// <summary>PaymentDetails.</summary>
    PaymentDetails,

    /// <summary>Authorization.</summary>
    Authorization,

    /// <summary>ChargeParameterDiscovery.</summary>
    ChargeParameterDiscovery,

    /// <summary>CableCheck (DC).</summary>
    CableCheck,

    /// <summary>PreCharge (DC).</summary>
    PreCharge,

    /// <summary>PowerDelivery with Start.</summary>
    PowerOn,

    /// <summary>ChargingStatus (AC).</summary>
    ChargingStatus,

    /// <summary>CurrentDemand (DC).</summary>
    CurrentDemand,

    /// <summary>MeteringReceipt.</summary>
    MeteringReceipt,

    /// <summary>PowerDelivery with Renegotiate.</summary>
    Renegotiation,

    /// <summary>PowerDelivery with Stop.</summary>
    PowerOff,

    /// <summary>WeldingDetection (DC).</summary>
    WeldingDetection,

    /// <summary>SessionStop.</summary>
    SessionStop,

    /// <summary>The connection is closed; the contactor's opening is awaited.</summary>
    Closing,

    /// <summary>Nothing happens any more.</summary>
    Terminated,
}
