using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Secc;

/// <summary>
/// Builds responses from the state. A failure is answered with the response that matches the request, all of its
/// mandatory members included ([V2G2-538]).
/// </summary>
internal static class SeccResponses
{
    private const int ChallengeOctets = 16;

    // Mandatory members of a failed certificate response; the vehicle must not read them.
    private const string NoContract = "00000000000000";

    public static BodyBaseType Failure(SeccState state, MessageKind kind, ResponseCodeType code) => kind switch
    {
        MessageKind.SessionSetup => new SessionSetupRes { ResponseCode = code, EVSEID = state.Options.EVSEID },
        MessageKind.ServiceDiscovery => ServiceDiscovery(state, code, null),
        MessageKind.ServiceDetail => new ServiceDetailRes { ResponseCode = code, ServiceID = SeccOptions.ChargeServiceID },
        MessageKind.PaymentServiceSelection => new PaymentServiceSelectionRes { ResponseCode = code },
        MessageKind.CertificateInstallation => new CertificateInstallationRes
        {
            ResponseCode = code,
            SAProvisioningCertificateChain = new() { Certificate = ExiBytes.Empty },
            ContractSignatureCertChain = new() { Certificate = ExiBytes.Empty },
            ContractSignatureEncryptedPrivateKey = new() { Id = "id1", Value = ExiBytes.Empty },
            DHpublickey = new() { Id = "id2", Value = ExiBytes.Empty },
            eMAID = new() { Id = "id3", Value = NoContract },
        },
        MessageKind.CertificateUpdate => new CertificateUpdateRes
        {
            ResponseCode = code,
            SAProvisioningCertificateChain = new() { Certificate = ExiBytes.Empty },
            ContractSignatureCertChain = new() { Certificate = ExiBytes.Empty },
            ContractSignatureEncryptedPrivateKey = new() { Id = "id1", Value = ExiBytes.Empty },
            DHpublickey = new() { Id = "id2", Value = ExiBytes.Empty },
            eMAID = new() { Id = "id3", Value = NoContract },
        },
        MessageKind.PaymentDetails => PaymentDetails(code, ExiBytes.Copy(stackalloc byte[ChallengeOctets]), default),
        MessageKind.Authorization => Authorization(code, EVSEProcessingType.Finished),
        MessageKind.ChargeParameterDiscovery => Parameters(state, code, EVSEProcessingType.Finished, null),
        MessageKind.CableCheck => CableCheck(state, code, EVSEProcessingType.Finished),
        MessageKind.PreCharge => PreCharge(state, code),
        MessageKind.PowerDelivery => new PowerDeliveryRes { ResponseCode = code, EVSEStatus = Status(state) },
        MessageKind.ChargingStatus => ChargingStatus(state, code, null, null),
        MessageKind.CurrentDemand => CurrentDemand(state, code, null, null, null),
        MessageKind.MeteringReceipt => new MeteringReceiptRes { ResponseCode = code, EVSEStatus = Status(state) },
        MessageKind.WeldingDetection => WeldingDetection(state, code),
        MessageKind.SessionStop => new SessionStopRes { ResponseCode = code },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "supportedAppProtocol has no body."),
    };

    public static ServiceDiscoveryRes ServiceDiscovery(SeccState state, ResponseCodeType code, ServiceListType? services)
    {
        var payments = SeccOffers.PaymentOptions(state);
        return new()
        {
            ResponseCode = code,
            PaymentOptionList = new() { PaymentOption = payments.IsEmpty ? [PaymentOptionType.ExternalPayment] : payments },
            ChargeService = new()
            {
                ServiceID = SeccOptions.ChargeServiceID,
                ServiceCategory = ServiceCategoryType.EVCharging,
                FreeService = state.Options.FreeService,
                SupportedEnergyTransferMode = new() { EnergyTransferMode = SeccOffers.EnergyTransferModes(state) },
            },
            ServiceList = services,
        };
    }

    public static PaymentDetailsRes PaymentDetails(ResponseCodeType code, ExiBytes challenge, DateTimeOffset at) =>
        new() { ResponseCode = code, GenChallenge = challenge, EVSETimeStamp = at == default ? 0 : at.ToUnixTimeSeconds() };

    public static AuthorizationRes Authorization(ResponseCodeType code, EVSEProcessingType processing) =>
        new() { ResponseCode = code, EVSEProcessing = processing };

    public static ChargeParameterDiscoveryRes Parameters(
        SeccState state, ResponseCodeType code, EVSEProcessingType processing, SAScheduleListType? schedules) => new()
    {
        ResponseCode = code,
        EVSEProcessing = processing,
        SASchedules = schedules,
        EVSEChargeParameter = state.IsDc ? DcParameter(state, state.Options.Dc!) : AcParameter(state, state.Options.Ac!),
    };

    public static CableCheckRes CableCheck(SeccState state, ResponseCodeType code, EVSEProcessingType processing) =>
        new() { ResponseCode = code, EVSEProcessing = processing, DC_EVSEStatus = DcStatus(state) };

    public static PreChargeRes PreCharge(SeccState state, ResponseCodeType code) => new()
    {
        ResponseCode = code,
        DC_EVSEStatus = DcStatus(state),
        EVSEPresentVoltage = PhysicalValues.Volts(state.DcSample.VoltageV),
    };

    public static ChargingStatusRes ChargingStatus(SeccState state, ResponseCodeType code, MeterInfoType? meter, bool? receipt) => new()
    {
        ResponseCode = code,
        EVSEID = state.Options.EVSEID,
        SAScheduleTupleID = state.SAScheduleTupleID ?? 1,
        EVSEMaxCurrent = state.Options.Ac is { } ac ? PhysicalValues.Amperes(ac.MaxCurrentA) : null,
        MeterInfo = meter,
        ReceiptRequired = receipt,
        AC_EVSEStatus = AcStatus(state),
    };

    public static CurrentDemandRes CurrentDemand(
        SeccState state, ResponseCodeType code, DcDemand? demand, MeterInfoType? meter, bool? receipt)
    {
        var dc = state.Options.Dc;
        return new()
        {
            ResponseCode = code,
            DC_EVSEStatus = DcStatus(state),
            EVSEPresentVoltage = PhysicalValues.Volts(state.DcSample.VoltageV),
            EVSEPresentCurrent = PhysicalValues.Amperes(state.DcSample.CurrentA),
            EVSECurrentLimitAchieved = demand?.CurrentLimited ?? false,
            EVSEVoltageLimitAchieved = demand?.VoltageLimited ?? false,
            EVSEPowerLimitAchieved = demand?.PowerLimited ?? false,
            EVSEMaximumVoltageLimit = dc is null ? null : PhysicalValues.Volts(dc.MaxVoltageV),
            EVSEMaximumCurrentLimit = dc is null ? null : PhysicalValues.Amperes(dc.MaxCurrentA),
            EVSEMaximumPowerLimit = dc is null ? null : PhysicalValues.Watts(dc.MaxPowerW),
            EVSEID = state.Options.EVSEID,
            SAScheduleTupleID = state.SAScheduleTupleID ?? 1,
            MeterInfo = meter,
            ReceiptRequired = receipt,
        };
    }

    public static WeldingDetectionRes WeldingDetection(SeccState state, ResponseCodeType code) => new()
    {
        ResponseCode = code,
        DC_EVSEStatus = DcStatus(state),
        EVSEPresentVoltage = PhysicalValues.Volts(state.DcSample.VoltageV),
    };

    public static EVSEStatusType Status(SeccState state) => state.IsDc ? DcStatus(state) : AcStatus(state);

    public static EVSENotificationType Notification(SeccState state) =>
        state.StopRequested || state.Ending is not null ? EVSENotificationType.StopCharging
        : state.RenegotiationRequested ? EVSENotificationType.ReNegotiation
        : EVSENotificationType.None;

    private static ushort MaxDelay(SeccState state) =>
        Notification(state) is EVSENotificationType.None ? (ushort)0 : (ushort)state.Options.NotificationMaxDelay.TotalSeconds;

    private static AC_EVSEStatusType AcStatus(SeccState state) => new()
    {
        NotificationMaxDelay = MaxDelay(state),
        EVSENotification = Notification(state),
        RCD = state.Fault,
    };

    private static DC_EVSEStatusType DcStatus(SeccState state) => new()
    {
        NotificationMaxDelay = MaxDelay(state),
        EVSENotification = Notification(state),
        EVSEIsolationStatus = state.CableCheck switch
        {
            CableCheckProgress.Passed => IsolationLevelType.Valid,
            CableCheckProgress.Failed => IsolationLevelType.Fault,
            _ => IsolationLevelType.Invalid,
        },
        EVSEStatusCode = state switch
        {
            { Fault: true } => DC_EVSEStatusCodeType.EVSE_EmergencyShutdown,
            { StopRequested: true } => DC_EVSEStatusCodeType.EVSE_Shutdown,
            { CableCheck: CableCheckProgress.Running or CableCheckProgress.WaitingForVehicle } =>
                DC_EVSEStatusCodeType.EVSE_IsolationMonitoringActive,
            { CableCheck: CableCheckProgress.Failed } => DC_EVSEStatusCodeType.EVSE_Malfunction,
            { CableCheck: CableCheckProgress.NotStarted } => DC_EVSEStatusCodeType.EVSE_NotReady,
            _ => DC_EVSEStatusCodeType.EVSE_Ready,
        },
    };

    private static AC_EVSEChargeParameterType AcParameter(SeccState state, AcSupply ac) => new()
    {
        AC_EVSEStatus = AcStatus(state),
        EVSENominalVoltage = PhysicalValues.Volts(ac.NominalVoltageV),
        EVSEMaxCurrent = PhysicalValues.Amperes(ac.MaxCurrentA),
    };

    private static DC_EVSEChargeParameterType DcParameter(SeccState state, DcSupply dc) => new()
    {
        DC_EVSEStatus = DcStatus(state),
        EVSEMaximumCurrentLimit = PhysicalValues.Amperes(dc.MaxCurrentA),
        EVSEMaximumPowerLimit = PhysicalValues.Watts(dc.MaxPowerW),
        EVSEMaximumVoltageLimit = PhysicalValues.Volts(dc.MaxVoltageV),
        EVSEMinimumCurrentLimit = PhysicalValues.Amperes(dc.MinCurrentA),
        EVSEMinimumVoltageLimit = PhysicalValues.Volts(dc.MinVoltageV),
        EVSEPeakCurrentRipple = PhysicalValues.Amperes(dc.PeakCurrentRippleA),
    };
}
