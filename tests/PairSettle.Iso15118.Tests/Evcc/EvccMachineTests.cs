using PairSettle.Exi;
using PairSettle.Iso15118.Evcc;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tests.Session;
using ResponseCodeType = PairSettle.Iso15118.Iso2.ResponseCodeType;

namespace PairSettle.Iso15118.Tests.Evcc;

public class EvccMachineTests
{
    [Theory]
    [InlineData(PairingWish.Never, true, false)]
    [InlineData(PairingWish.WhenOffered, false, false)]
    [InlineData(PairingWish.WhenOffered, true, true)]
    public void LinkUp_Marker_IsShownOverTlsWithTheLowestPriority(PairingWish wish, bool tls, bool shown)
    {
        var evcc = Ac(pairing: wish).Connect(tls);
        var offers = evcc.Outputs.OfType<EvccOutput.SendAppProtocol>().Single().Request.AppProtocol;
        Assert.Equal("urn:iso:15118:2:2013:MsgDef", offers[0].ProtocolNamespace);
        Assert.Equal((byte)1, offers[0].Priority);
        Assert.Equal(shown ? 2 : 1, offers.Count);
        Assert.True(!shown || offers[1] is { ProtocolNamespace: "urn:pairsettle:pair:1", Priority: 2 });
        Assert.Contains(new EvccOutput.Arm(EvccTimer.CommunicationSetup, TimeSpan.FromSeconds(20)), evcc.Outputs);
        Assert.Contains(new EvccOutput.Arm(EvccTimer.Message, TimeSpan.FromSeconds(2)), evcc.Outputs);
    }

    [Theory]
    [InlineData(AppProtocol.ResponseCodeType.Failed_NoNegotiation, null)]
    [InlineData(AppProtocol.ResponseCodeType.OK_SuccessfulNegotiation, (byte)255)]
    [InlineData(AppProtocol.ResponseCodeType.OK_SuccessfulNegotiation, null)]
    public void AppProtocol_NotOurProtocol_EndsTheSession(AppProtocol.ResponseCodeType code, byte? schema)
    {
        var evcc = Ac(pairing: PairingWish.WhenOffered).Connect().Give(new EvccInput.AppProtocolReceived(new() { ResponseCode = code, SchemaID = schema }));
        Assert.Equal(TerminationReason.NoCommonProtocol, evcc.End);
        Assert.Contains(new EvccOutput.CloseLink(), evcc.Outputs);
    }

    [Fact]
    public void SessionSetup_IdOfZeros_IsNotAccepted() =>
        Assert.Equal(TerminationReason.UnknownSession, Ac().ToSessionSetup().Respond(Responses.SessionSetup, id: ExiBytes.Copy(new byte[8])).End);

    [Fact]
    public void SessionSetup_JoinedWithoutHavingPaused_IsNotAccepted() => Assert.Equal(
        TerminationReason.UnknownSession,
        Ac().ToSessionSetup().Respond(Responses.SessionSetup with { ResponseCode = ResponseCodeType.OK_OldSessionJoined }).End);

    [Fact]
    public void SessionSetup_PausedSession_IsAskedForAndMayBeNew()
    {
        var paused = new PausedSession
        {
            SessionID = EvccDriver.Id,
            EVCCID = Samples.Evccid,
            PaymentOption = PaymentOptionType.ExternalPayment,
            EnergyTransferMode = EnergyTransferModeType.AC_three_phase_core,
        };
        var evcc = new EvccDriver(Samples.AcVehicle, paused).ToSessionSetup();
        Assert.Equal(EvccDriver.Id, evcc.Outputs.OfType<EvccOutput.Send>().Single().Message.Header.SessionID);
        evcc.Respond(Responses.SessionSetup, id: ExiBytes.FromHex("1111111111111111"));
        Assert.False(evcc.State.Joined);
        Assert.Equal(ExiBytes.FromHex("1111111111111111"), evcc.State.SessionID);
    }

    [Fact]
    public void ServiceDiscovery_UnknownServices_AreSkipped()
    {
        var evcc = Ac().ToServiceDiscovery().Respond(Responses.PairServices);
        Assert.IsType<PaymentServiceSelectionReq>(evcc.Request);
    }

    [Fact]
    public void ServiceDiscovery_PairService_IsSelectedWhenItsParametersFit()
    {
        var evcc = Ac(pairing: PairingWish.WhenOffered).ToServiceDiscovery().Respond(Responses.PairServices);
        Assert.Equal(60051, Assert.IsType<ServiceDetailReq>(evcc.Request).ServiceID);
        evcc.Respond(Responses.PairDetail);
        var selection = Assert.IsType<PaymentServiceSelectionReq>(evcc.Request).SelectedServiceList.SelectedService;
        Assert.Contains(selection, service => service is { ServiceID: 60051, ParameterSetID: 1 });
        Assert.False(evcc.State.PairingSelected);
        evcc.Respond(Responses.Selected);
        Assert.True(evcc.State.PairingSelected);
    }

    [Theory]
    [InlineData(PairingWish.WhenOffered, typeof(PaymentServiceSelectionReq))]
    [InlineData(PairingWish.Required, typeof(SessionStopReq))]
    public void ServiceDetail_ForeignParameters_AreNotSelected(PairingWish wish, Type next)
    {
        var evcc = Ac(pairing: wish).ToServiceDiscovery().Respond(Responses.PairServices)
            .Respond(Responses.PairDetail with { ServiceParameterList = null });
        Assert.IsType(next, evcc.Request);
        Assert.DoesNotContain(60051, evcc.Request is PaymentServiceSelectionReq s ? s.SelectedServiceList.SelectedService.Select(x => (int)x.ServiceID) : []);
    }

    [Fact]
    public void ServiceDiscovery_NothingThatFits_StopsInGoodOrder()
    {
        var evcc = Dc().ToServiceDiscovery().Respond(Responses.Services with
        {
            ChargeService = Responses.Services.ChargeService with
            {
                SupportedEnergyTransferMode = new() { EnergyTransferMode = [EnergyTransferModeType.AC_single_phase_core] },
            },
        });
        Assert.IsType<SessionStopReq>(evcc.Request);
        evcc.Respond(Responses.Stopped);
        Assert.Equal(TerminationReason.NoCommonService, evcc.End);
    }

    [Fact]
    public void Authorization_Contract_IsSignedOverTlsOnly()
    {
        var evcc = new EvccDriver(Samples.AcVehicle.WithContract()).ToAuthorization();
        var sent = evcc.Outputs.OfType<EvccOutput.Send>().Single();
        Assert.Equal(Responses.PaymentDetails.GenChallenge, Assert.IsType<AuthorizationReq>(sent.Message.Body.BodyElement).GenChallenge);
        Assert.NotNull(sent.Message.Header.Signature);
        Assert.Equal(EvidenceKind.Authorization, sent.Evidence);

        var plain = new EvccDriver(Samples.AcVehicle.WithContract()).ToAuthorization(tls: false);
        Assert.DoesNotContain(plain.All, output => output is EvccOutput.Sign || output is EvccOutput.Send { Message.Body.BodyElement: PaymentDetailsReq });
        Assert.Equal(new AuthorizationReq(), plain.Request);
    }

    [Fact]
    public void Authorization_NoKey_StopsInGoodOrder()
    {
        var evcc = new EvccDriver(Samples.AcVehicle.WithContract()) { Answers = false };
        evcc.ToAuthorization().Give(new EvccInput.Signed(SignaturePurpose.Authorization, null));
        Assert.IsType<SessionStopReq>(evcc.Request);
        Assert.Equal(TerminationReason.NotAuthorised, evcc.Respond(Responses.Stopped).End);
    }

    [Fact]
    public void Authorization_Ongoing_RepeatsTheSignedRequestUntilTheTimer()
    {
        var evcc = new EvccDriver(Samples.AcVehicle.WithContract()).ToAuthorization();
        var first = evcc.Outputs.OfType<EvccOutput.Send>().Single().Message;
        evcc.Respond(Responses.Authorized(EVSEProcessingType.Ongoing));
        Assert.Contains(new EvccOutput.Arm(EvccTimer.Ongoing, TimeSpan.FromSeconds(60)), evcc.Outputs);
        Assert.Null(evcc.Request);
        evcc.Pace();
        Assert.Equal(first, evcc.Outputs.OfType<EvccOutput.Send>().Single().Message);
        evcc.Respond(Responses.Authorized(EVSEProcessingType.Ongoing)).Give(new EvccInput.TimerExpired(EvccTimer.Ongoing));
        Assert.Equal(TerminationReason.OngoingTimeout, evcc.End);
    }

    [Fact]
    public void Authorization_WaitingForCustomer_HasNoLimit()
    {
        var evcc = Ac().ToAuthorization().Respond(Responses.Authorized(EVSEProcessingType.Ongoing)).Pace()
            .Respond(Responses.Authorized(EVSEProcessingType.Ongoing_WaitingForCustomerInteraction));
        Assert.Contains(new EvccOutput.Cancel(EvccTimer.Ongoing), evcc.Outputs);
        Assert.False(evcc.State.Timers.Contains(EvccTimer.Ongoing));
        Assert.IsType<AuthorizationReq>(evcc.Pace().Request);
    }

    [Fact]
    public void Received_FailureOfEveryKind_EndsTheSession()
    {
        foreach (var (phase, driver) in Reach())
        {
            if (EvccMachine.Exchange(phase) is { } kind and not MessageKind.SupportedAppProtocol)
            {
                var evcc = driver().Respond(Responses.Any(kind, ResponseCodeType.FAILED));
                Assert.Equal(TerminationReason.PeerFailed, evcc.End);
                Assert.Equal(ResponseCodeType.FAILED, evcc.State.PeerCode);
                AssertSafe(evcc);
            }
        }
    }

    [Fact]
    public void Received_AnotherResponseThanTheOneAwaited_EndsTheSession()
    {
        foreach (var (phase, driver) in Reach())
        {
            foreach (var kind in Enum.GetValues<MessageKind>().Where(kind => kind is not MessageKind.SupportedAppProtocol))
            {
                if (EvccMachine.Exchange(phase) != kind)
                {
                    var evcc = driver().Respond(Responses.Any(kind, ResponseCodeType.OK));
                    Assert.Equal(TerminationReason.SequenceError, evcc.End);
                    AssertSafe(evcc);
                }
            }
        }
    }

    [Fact]
    public void Received_ForeignSession_EndsTheSession()
    {
        foreach (var (phase, driver) in Reach().Where(reach => reach.Phase is not (EvccPhase.AppProtocol or EvccPhase.SessionSetup)))
        {
            var evcc = driver().Respond(Responses.Any(EvccMachine.Exchange(phase)!.Value, ResponseCodeType.OK), id: ExiBytes.FromHex("DEADBEEFDEADBEEF"));
            Assert.Equal(TerminationReason.UnknownSession, evcc.End);
        }
    }

    [Fact]
    public void Received_WithoutARequest_EndsTheSession()
    {
        var evcc = Ac().ToLoop().Respond(Responses.Charging());
        Assert.Equal(EvccActivity.Pacing, evcc.State.Activity);
        Assert.Equal(TerminationReason.SequenceError, evcc.Respond(Responses.Charging()).End);
        AssertSafe(evcc);
    }

    [Fact]
    public void Timers_OfEveryExchange_AreThoseOfTheStandard()
    {
        foreach (var (phase, driver) in Reach())
        {
            var evcc = driver();
            var kind = EvccMachine.Exchange(phase)!.Value;
            Assert.Equal(Timings.MessageTimeout(kind), evcc.Outputs.OfType<EvccOutput.Arm>().Last(arm => arm.Timer is EvccTimer.Message).Duration);
            evcc.Give(new EvccInput.TimerExpired(EvccTimer.Message));
            Assert.Equal(TerminationReason.MessageTimeout, evcc.End);
            AssertSafe(evcc);
        }
    }

    [Fact]
    public void Tariff_WithoutValidSignature_IsIgnored()
    {
        var evcc = new EvccDriver(Samples.AcVehicle.WithContract()) { SignatureHolds = false };
        evcc.ToParameters().Respond(Responses.AcParameters(tariff: Samples.Tariff), Samples.Signature);
        Assert.False(evcc.State.TariffTrusted);
        Assert.Contains(new EvccOutput.Report(EvccEvent.TariffIgnored), evcc.Outputs);
        Assert.DoesNotContain(evcc.All, output => output is EvccOutput.EvidenceObserved);
        Assert.IsType<PowerDeliveryReq>(evcc.Request);
    }

    [Fact]
    public void Parameters_NoSchedules_EndsTheSession() => Assert.Equal(
        TerminationReason.Refused, Ac().ToParameters().Respond(Responses.AcParameters() with { SASchedules = null }).End);

    [Fact]
    public void PowerOn_Ac_AsksAndThenShowsStateC()
    {
        var evcc = Ac().ToPowerOn();
        var request = Assert.IsType<PowerDeliveryReq>(evcc.Request);
        Assert.Equal(11_000, request.ChargingProfile!.ProfileEntry[0].ChargingProfileEntryMaxPower.ToDecimal());
        var sends = evcc.Outputs.FindIndex(output => output is EvccOutput.Send);
        Assert.True(sends < evcc.Outputs.IndexOf(new EvccOutput.SetControlPilot(true)));
    }

    [Fact]
    public void AcLimit_OfTheCharger_IsPassedOnWheneverItChanges()
    {
        var evcc = Ac().ToPowerOn();
        Assert.Contains(new EvccOutput.LimitAcCurrent(32), evcc.Outputs);
        evcc.Respond(Responses.AcPower).Respond(Responses.Charging() with { EVSEMaxCurrent = PhysicalValueType.FromAmperes(10) });
        Assert.Contains(new EvccOutput.LimitAcCurrent(10), evcc.Outputs);
        evcc.Pace().Respond(Responses.Charging() with { EVSEMaxCurrent = PhysicalValueType.FromAmperes(10) });
        Assert.DoesNotContain(evcc.Outputs, output => output is EvccOutput.LimitAcCurrent);
        Assert.Equal(10, evcc.State.AcLimitA);
    }

    [Fact]
    public void PreCharge_ConnectsOnlyNearTheVoltageOfTheBattery()
    {
        var evcc = Dc().ToPreCharge();
        Assert.Contains(new EvccOutput.Arm(EvccTimer.PreCharge, TimeSpan.FromSeconds(7)), evcc.Outputs);
        evcc.Respond(Responses.PreCharge(379));
        Assert.DoesNotContain(evcc.Outputs, output => output is EvccOutput.CloseContactor);
        evcc.Pace().Respond(Responses.PreCharge(381));
        Assert.Contains(new EvccOutput.CloseContactor(), evcc.Outputs);
        Assert.IsType<PowerDeliveryReq>(evcc.Request);
    }

    [Theory]
    [InlineData(EvccTimer.CableCheck)]
    [InlineData(EvccTimer.PreCharge)]
    public void Dc_ChargerNeverReady_EndsTheSession(EvccTimer timer)
    {
        var evcc = timer is EvccTimer.CableCheck ? Dc().ToCableCheck() : Dc().ToPreCharge();
        Assert.True(evcc.State.ControlPilotReady);
        evcc.Give(new EvccInput.TimerExpired(timer));
        Assert.Equal(TerminationReason.OngoingTimeout, evcc.End);
        AssertSafe(evcc);
    }

    [Fact]
    public void Contactor_DoesNotClose_StopsInGoodOrder()
    {
        var evcc = Dc().ToPreCharge();
        evcc.Answers = false;
        evcc.Respond(Responses.PreCharge(400)).Give(new EvccInput.TimerExpired(EvccTimer.Contactor));
        Assert.IsType<SessionStopReq>(evcc.Request);
        Assert.Contains(new EvccOutput.OpenContactor(), evcc.Outputs);
        evcc.Give(new EvccInput.ContactorReported(false));
        Assert.Equal(TerminationReason.ContactorFault, evcc.Respond(Responses.Stopped).End);
    }

    [Fact]
    public void LinkLost_ContactorOnItsWay_EndsOnlyWhenItSaysOpen()
    {
        var evcc = Dc().ToPreCharge();
        evcc.Answers = false;
        evcc.Respond(Responses.PreCharge(400)).Give(new EvccInput.LinkLost());
        Assert.Equal(EvccPhase.Closing, evcc.State.Phase);
        evcc.Give(new EvccInput.ContactorReported(true));
        Assert.Null(evcc.End);
        evcc.Give(new EvccInput.ContactorReported(false));
        Assert.Equal(TerminationReason.LinkLost, evcc.End);
    }

    [Fact]
    public void Settlement_Open_HoldsBackEverythingThatEnergises()
    {
        var evcc = Pair(Samples.DcVehicle).Respond(Responses.Authorized(EVSEProcessingType.Finished)).Respond(Responses.DcParameters);
        Assert.Equal(EvccActivity.WaitingForSettlement, evcc.State.Activity);
        Assert.Null(evcc.Request);
        Assert.False(evcc.State.ControlPilotReady);
        evcc.Give(new EvccInput.SettlementReady(true, "agreed"));
        Assert.IsType<CableCheckReq>(evcc.Request);
        Assert.Contains(new EvccOutput.SetControlPilot(true), evcc.Outputs);
    }

    [Fact]
    public void Settlement_RefusedOrSilent_StopsInGoodOrder()
    {
        foreach (var input in new EvccInput[] { new EvccInput.SettlementReady(false, "no"), new EvccInput.TimerExpired(EvccTimer.Sequence) })
        {
            var evcc = Pair(Samples.AcVehicle).Respond(Responses.Authorized(EVSEProcessingType.Finished)).Respond(Responses.AcParameters()).Give(input);
            Assert.IsType<SessionStopReq>(evcc.Request);
            Assert.Equal(TerminationReason.PowerNotPermitted, evcc.Respond(Responses.Stopped).End);
            Assert.DoesNotContain(new EvccOutput.SetControlPilot(true), evcc.All);
        }
    }

    [Fact]
    public void Settlement_WithdrawnWhileCharging_StopsPower()
    {
        var evcc = Pair(Samples.AcVehicle).Give(new EvccInput.SettlementReady(true, "agreed"))
            .Respond(Responses.Authorized(EVSEProcessingType.Finished)).Respond(Responses.AcParameters()).Respond(Responses.AcPower).Respond(Responses.Charging())
            .Give(new EvccInput.SettlementReady(false, "over the limit"));
        Assert.Equal(ChargeProgressType.Stop, Assert.IsType<PowerDeliveryReq>(evcc.Request).ChargeProgress);
    }

    [Fact]
    public void Receipt_Required_IsSignedOverTheReadingAsItCame()
    {
        var evcc = new EvccDriver(Samples.AcVehicle.WithContract()).ToLoop().Respond(Responses.Charging(receipt: true));
        var sent = evcc.Outputs.OfType<EvccOutput.Send>().Single();
        var receipt = Assert.IsType<MeteringReceiptReq>(sent.Message.Body.BodyElement);
        Assert.Equal(Responses.Meter, receipt.MeterInfo);
        Assert.Equal(EvccDriver.Id, receipt.SessionID);
        Assert.NotNull(sent.Message.Header.Signature);
        Assert.Equal(EvidenceKind.MeteringReceipt, sent.Evidence);
    }

    [Fact]
    public void Receipt_RequiredOfAnExternalPayer_IsNotGiven()
    {
        var evcc = Ac().ToLoop().Respond(Responses.Charging(receipt: true));
        Assert.Null(evcc.Request);
        Assert.IsType<ChargingStatusReq>(evcc.Pace().Request);
    }

    [Fact]
    public void StopRequested_WhileReceiptIsDue_GivesTheReceiptFirst()
    {
        var evcc = new EvccDriver(Samples.AcVehicle.WithContract()).ToLoop().Give(new EvccInput.StopRequested("x")).Respond(Responses.Charging(receipt: true));
        Assert.IsType<MeteringReceiptReq>(evcc.Request);
        evcc.Respond(new MeteringReceiptRes { ResponseCode = ResponseCodeType.OK, EVSEStatus = Responses.AcStatus });
        Assert.Equal(ChargeProgressType.Stop, Assert.IsType<PowerDeliveryReq>(evcc.Request).ChargeProgress);
    }

    [Fact]
    public void Notification_StopCharging_IsFollowed()
    {
        var evcc = Ac().ToLoop().Respond(Responses.Charging(Responses.AcStatus with { EVSENotification = EVSENotificationType.StopCharging }));
        Assert.Equal(ChargeProgressType.Stop, Assert.IsType<PowerDeliveryReq>(evcc.Request).ChargeProgress);
        var sends = evcc.Outputs.FindIndex(output => output is EvccOutput.Send);
        Assert.True(sends < evcc.Outputs.IndexOf(new EvccOutput.SetControlPilot(false)));
    }

    [Fact]
    public void Notification_ReNegotiation_IsFollowed()
    {
        var evcc = Ac().ToLoop().Respond(Responses.Charging(Responses.AcStatus with { EVSENotification = EVSENotificationType.ReNegotiation }));
        Assert.Equal(ChargeProgressType.Renegotiate, Assert.IsType<PowerDeliveryReq>(evcc.Request).ChargeProgress);
        Assert.IsType<ChargeParameterDiscoveryReq>(evcc.Respond(Responses.AcPower).Request);
    }

    [Fact]
    public void Notification_EmergencyShutdown_OpensBeforeAnythingElse()
    {
        var evcc = Dc().ToDcLoop().Respond(Responses.Demanded(Responses.DcStatus with { EVSEStatusCode = DC_EVSEStatusCodeType.EVSE_EmergencyShutdown }));
        var opens = evcc.Outputs.FindIndex(output => output is EvccOutput.OpenContactor);
        Assert.InRange(opens, 0, evcc.Outputs.FindIndex(output => output is EvccOutput.Send));
        Assert.Equal(ChargeProgressType.Stop, Assert.IsType<PowerDeliveryReq>(evcc.Request).ChargeProgress);
    }

    [Fact]
    public void WeldingDetection_VoltageStays_IsReportedAndTheSessionEnds()
    {
        var evcc = Dc().ToDcLoop().Respond(Responses.Demanded()).Give(new EvccInput.StopRequested("x")).Respond(Responses.DcPower);
        Assert.Contains(new EvccOutput.OpenContactor(), evcc.Outputs);
        for (var i = 0; i < 4; i++)
        {
            Assert.IsType<WeldingDetectionReq>(evcc.Request);
            evcc.Respond(Responses.Welding(390)).Pace();
        }

        evcc.Respond(Responses.Welding(390));
        Assert.IsType<SessionStopReq>(evcc.Request);
        Assert.Contains(new EvccOutput.Report(EvccEvent.ContactorFault), evcc.Outputs);
    }

    [Fact]
    public void FaultDetected_WhileCharging_OpensAtOnceAndStops()
    {
        var evcc = Dc().ToDcLoop().Give(new EvccInput.FaultDetected("inverter"));
        Assert.Contains(new EvccOutput.OpenContactor(), evcc.Outputs);
        Assert.Contains(new EvccOutput.SetControlPilot(false), evcc.Outputs);
        evcc.Respond(Responses.Demanded());
        Assert.Equal(ChargeProgressType.Stop, Assert.IsType<PowerDeliveryReq>(evcc.Request).ChargeProgress);
    }

    [Fact]
    public void LinkLost_WhileCharging_OpensAndEnds()
    {
        var evcc = Dc().ToDcLoop().Give(new EvccInput.LinkLost());
        Assert.Equal(TerminationReason.LinkLost, evcc.End);
        AssertSafe(evcc);
    }

    private static EvccDriver Ac(PairingWish pairing = PairingWish.Never) => new(Samples.AcVehicle with { Pairing = pairing });

    private static EvccDriver Dc() => new(Samples.DcVehicle);

    private static EvccDriver Pair(EvccOptions options) => new EvccDriver(options with { Pairing = PairingWish.Required })
        .ToServiceDiscovery().Respond(Responses.PairServices).Respond(Responses.PairDetail).Respond(Responses.Selected);

    /// <summary>Every phase while it awaits its response, and a way to it.</summary>
    internal static IEnumerable<(EvccPhase Phase, Func<EvccDriver> Driver)> Reach()
    {
        yield return (EvccPhase.AppProtocol, () => Ac().Connect());
        yield return (EvccPhase.SessionSetup, () => Ac().ToSessionSetup());
        yield return (EvccPhase.ServiceDiscovery, () => Ac().ToServiceDiscovery());
        yield return (EvccPhase.ServiceDetail, () => Ac(PairingWish.WhenOffered).ToServiceDiscovery().Respond(Responses.PairServices));
        yield return (EvccPhase.PaymentServiceSelection, () => Ac().ToSelection());
        yield return (EvccPhase.CertificateInstallation, () => Provisioning(new EvccProvisioning.Installation(Samples.Chain.Certificate, Samples.Roots), 1));
        yield return (EvccPhase.CertificateUpdate, () => Provisioning(new EvccProvisioning.Update(Samples.Roots), 2));
        yield return (EvccPhase.PaymentDetails, () => new EvccDriver(Samples.AcVehicle.WithContract()).ToSelection().Respond(Responses.Selected));
        yield return (EvccPhase.Authorization, () => Ac().ToAuthorization());
        yield return (EvccPhase.ChargeParameterDiscovery, () => Ac().ToParameters());
        yield return (EvccPhase.CableCheck, () => Dc().ToCableCheck());
        yield return (EvccPhase.PreCharge, () => Dc().ToPreCharge());
        yield return (EvccPhase.PowerOn, () => Dc().ToPreCharge().Respond(Responses.PreCharge(400)));
        yield return (EvccPhase.ChargingStatus, () => Ac().ToLoop());
        yield return (EvccPhase.CurrentDemand, () => Dc().ToDcLoop());
        yield return (EvccPhase.MeteringReceipt, () => new EvccDriver(Samples.AcVehicle.WithContract()).ToLoop().Respond(Responses.Charging(receipt: true)));
        yield return (EvccPhase.Renegotiation, () => Dc().ToDcLoop().Give(new EvccInput.RenegotiationRequested()).Respond(Responses.Demanded()));
        yield return (EvccPhase.PowerOff, () => Dc().ToDcLoop().Respond(Responses.Demanded()).Give(new EvccInput.StopRequested("x")));
        yield return (EvccPhase.WeldingDetection, () => Dc().ToDcLoop().Respond(Responses.Demanded()).Give(new EvccInput.StopRequested("x")).Respond(Responses.DcPower));
        yield return (EvccPhase.SessionStop, () => Ac().ToLoop().Respond(Responses.Charging()).Give(new EvccInput.BatteryReported(Samples.Battery with { ChargingComplete = true }))
            .Pace().Respond(Responses.Charging()).Respond(Responses.AcPower));
    }

    private static EvccDriver Provisioning(EvccProvisioning provisioning, short set) => new EvccDriver(Samples.AcVehicle.WithContract() with { Provisioning = provisioning })
        .ToServiceDiscovery()
        .Respond(Responses.Services with
        {
            ServiceList = new() { Service = [new() { ServiceID = 2, ServiceCategory = ServiceCategoryType.ContractCertificate, FreeService = true }] },
        })
        .Respond(new ServiceDetailRes
        {
            ResponseCode = ResponseCodeType.OK,
            ServiceID = 2,
            ServiceParameterList = new() { ParameterSet = [new() { ParameterSetID = set, Parameter = [new() { Name = "Service", stringValue = "x" }] }] },
        })
        .Respond(Responses.Selected);

    [Fact]
    public void Reach_EveryPhase_IsReached()
    {
        var reached = Reach().Select(reach => (reach.Phase, Driver: reach.Driver())).ToList();
        Assert.All(reached, reach => Assert.Equal((reach.Phase, EvccActivity.AwaitingResponse), (reach.Driver.State.Phase, reach.Driver.State.Activity)));
        Assert.Equal(Enum.GetValues<EvccPhase>().Except([EvccPhase.Idle, EvccPhase.Closing, EvccPhase.Terminated]), reached.Select(reach => reach.Phase));
    }

    private static void AssertSafe(EvccDriver evcc)
    {
        Assert.Equal(EvccPhase.Terminated, evcc.State.Phase);
        Assert.False(evcc.State.ControlPilotReady || evcc.State.ContactorCommanded || evcc.State.ContactorClosed);
        Assert.Equal(new EvccOutput.SetControlPilot(false), evcc.All.OfType<EvccOutput.SetControlPilot>().LastOrDefault(new EvccOutput.SetControlPilot(false)));
    }
}
