using PairSettle.Exi;
using PairSettle.Iso15118.Evcc;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.XmlSignature;

namespace PairSettle.Iso15118.Tests.Session;

/// <summary>Chargers, vehicles and requests that the tests of the machines share.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    public static readonly ExiBytes Evccid = ExiBytes.FromHex("0A1B2C3D4E5F");

    public static readonly CertificateChainType Chain = new() { Certificate = ExiBytes.FromHex("3003020101") };

    public static readonly ListOfRootCertificateIDsType Roots = new()
    {
        RootCertificateID = [new() { X509IssuerName = "CN=Root", X509SerialNumber = 1 }],
    };

    public static readonly EvccContract Contract = new("DEABCC1234567X", Chain);

    public static readonly SignatureType Signature = new()
    {
        SignedInfo = new()
        {
            CanonicalizationMethod = new() { Algorithm = "http://www.w3.org/TR/canonical-exi/" },
            SignatureMethod = new() { Algorithm = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256" },
            Reference =
            [
                new()
                {
                    URI = "#id1",
                    DigestMethod = new() { Algorithm = "http://www.w3.org/2001/04/xmlenc#sha256" },
                    DigestValue = ExiBytes.Copy(new byte[32]),
                },
            ],
        },
        SignatureValue = new() { Value = ExiBytes.Copy(new byte[64]) },
    };

    public static readonly SalesTariffType Tariff = new()
    {
        Id = "id1",
        SalesTariffID = 1,
        SalesTariffEntry = [new() { TimeInterval = new RelativeTimeIntervalType { start = 0 }, EPriceLevel = 1 }],
    };

    public static readonly SeccOptions AcCharger = new()
    {
        EVSEID = "DE*ABC*E0001",
        EnergyTransferModes = [EnergyTransferModeType.AC_three_phase_core, EnergyTransferModeType.AC_single_phase_core],
        Ac = new(230, 32),
        Schedules = Schedules.Flat(22_000),
        Pairing = PairingOffer.WhenVehicleCanPair,
    };

    public static readonly SeccOptions DcCharger = new()
    {
        EVSEID = "DE*ABC*E0002",
        EnergyTransferModes = [EnergyTransferModeType.DC_extended],
        Dc = new() { MinVoltageV = 150, MaxVoltageV = 920, MaxCurrentA = 300, MaxPowerW = 150_000 },
        Schedules = Schedules.Flat(150_000),
        Pairing = PairingOffer.WhenVehicleCanPair,
    };

    public static readonly EvBattery Battery = new() { StateOfChargePercent = 40, TargetVoltageV = 400, TargetCurrentA = 125 };

    public static readonly EvccOptions AcVehicle = new()
    {
        EVCCID = Evccid,
        EnergyTransferModes = [EnergyTransferModeType.AC_three_phase_core],
        Ac = new() { EnergyRequestWh = 20_000, MaxCurrentA = 16, MaxPowerW = 11_000 },
        Payment = PaymentPreference.ExternalOnly,
    };

    public static readonly EvccOptions DcVehicle = new()
    {
        EVCCID = Evccid,
        EnergyTransferModes = [EnergyTransferModeType.DC_extended],
        Dc = new() { MaxVoltageV = 450, MaxCurrentA = 250, MaxPowerW = 100_000 },
        Payment = PaymentPreference.ExternalOnly,
    };

    public static EvccOptions WithContract(this EvccOptions options) =>
        options with { Payment = PaymentPreference.ContractFirst, Contract = Contract };

    public static readonly DC_EVStatusType VehicleStatus = new()
    {
        EVReady = true,
        EVErrorCode = DC_EVErrorCodeType.NO_ERROR,
        EVRESSSOC = 40,
    };

    public static readonly AC_EVChargeParameterType AcParameter = new()
    {
        EAmount = PhysicalValueType.FromWattHours(20_000),
        EVMaxVoltage = PhysicalValueType.FromVolts(400),
        EVMaxCurrent = PhysicalValueType.FromAmperes(16),
        EVMinCurrent = PhysicalValueType.FromAmperes(6),
    };

    public static readonly DC_EVChargeParameterType DcParameter = new()
    {
        DC_EVStatus = VehicleStatus,
        EVMaximumCurrentLimit = PhysicalValueType.FromAmperes(250),
        EVMaximumVoltageLimit = PhysicalValueType.FromVolts(450),
    };

    /// <summary>One valid request of every kind.</summary>
    public static BodyBaseType Request(MessageKind kind) => kind switch
    {
        MessageKind.SessionSetup => new SessionSetupReq { EVCCID = Evccid },
        MessageKind.ServiceDiscovery => new ServiceDiscoveryReq(),
        MessageKind.ServiceDetail => new ServiceDetailReq { ServiceID = 1 },
        MessageKind.PaymentServiceSelection => Select(PaymentOptionType.ExternalPayment),
        MessageKind.CertificateInstallation => new CertificateInstallationReq
        {
            Id = "id1",
            OEMProvisioningCert = Chain.Certificate,
            ListOfRootCertificateIDs = Roots,
        },
        MessageKind.CertificateUpdate => new CertificateUpdateReq
        {
            Id = "id1",
            ContractSignatureCertChain = Chain,
            eMAID = Contract.EMAID,
            ListOfRootCertificateIDs = Roots,
        },
        MessageKind.PaymentDetails => new PaymentDetailsReq { eMAID = Contract.EMAID, ContractSignatureCertChain = Chain },
        MessageKind.Authorization => new AuthorizationReq(),
        MessageKind.ChargeParameterDiscovery => Parameters(EnergyTransferModeType.AC_three_phase_core),
        MessageKind.CableCheck => new CableCheckReq { DC_EVStatus = VehicleStatus },
        MessageKind.PreCharge => PreCharge(400, 2),
        MessageKind.PowerDelivery => Power(ChargeProgressType.Start),
        MessageKind.ChargingStatus => new ChargingStatusReq(),
        MessageKind.CurrentDemand => Demand(400, 125),
        MessageKind.MeteringReceipt => new MeteringReceiptReq { SessionID = default, MeterInfo = new() { MeterID = "M1" } },
        MessageKind.WeldingDetection => new WeldingDetectionReq { DC_EVStatus = VehicleStatus },
        MessageKind.SessionStop => new SessionStopReq { ChargingSession = ChargingSessionType.Terminate },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static PaymentServiceSelectionReq Select(PaymentOptionType payment, params SelectedServiceType[] others) => new()
    {
        SelectedPaymentOption = payment,
        SelectedServiceList = new() { SelectedService = [new() { ServiceID = 1 }, .. others] },
    };

    public static ChargeParameterDiscoveryReq Parameters(EnergyTransferModeType mode) => new()
    {
        RequestedEnergyTransferMode = mode,
        EVChargeParameter = mode.IsDc() ? DcParameter : AcParameter,
    };

    public static PreChargeReq PreCharge(decimal volts, decimal amperes) => new()
    {
        DC_EVStatus = VehicleStatus,
        EVTargetVoltage = PhysicalValueType.FromVolts(volts),
        EVTargetCurrent = PhysicalValueType.FromAmperes(amperes),
    };

    public static CurrentDemandReq Demand(decimal volts, decimal amperes) => new()
    {
        DC_EVStatus = VehicleStatus,
        ChargingComplete = false,
        EVTargetVoltage = PhysicalValueType.FromVolts(volts),
        EVTargetCurrent = PhysicalValueType.FromAmperes(amperes),
    };

    public static PowerDeliveryReq Power(ChargeProgressType progress, byte tuple = 1) =>
        new() { ChargeProgress = progress, SAScheduleTupleID = tuple };
}
