using PairSettle.Exi;
using PairSettle.Iso15118.Evcc;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Tests.Session;

/// <summary>Whole sessions of both machines, message by message.</summary>
public class GoldenSequenceTests
{
    private static readonly string[] Opening =
        ["SupportedAppProtocol", "SessionSetup", "ServiceDiscovery", "PaymentServiceSelection"];

    private static readonly string[] PairOpening =
        ["SupportedAppProtocol", "SessionSetup", "ServiceDiscovery", "ServiceDetail", "PaymentServiceSelection"];

    private static readonly string[] AcCharge = ["ChargeParameterDiscovery", "PowerDelivery", "ChargingStatus"];

    private static readonly string[] DcCharge =
        ["ChargeParameterDiscovery", "CableCheck", "PreCharge", "PowerDelivery", "CurrentDemand"];

    private static readonly string[] AcEnd = ["PowerDelivery", "SessionStop"];

    private static readonly string[] DcEnd = ["PowerDelivery", "WeldingDetection", "SessionStop"];

    [Fact]
    public void Run_AcExternalPayment_FollowsTheStandard()
    {
        var duel = new Duel(Samples.AcCharger, Samples.AcVehicle) { IsTls = false }.Connect();
        duel.After(3, () => duel.ToSecc(new SeccInput.EimAuthorised()));
        duel.After(20, () => duel.ToEvcc(new EvccInput.StopRequested("enough")));
        AssertCompleted(duel.Run(), TerminationReason.StopRequested, [.. Opening, "Authorization", .. AcCharge, .. AcEnd]);
        Assert.Contains(duel.Bodies, body => body is AuthorizationRes { EVSEProcessing: EVSEProcessingType.Ongoing_WaitingForCustomerInteraction });
        Assert.DoesNotContain(duel.Bodies, body => body is ChargingStatusRes { ReceiptRequired: not null });
        Assert.All(duel.Messages, message => Assert.Null(message.Header.Signature));
        Assert.Empty(duel.SeccOutputs.OfType<SeccOutput.EvidenceObserved>());
    }

    [Fact]
    public void Run_AcPlugAndCharge_FollowsTheStandard()
    {
        var duel = new Duel(Samples.AcCharger, Samples.AcVehicle.WithContract()).Connect();
        duel.After(20, () => duel.ToEvcc(new EvccInput.StopRequested("enough")));
        AssertCompleted(duel.Run(), TerminationReason.StopRequested, [.. Opening, "PaymentDetails", "Authorization", .. AcCharge, .. AcEnd]);
        Assert.DoesNotContain(duel.Bodies, body => body is AuthorizationRes { EVSEProcessing: not EVSEProcessingType.Finished });
        Assert.Equal(
            [EvidenceKind.ContractChain, EvidenceKind.Authorization],
            duel.SeccOutputs.OfType<SeccOutput.EvidenceObserved>().Select(e => e.Kind));
    }

    [Fact]
    public void Run_AcPlugAndChargeWithReceiptsAndTariff_KeepsAllEvidence()
    {
        var charger = Samples.AcCharger with { ReceiptEveryWh = 300, Schedules = Schedules.Flat(22_000, Samples.Tariff) };
        var duel = new Duel(charger, Samples.AcVehicle.WithContract()).Connect();
        duel.After(20, () => duel.ToEvcc(new EvccInput.StopRequested("enough")));
        duel.Run();
        AssertCompleted(duel, TerminationReason.StopRequested, null);
        string[] round = ["ChargingStatusReq", "ChargingStatusRes", "MeteringReceiptReq", "MeteringReceiptRes"];
        Assert.Contains(string.Join(' ', round), string.Join(' ', duel.Sequence), StringComparison.Ordinal);
        var receipts = duel.Bodies.OfType<MeteringReceiptReq>().ToList();
        Assert.InRange(receipts.Count, 3, 10);
        Assert.All(receipts, receipt => Assert.Equal(duel.Secc.SessionID, receipt.SessionID));
        Assert.Equal(receipts.Count, duel.SeccOutputs.OfType<SeccOutput.EvidenceObserved>().Count(e => e.Kind is EvidenceKind.MeteringReceipt));
        Assert.Single(duel.SeccOutputs.OfType<SeccOutput.Send>(), send => send.Evidence is EvidenceKind.SalesTariff);
        Assert.Single(duel.EvccOutputs.OfType<EvccOutput.EvidenceObserved>(), e => e.Kind is EvidenceKind.SalesTariff);
        Assert.True(duel.Evcc.TariffTrusted);
        Assert.All(
            duel.Messages.Where(m => m.Body.BodyElement is AuthorizationReq or MeteringReceiptReq), m => Assert.NotNull(m.Header.Signature));
    }

    [Fact]
    public void Run_DcExternalPayment_FollowsTheStandard()
    {
        var duel = new Duel(Samples.DcCharger, Samples.DcVehicle) { IsTls = false }.Connect();
        duel.ToSecc(new SeccInput.EimAuthorised());
        duel.After(20, () => duel.ToEvcc(new EvccInput.BatteryReported(Samples.Battery with { ChargingComplete = true })));
        AssertCompleted(duel.Run(), TerminationReason.Completed, [.. Opening, "Authorization", .. DcCharge, .. DcEnd]);
        Assert.Contains(duel.Bodies, body => body is CurrentDemandRes { EVSEPresentCurrent: var current } && current.ToDecimal() == 125);
        Assert.Contains(duel.Bodies, body => body is CableCheckRes { EVSEProcessing: EVSEProcessingType.Ongoing });
    }

    [Fact]
    public void Run_DcPlugAndChargeWithReceipts_FollowsTheStandard()
    {
        var duel = new Duel(Samples.DcCharger with { ReceiptEveryWh = 5_000 }, Samples.DcVehicle.WithContract()).Connect();
        duel.After(20, () => duel.ToSecc(new SeccInput.StopRequested("closing time")));
        AssertCompleted(duel.Run(), TerminationReason.Completed, null);
        Assert.Contains(
            "CurrentDemandRes MeteringReceiptReq MeteringReceiptRes CurrentDemandReq", string.Join(' ', duel.Sequence), StringComparison.Ordinal);
        Assert.True(duel.Bodies.OfType<MeteringReceiptReq>().Count() >= 2);
    }

    [Fact]
    public void Run_PairingExternalPayment_WaitsForTheSettlementOnBothSides()
    {
        var duel = new Duel(Samples.AcCharger, Samples.AcVehicle with { Pairing = PairingWish.Required }).Connect();
        duel.Run(() => duel.Secc.PairingSelected && duel.Evcc.PairingSelected);
        duel.After(3, () => duel.ToSecc(new SeccInput.PowerPermission(true, "agreed")));
        duel.After(8, () => Assert.False(duel.SeccContactor));
        duel.After(10, () => duel.ToEvcc(new EvccInput.SettlementReady(true, "agreed")));
        duel.After(30, () => duel.ToEvcc(new EvccInput.StopRequested("enough")));
        AssertCompleted(duel.Run(), TerminationReason.StopRequested, [.. PairOpening, "Authorization", .. AcCharge, .. AcEnd]);
        Assert.True(duel.Secc.VehicleCanPair);
    }

    [Fact]
    public void Run_PairingPlugAndCharge_WaitsInChargeParameterDiscovery()
    {
        var duel = new Duel(Samples.DcCharger, Samples.DcVehicle.WithContract() with { Pairing = PairingWish.WhenOffered }).Connect();
        duel.After(0.2, () => duel.ToEvcc(new EvccInput.SettlementReady(true, "agreed")));
        duel.After(9, () => duel.ToSecc(new SeccInput.PowerPermission(true, "agreed")));
        duel.After(30, () => duel.ToEvcc(new EvccInput.StopRequested("enough")));
        AssertCompleted(duel.Run(), TerminationReason.StopRequested, [.. PairOpening, "PaymentDetails", "Authorization", .. DcCharge, .. DcEnd]);
        Assert.Contains(duel.Bodies, body => body is ChargeParameterDiscoveryRes { EVSEProcessing: EVSEProcessingType.Ongoing, SASchedules: null });
    }

    [Fact]
    public void Run_FirstContract_IsInstalledAndUsed()
    {
        var charger = Samples.AcCharger with { Services = [CertificateService] };
        var vehicle = Samples.AcVehicle with
        {
            Payment = PaymentPreference.ContractOnly,
            Provisioning = new EvccProvisioning.Installation(Samples.Chain.Certificate, Samples.Roots),
        };
        var duel = new Duel(charger, vehicle) { Provisioning = new ProvisioningResult.Issued(Issued, Samples.Signature) }.Connect();
        duel.After(20, () => duel.ToEvcc(new EvccInput.StopRequested("enough")));
        AssertCompleted(
            duel.Run(),
            TerminationReason.StopRequested,
            [.. PairOpening, "CertificateInstallation", "PaymentDetails", "Authorization", .. AcCharge, .. AcEnd]);
    }

    [Fact]
    public void Run_RenegotiationByTheCharger_KeepsAcEnergised()
    {
        var duel = new Duel(Samples.AcCharger, Samples.AcVehicle.WithContract()).Connect();
        duel.After(5, () => duel.ToSecc(new SeccInput.RenegotiationRequested()));
        duel.After(15, () => duel.ToEvcc(new EvccInput.StopRequested("enough")));
        AssertCompleted(
            duel.Run(),
            TerminationReason.StopRequested,
            [.. Opening, "PaymentDetails", "Authorization", .. AcCharge, "PowerDelivery", .. AcCharge, .. AcEnd]);
        Assert.Single(duel.SeccOutputs.OfType<SeccOutput.CloseContactor>());
    }

    [Fact]
    public void Run_RenegotiationByTheVehicle_RepeatsDcCableCheck()
    {
        var duel = new Duel(Samples.DcCharger, Samples.DcVehicle.WithContract()).Connect();
        duel.After(5, () => duel.ToEvcc(new EvccInput.RenegotiationRequested()));
        duel.After(15, () => duel.ToEvcc(new EvccInput.StopRequested("enough")));
        AssertCompleted(
            duel.Run(),
            TerminationReason.StopRequested,
            [.. Opening, "PaymentDetails", "Authorization", .. DcCharge, "PowerDelivery", .. DcCharge, .. DcEnd]);
        Assert.Equal(2, duel.SeccOutputs.OfType<SeccOutput.StartCableCheck>().Count());
    }

    [Fact]
    public void Run_PauseAndResume_JoinsTheSession()
    {
        var first = new Duel(Samples.AcCharger, Samples.AcVehicle.WithContract()).Connect();
        first.After(10, () => first.ToEvcc(new EvccInput.PauseRequested()));
        AssertCompleted(first.Run(), TerminationReason.Paused, null);
        var paused = first.SeccOutputs.OfType<SeccOutput.Terminated>().Single().Paused;
        Assert.NotNull(paused);
        Assert.Equal(paused, first.EvccOutputs.OfType<EvccOutput.Terminated>().Single().Paused);

        var second = new Duel(Samples.AcCharger, Samples.AcVehicle.WithContract(), paused).Connect();
        second.After(10, () => second.ToEvcc(new EvccInput.StopRequested("enough")));
        AssertCompleted(second.Run(), TerminationReason.StopRequested, null);
        Assert.Contains(second.Bodies, body => body is SessionSetupRes { ResponseCode: ResponseCodeType.OK_OldSessionJoined });
        Assert.Equal(paused.SessionID, second.Secc.SessionID);
        var offer = second.Bodies.OfType<ServiceDiscoveryRes>().Single();
        Assert.Equal([PaymentOptionType.Contract], offer.PaymentOptionList.PaymentOption);
    }

    internal static OfferedService CertificateService { get; } = new(
        new() { ServiceID = 2, ServiceCategory = ServiceCategoryType.ContractCertificate, FreeService = true },
        new() { ParameterSet = [new() { ParameterSetID = 1, Parameter = [new() { Name = "Service", stringValue = "Installation" }] }] });

    private static CertificateInstallationRes Issued { get; } = new()
    {
        ResponseCode = ResponseCodeType.OK,
        SAProvisioningCertificateChain = Samples.Chain,
        ContractSignatureCertChain = Samples.Chain with { Id = "id1" },
        ContractSignatureEncryptedPrivateKey = new() { Id = "id2", Value = ExiBytes.Copy(new byte[48]) },
        DHpublickey = new() { Id = "id3", Value = ExiBytes.Copy(new byte[65]) },
        eMAID = new() { Id = "id4", Value = Samples.Contract.EMAID },
    };

    private static void AssertCompleted(Duel duel, TerminationReason vehicleEnd, string[]? exchanges)
    {
        if (exchanges is not null)
        {
            Assert.Equal(exchanges.SelectMany(e => new[] { e + "Req", e + "Res" }), duel.Sequence);
        }

        Assert.True(duel.IsOver);
        Assert.Equal(vehicleEnd, duel.EvccEnd);
        Assert.False(duel.SeccContactor);
        Assert.False(duel.EvccContactor);
        Assert.False(duel.VehicleReady);
        Assert.Equal(duel.Requests, duel.Responses);
        Assert.Contains(new SeccOutput.Report(SeccEvent.PowerOn), duel.SeccOutputs);
        Assert.True(duel.SeccOutputs.FindLastIndex(o => o is SeccOutput.OpenContactor) > duel.SeccOutputs.FindLastIndex(o => o is SeccOutput.CloseContactor));
    }
}
