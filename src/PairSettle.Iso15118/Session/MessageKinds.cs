using PairSettle.Iso15118.Iso2;

namespace PairSettle.Iso15118.Session;

/// <summary>Classifies bodies by the pair they belong to.</summary>
internal static class MessageKinds
{
    /// <summary>The pair of a request, or null where the body is no request.</summary>
    public static MessageKind? OfRequest(BodyBaseType? body) => body switch
    {
        SessionSetupReq => MessageKind.SessionSetup,
        ServiceDiscoveryReq => MessageKind.ServiceDiscovery,
        ServiceDetailReq => MessageKind.ServiceDetail,
        PaymentServiceSelectionReq => MessageKind.PaymentServiceSelection,
        CertificateInstallationReq => MessageKind.CertificateInstallation,
        CertificateUpdateReq => MessageKind.CertificateUpdate,
        PaymentDetailsReq => MessageKind.PaymentDetails,
        AuthorizationReq => MessageKind.Authorization,
        ChargeParameterDiscoveryReq => MessageKind.ChargeParameterDiscovery,
        CableCheckReq => MessageKind.CableCheck,
        PreChargeReq => MessageKind.PreCharge,
        PowerDeliveryReq => MessageKind.PowerDelivery,
        ChargingStatusReq => MessageKind.ChargingStatus,
        CurrentDemandReq => MessageKind.CurrentDemand,
        MeteringReceiptReq => MessageKind.MeteringReceipt,
        WeldingDetectionReq => MessageKind.WeldingDetection,
        SessionStopReq => MessageKind.SessionStop,
        _ => null,
    };

    /// <summary>The pair of a response and its code, or null where the body is no response.</summary>
    public static (MessageKind Kind, ResponseCodeType Code)? OfResponse(BodyBaseType? body) => body switch
    {
        SessionSetupRes r => (MessageKind.SessionSetup, r.ResponseCode),
        ServiceDiscoveryRes r => (MessageKind.ServiceDiscovery, r.ResponseCode),
        ServiceDetailRes r => (MessageKind.ServiceDetail, r.ResponseCode),
        PaymentServiceSelectionRes r => (MessageKind.PaymentServiceSelection, r.ResponseCode),
        CertificateInstallationRes r => (MessageKind.CertificateInstallation, r.ResponseCode),
        CertificateUpdateRes r => (MessageKind.CertificateUpdate, r.ResponseCode),
        PaymentDetailsRes r => (MessageKind.PaymentDetails, r.ResponseCode),
        AuthorizationRes r => (MessageKind.Authorization, r.ResponseCode),
        ChargeParameterDiscoveryRes r => (MessageKind.ChargeParameterDiscovery, r.ResponseCode),
        CableCheckRes r => (MessageKind.CableCheck, r.ResponseCode),
        PreChargeRes r => (MessageKind.PreCharge, r.ResponseCode),
        PowerDeliveryRes r => (MessageKind.PowerDelivery, r.ResponseCode),
        ChargingStatusRes r => (MessageKind.ChargingStatus, r.ResponseCode),
        CurrentDemandRes r => (MessageKind.CurrentDemand, r.ResponseCode),
        MeteringReceiptRes r => (MessageKind.MeteringReceipt, r.ResponseCode),
        WeldingDetectionRes r => (MessageKind.WeldingDetection, r.ResponseCode),
        SessionStopRes r => (MessageKind.SessionStop, r.ResponseCode),
        _ => null,
    };

    /// <summary>Whether a mode transfers direct current.</summary>
    public static bool IsDc(this EnergyTransferModeType mode) =>
        mode is not (EnergyTransferModeType.AC_single_phase_core or EnergyTransferModeType.AC_three_phase_core);
}
