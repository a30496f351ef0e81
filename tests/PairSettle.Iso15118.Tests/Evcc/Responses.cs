using PairSettle.Exi;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Pairing;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tests.Session;
using ResponseCodeType = PairSettle.Iso15118.Iso2.ResponseCodeType;

namespace PairSettle.Iso15118.Tests.Evcc;

/// <summary>What a charger answers.</summary>
internal static class Responses
{
    public static readonly AC_EVSEStatusType AcStatus = new()
    {
        NotificationMaxDelay = 0,
        EVSENotification = EVSENotificationType.None,
        RCD = false,
    };

    public static readonly DC_EVSEStatusType DcStatus = new()
    {
        NotificationMaxDelay = 0,
        EVSENotification = EVSENotificationType.None,
        EVSEIsolationStatus = IsolationLevelType.Valid,
        EVSEStatusCode = DC_EVSEStatusCodeType.EVSE_Ready,
    };

    public static readonly SessionSetupRes SessionSetup = new() { ResponseCode = ResponseCodeType.OK_NewSessionEstablished, EVSEID = "DE*ABC*E0001" };

    public static readonly ServiceDiscoveryRes Services = new()
    {
        ResponseCode = ResponseCodeType.OK,
        PaymentOptionList = new() { PaymentOption = [PaymentOptionType.Contract, PaymentOptionType.ExternalPayment] },
        ChargeService = new()
        {
            ServiceID = 1,
            ServiceCategory = ServiceCategoryType.EVCharging,
            FreeService = false,
            SupportedEnergyTransferMode = new()
            {
                EnergyTransferMode = [EnergyTransferModeType.AC_three_phase_core, EnergyTransferModeType.DC_extended],
            },
        },
    };

    public static readonly ServiceDiscoveryRes PairServices = Services with
    {
        ServiceList = new() { Service = [new() { ServiceID = 60001, ServiceCategory = ServiceCategoryType.OtherCustom, FreeService = true }, PairService.Offer] },
    };

    public static readonly ServiceDetailRes PairDetail = new()
    {
        ResponseCode = ResponseCodeType.OK,
        ServiceID = PairService.ServiceID,
        ServiceParameterList = PairService.ParameterSets,
    };

    public static readonly PaymentServiceSelectionRes Selected = new() { ResponseCode = ResponseCodeType.OK };

    public static readonly PaymentDetailsRes PaymentDetails = new()
    {
        ResponseCode = ResponseCodeType.OK,
        GenChallenge = ExiBytes.FromHex("000102030405060708090A0B0C0D0E0F"),
        EVSETimeStamp = 0,
    };

    public static readonly PowerDeliveryRes AcPower = new() { ResponseCode = ResponseCodeType.OK, EVSEStatus = AcStatus };

    public static readonly PowerDeliveryRes DcPower = new() { ResponseCode = ResponseCodeType.OK, EVSEStatus = DcStatus };

    public static readonly ChargeParameterDiscoveryRes DcParameters = new()
    {
        ResponseCode = ResponseCodeType.OK,
        EVSEProcessing = EVSEProcessingType.Finished,
        SASchedules = Schedules.Flat(150_000),
        EVSEChargeParameter = new DC_EVSEChargeParameterType
        {
            DC_EVSEStatus = DcStatus,
            EVSEMaximumCurrentLimit = PhysicalValueType.FromAmperes(300),
            EVSEMaximumPowerLimit = PhysicalValueType.FromWatts(150_000),
            EVSEMaximumVoltageLimit = PhysicalValueType.FromVolts(920),
            EVSEMinimumCurrentLimit = PhysicalValueType.FromAmperes(0),
            EVSEMinimumVoltageLimit = PhysicalValueType.FromVolts(150),
            EVSEPeakCurrentRipple = PhysicalValueType.FromAmperes(1),
        },
    };

    public static readonly MeterInfoType Meter = new() { MeterID = "METER1", MeterReading = 5 };

    public static readonly SessionStopRes Stopped = new() { ResponseCode = ResponseCodeType.OK };

    public static AuthorizationRes Authorized(EVSEProcessingType processing) => new() { ResponseCode = ResponseCodeType.OK, EVSEProcessing = processing };

    public static ChargeParameterDiscoveryRes AcParameters(EVSEProcessingType processing = EVSEProcessingType.Finished, SalesTariffType? tariff = null) => new()
    {
        ResponseCode = ResponseCodeType.OK,
        EVSEProcessing = processing,
        SASchedules = processing is EVSEProcessingType.Finished ? Schedules.Flat(11_000, tariff) : null,
        EVSEChargeParameter = new AC_EVSEChargeParameterType
        {
            AC_EVSEStatus = AcStatus,
            EVSENominalVoltage = PhysicalValueType.FromVolts(230),
            EVSEMaxCurrent = PhysicalValueType.FromAmperes(32),
        },
    };

    public static CableCheckRes CableCheck(EVSEProcessingType processing) =>
        new() { ResponseCode = ResponseCodeType.OK, EVSEProcessing = processing, DC_EVSEStatus = DcStatus };

    public static PreChargeRes PreCharge(decimal volts) =>
        new() { ResponseCode = ResponseCodeType.OK, DC_EVSEStatus = DcStatus, EVSEPresentVoltage = PhysicalValueType.FromVolts(volts) };

    public static ChargingStatusRes Charging(AC_EVSEStatusType? status = null, bool? receipt = null) => new()
    {
        ResponseCode = ResponseCodeType.OK,
        EVSEID = "DE*ABC*E0001",
        SAScheduleTupleID = 1,
        MeterInfo = Meter,
        ReceiptRequired = receipt,
        AC_EVSEStatus = status ?? AcStatus,
    };

    public static CurrentDemandRes Demanded(DC_EVSEStatusType? status = null) => new()
    {
        ResponseCode = ResponseCodeType.OK,
        DC_EVSEStatus = status ?? DcStatus,
        EVSEPresentVoltage = PhysicalValueType.FromVolts(400),
        EVSEPresentCurrent = PhysicalValueType.FromAmperes(100),
        EVSECurrentLimitAchieved = false,
        EVSEVoltageLimitAchieved = false,
        EVSEPowerLimitAchieved = false,
        EVSEID = "DE*ABC*E0001",
        SAScheduleTupleID = 1,
        MeterInfo = Meter,
    };

    public static WeldingDetectionRes Welding(decimal volts) =>
        new() { ResponseCode = ResponseCodeType.OK, DC_EVSEStatus = DcStatus, EVSEPresentVoltage = PhysicalValueType.FromVolts(volts) };

    /// <summary>A response of every kind, with any code.</summary>
    public static BodyBaseType Any(MessageKind kind, ResponseCodeType code) =>
        SeccResponses.Failure(SeccState.Initial(Samples.AcCharger), kind, code);
}
