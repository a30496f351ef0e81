using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tests.Session;
using ResponseCodeType = PairSettle.Iso15118.Iso2.ResponseCodeType;

namespace PairSettle.Iso15118.Tests.Secc;

public class SeccMachineTests
{
    private const string Iso2Namespace = "urn:iso:15118:2:2013:MsgDef";

    [Fact]
    public void Offer_UnknownNamespaceFirst_IsSkipped()
    {
        var secc = Ac().Give(new SeccInput.LinkUp(false)).Offer(
            SeccDriver.Protocol("urn:tesla:din:2018:MsgDef", 1, 2, 0, 7), SeccDriver.Protocol(Iso2Namespace, 2, 9));
        var response = Assert.Single(secc.Outputs.OfType<SeccOutput.SendAppProtocol>()).Response;
        Assert.Equal(9, response.SchemaID!.Value);
        Assert.Equal(AppProtocol.ResponseCodeType.OK_SuccessfulNegotiation, response.ResponseCode);
    }

    [Fact]
    public void Offer_TwoEntriesThatFit_PriorityDecidesNotOrder()
    {
        var secc = Ac().Give(new SeccInput.LinkUp(false)).Offer(
            SeccDriver.Protocol(Iso2Namespace, 5, 1), SeccDriver.Protocol(Iso2Namespace, 2, 7), SeccDriver.Protocol(Iso2Namespace, 9, 8));
        Assert.Equal((byte)7, secc.Outputs.OfType<SeccOutput.SendAppProtocol>().Single().Response.SchemaID);
    }

    [Fact]
    public void Offer_OtherMinorVersion_IsADeviation()
    {
        var secc = Ac().Give(new SeccInput.LinkUp(false)).Offer(SeccDriver.Protocol(Iso2Namespace, 1, 1, 2, 3));
        Assert.Equal(
            AppProtocol.ResponseCodeType.OK_SuccessfulNegotiationWithMinorDeviation,
            secc.Outputs.OfType<SeccOutput.SendAppProtocol>().Single().Response.ResponseCode);
    }

    [Theory]
    [InlineData("urn:iso:15118:2:2013:MsgDef", 1u)]
    [InlineData("urn:din:70121:2012:MsgDef", 2u)]
    [InlineData("urn:pairsettle:pair:1", 1u)]
    public void Offer_NothingInCommon_IsRefusedAndClosed(string name, uint major)
    {
        var secc = Ac().Give(new SeccInput.LinkUp(true)).Offer(SeccDriver.Protocol(name, 1, 1, major));
        var response = secc.Outputs.OfType<SeccOutput.SendAppProtocol>().Single().Response;
        Assert.Equal(AppProtocol.ResponseCodeType.Failed_NoNegotiation, response.ResponseCode);
        Assert.Null(response.SchemaID);
        AssertEnds(secc, TerminationReason.NoCommonProtocol);
    }

    [Fact]
    public void Offer_Marker_IsRememberedAndNeverChosen()
    {
        var secc = Ac().Give(new SeccInput.LinkUp(true)).Offer(
            SeccDriver.Protocol("urn:pairsettle:pair:1", 1, 2, 1), SeccDriver.Protocol(Iso2Namespace, 20, 1));
        Assert.True(secc.State.VehicleCanPair);
        Assert.Equal((byte)1, secc.Outputs.OfType<SeccOutput.SendAppProtocol>().Single().Response.SchemaID);
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void ServiceDiscovery_PairService_IsOfferedOnlyWithMarkerAndTls(bool tls, bool marker, bool expected)
    {
        var response = Assert.IsType<ServiceDiscoveryRes>(Ac().ToServices(tls, marker).Response);
        Assert.Equal(expected, response.ServiceList?.Service.Any(service => service.ServiceID == 60051) is true);
        Assert.Equal(tls, response.PaymentOptionList.PaymentOption.Contains(PaymentOptionType.Contract));
    }

    [Fact]
    public void ServiceDiscovery_CategoryFilter_ListsOnlyThatCategory()
    {
        var options = Samples.AcCharger with { Services = [new(new() { ServiceID = 3, ServiceCategory = ServiceCategoryType.Internet, FreeService = true })] };
        var secc = new SeccDriver(options).ToSessionSetup(marker: true).Request(Samples.Request(MessageKind.SessionSetup), id: SessionId.None)
            .Request(new ServiceDiscoveryReq { ServiceCategory = ServiceCategoryType.Internet });
        Assert.Equal([(ushort)3], Assert.IsType<ServiceDiscoveryRes>(secc.Response).ServiceList!.Service.Select(service => service.ServiceID));
    }

    [Fact]
    public void ServiceDiscovery_ContractOnlyWithoutTls_IsRefused()
    {
        var secc = new SeccDriver(Samples.AcCharger with { PaymentOptions = [PaymentOptionType.Contract] }).ToServices(tls: false);
        Assert.Equal(ResponseCodeType.FAILED, secc.Code);
        AssertEnds(secc, TerminationReason.NoCommonService);
    }

    [Fact]
    public void ServiceDetail_PairService_NamesVersionAndCarrier()
    {
        var secc = Ac().ToServices(marker: true).Request(new ServiceDetailReq { ServiceID = 60051 });
        var set = Assert.IsType<ServiceDetailRes>(secc.Response).ServiceParameterList!.ParameterSet.Single();
        Assert.Equal(1, set.ParameterSetID);
        Assert.Contains(set.Parameter, p => p is { Name: "Version", intValue: 1 });
        Assert.Contains(set.Parameter, p => p is { Name: "Carrier", stringValue: "inband" });
    }

    [Fact]
    public void ServiceDetail_NotOffered_IsServiceIdInvalid()
    {
        var secc = Ac().ToServices().Request(new ServiceDetailReq { ServiceID = 60051 });
        Assert.Equal(ResponseCodeType.FAILED_ServiceIDInvalid, secc.Code);
        AssertEnds(secc, TerminationReason.Refused);
    }

    [Fact]
    public void PaymentServiceSelection_WrongChoices_GetTheirCodes()
    {
        Assert.Equal(
            ResponseCodeType.FAILED_PaymentSelectionInvalid, Ac().ToServices(tls: false).Request(Samples.Select(PaymentOptionType.Contract)).Code);
        Assert.Equal(
            ResponseCodeType.FAILED_ServiceSelectionInvalid,
            Ac().ToServices().Request(Samples.Select(PaymentOptionType.ExternalPayment, new SelectedServiceType { ServiceID = 60051, ParameterSetID = 1 })).Code);
        Assert.Equal(
            ResponseCodeType.FAILED_ServiceSelectionInvalid,
            Ac().ToServices(marker: true).Request(Samples.Select(PaymentOptionType.ExternalPayment, new SelectedServiceType { ServiceID = 60051, ParameterSetID = 2 })).Code);
        Assert.Equal(
            ResponseCodeType.FAILED_NoChargeServiceSelected,
            Ac().ToServices(marker: true).Request(new PaymentServiceSelectionReq
            {
                SelectedPaymentOption = PaymentOptionType.ExternalPayment,
                SelectedServiceList = new() { SelectedService = [new() { ServiceID = 60051, ParameterSetID = 1 }] },
            }).Code);
    }

    [Fact]
    public void SessionSetup_NewSession_GivesEightRandomOctets()
    {
        var secc = Ac().ToSessionSetup();
        secc.Answers = false;
        secc.Request(Samples.Request(MessageKind.SessionSetup), id: SessionId.None);
        Assert.Contains(new SeccOutput.DrawRandom(RandomPurpose.SessionId, 8), secc.Outputs);
        Assert.Null(secc.Response);
        secc.Give(new SeccInput.RandomDrawn(RandomPurpose.SessionId, ExiBytes.Copy(new byte[8])));
        Assert.Null(secc.Response); // Zero names no session: drawn again.
        Assert.Contains(new SeccOutput.DrawRandom(RandomPurpose.SessionId, 8), secc.Outputs);
        secc.Give(new SeccInput.RandomDrawn(RandomPurpose.SessionId, SeccDriver.Id));
        Assert.Equal(ResponseCodeType.OK_NewSessionEstablished, secc.Code);
        Assert.Equal(SeccDriver.Id, secc.Outputs.OfType<SeccOutput.Send>().Single().Message.Header.SessionID);
    }

    [Fact]
    public void SessionSetup_ForeignIdOrForeignVehicle_GetsANewSession()
    {
        var paused = Paused();
        var secc = new SeccDriver(Samples.AcCharger, paused).ToSessionSetup()
            .Request(Samples.Request(MessageKind.SessionSetup), id: ExiBytes.FromHex("DEADBEEFDEADBEEF"));
        Assert.Equal(ResponseCodeType.OK_NewSessionEstablished, secc.Code);
        secc = new SeccDriver(Samples.AcCharger, paused).ToSessionSetup()
            .Request(new SessionSetupReq { EVCCID = ExiBytes.FromHex("FFFFFFFFFFFF") }, id: paused.SessionID);
        Assert.Equal(ResponseCodeType.OK_NewSessionEstablished, secc.Code);
        Assert.NotEqual(paused.SessionID, secc.State.SessionID);
        secc = new SeccDriver(Samples.AcCharger, paused).ToSessionSetup().Request(Samples.Request(MessageKind.SessionSetup), id: paused.SessionID);
        Assert.Equal(ResponseCodeType.OK_OldSessionJoined, secc.Code);
    }

    [Fact]
    public void Received_EveryKindInEveryPhase_IsAcceptedOrAnsweredInKindWithSequenceError()
    {
        foreach (var (phase, driver) in Reach())
        {
            foreach (var kind in Enum.GetValues<MessageKind>().Where(k => k is not MessageKind.SupportedAppProtocol))
            {
                var secc = driver();
                var inLoop = phase is SeccPhase.ChargingStatusOrPowerDelivery or SeccPhase.CurrentDemandOrPowerDelivery;
                secc.Request(kind is MessageKind.PowerDelivery && inLoop ? Samples.Power(ChargeProgressType.Stop) : Samples.Request(kind));
                var accepted = SeccMachine.Accepted(phase).Contains(kind);
                if (!accepted)
                {
                    Assert.Equal(ResponseCodeType.FAILED_SequenceError, secc.Code);
                    Assert.Equal(kind, MessageKinds.OfResponse(secc.Response)!.Value.Kind);
                    AssertEnds(secc, TerminationReason.SequenceError);
                }
                else
                {
                    Assert.NotEqual(ResponseCodeType.FAILED_SequenceError, secc.Code);
                }
            }
        }
    }

    [Fact]
    public void Received_OtherSessionIdInEveryPhase_IsUnknownSession()
    {
        foreach (var (phase, driver) in Reach().Where(reach => reach.Phase is not (SeccPhase.AppProtocol or SeccPhase.SessionSetup)))
        {
            foreach (var kind in SeccMachine.Accepted(phase))
            {
                var secc = driver().Request(Samples.Request(kind), id: ExiBytes.FromHex("DEADBEEFDEADBEEF"));
                Assert.Equal(ResponseCodeType.FAILED_UnknownSession, secc.Code);
                Assert.Equal(kind, MessageKinds.OfResponse(secc.Response)!.Value.Kind);
                AssertEnds(secc, TerminationReason.UnknownSession);
            }
        }
    }

    [Fact]
    public void Received_SecondRequestBeforeTheResponse_IsASequenceError()
    {
        var secc = Ac().ToServices().Request(Samples.Select(PaymentOptionType.Contract));
        secc.Answers = false;
        secc.Request(MessageKind.PaymentDetails);
        Assert.Null(secc.Response);
        secc.Request(MessageKind.PaymentDetails);
        Assert.Equal(ResponseCodeType.FAILED_SequenceError, secc.Code);
    }

    [Fact]
    public void Received_ResponseOrEmptyBody_EndsWithoutAnswer()
    {
        var secc = Ac().ToServices().Request(new SessionStopRes { ResponseCode = ResponseCodeType.OK });
        Assert.Null(secc.Response);
        Assert.Equal(TerminationReason.Undecodable, secc.Outputs.OfType<SeccOutput.Terminated>().Single().Reason);
        secc = Ac().ToServices().Give(new SeccInput.Undecodable("EXI2003"));
        Assert.Null(secc.Response);
        Assert.Equal(TerminationReason.Undecodable, secc.Outputs.OfType<SeccOutput.Terminated>().Single().Reason);
    }

    [Theory]
    [InlineData(ContractVerdict.ChainError, ResponseCodeType.FAILED_CertChainError)]
    [InlineData(ContractVerdict.Expired, ResponseCodeType.FAILED_CertificateExpired)]
    [InlineData(ContractVerdict.Revoked, ResponseCodeType.FAILED_CertificateRevoked)]
    [InlineData(ContractVerdict.NotAllowed, ResponseCodeType.FAILED_CertificateNotAllowedAtThisEVSE)]
    [InlineData(ContractVerdict.Canceled, ResponseCodeType.FAILED_ContractCanceled)]
    [InlineData(ContractVerdict.NoCertificate, ResponseCodeType.FAILED_NoCertificateAvailable)]
    public void PaymentDetails_BadContract_IsRefusedWithItsCode(ContractVerdict verdict, ResponseCodeType code)
    {
        var secc = Ac();
        secc.Verdict = verdict;
        secc.ToContractAuthorization();
        Assert.Equal(code, secc.Code);
        Assert.DoesNotContain(secc.All, output => output is SeccOutput.EvidenceObserved);
        AssertEnds(secc, TerminationReason.NotAuthorised);
    }

    [Fact]
    public void PaymentDetails_ExpiresSoon_IsToldAndAccepted()
    {
        var secc = Ac();
        secc.Verdict = ContractVerdict.ExpiresSoon;
        secc.ToContractAuthorization();
        Assert.Equal(ResponseCodeType.OK_CertificateExpiresSoon, secc.Code);
        Assert.Equal(SeccDriver.Challenge, Assert.IsType<PaymentDetailsRes>(secc.Response).GenChallenge);
        Assert.Equal(SeccPhase.Authorization, secc.State.Phase);
    }

    [Fact]
    public void Authorization_WrongChallengeOrSignature_IsRefusedAndNotAuthorised()
    {
        var wrong = new AuthorizationReq { Id = "id1", GenChallenge = ExiBytes.Copy(new byte[16]) };
        Assert.Equal(ResponseCodeType.FAILED_ChallengeInvalid, Ac().ToContractAuthorization().Request(wrong, Samples.Signature).Code);
        Assert.Equal(ResponseCodeType.FAILED_ChallengeInvalid, Ac().ToContractAuthorization().Request(new AuthorizationReq(), Samples.Signature).Code);
        var right = new AuthorizationReq { Id = "id1", GenChallenge = SeccDriver.Challenge };
        Assert.Equal(ResponseCodeType.FAILED_SignatureError, Ac().ToContractAuthorization().Request(right).Code);
        var secc = Ac();
        secc.SignatureHolds = false;
        secc.ToContractAuthorization().Request(right, Samples.Signature);
        Assert.Equal(ResponseCodeType.FAILED_SignatureError, secc.Code);
        Assert.False(secc.State.IsAuthorised);
        AssertEnds(secc, TerminationReason.NotAuthorised);
    }

    [Fact]
    public void Authorization_SlowCheck_AnswersOngoingAndThenDecides()
    {
        var secc = Ac().ToContractAuthorization();
        secc.Answers = false;
        secc.Authorize().Give(new SeccInput.TimerExpired(SeccTimer.Performance));
        Assert.Equal(EVSEProcessingType.Ongoing, Assert.IsType<AuthorizationRes>(secc.Response).EVSEProcessing);
        secc.Authorize();
        Assert.Equal(EVSEProcessingType.Ongoing, Assert.IsType<AuthorizationRes>(secc.Response).EVSEProcessing);
        Assert.Single(secc.All.OfType<SeccOutput.VerifySignature>());
        secc.Give(new SeccInput.SignatureVerified(SignaturePurpose.Authorization, true)).Authorize();
        Assert.Equal(EVSEProcessingType.Finished, Assert.IsType<AuthorizationRes>(secc.Response).EVSEProcessing);
    }

    [Fact]
    public void Authorization_CustomerDoesNotCome_EndsAfterTheWait()
    {
        var secc = Ac().ToExternalAuthorization().Request(MessageKind.Authorization);
        Assert.Contains(new SeccOutput.Arm(SeccTimer.Ongoing, TimeSpan.FromSeconds(300)), secc.Outputs);
        secc.Give(new SeccInput.TimerExpired(SeccTimer.Ongoing)).Request(MessageKind.Authorization);
        Assert.Equal(ResponseCodeType.FAILED, secc.Code);
        AssertEnds(secc, TerminationReason.NotAuthorised);
    }

    [Theory]
    [InlineData(EnergyTransferModeType.DC_extended, ResponseCodeType.FAILED_WrongEnergyTransferMode)]
    [InlineData(EnergyTransferModeType.AC_single_phase_core, ResponseCodeType.OK)]
    public void ChargeParameterDiscovery_Mode_MustBeOffered(EnergyTransferModeType mode, ResponseCodeType code) =>
        Assert.Equal(code, Ac().ToParameters().Request(Samples.Parameters(mode)).Code);

    [Fact]
    public void ChargeParameterDiscovery_WrongParameters_AreRefused()
    {
        static ChargeParameterDiscoveryReq With(EVChargeParameterType parameter) =>
            new() { RequestedEnergyTransferMode = EnergyTransferModeType.AC_three_phase_core, EVChargeParameter = parameter };

        Assert.Equal(ResponseCodeType.FAILED_WrongChargeParameter, Ac().ToParameters().Request(With(Samples.DcParameter)).Code);
        Assert.Equal(
            ResponseCodeType.FAILED_WrongChargeParameter,
            Ac().ToParameters().Request(With(Samples.AcParameter with { EVMaxCurrent = PhysicalValueType.FromVolts(16) })).Code);
        Assert.Equal(
            ResponseCodeType.FAILED_WrongChargeParameter,
            Ac().ToParameters().Request(With(Samples.AcParameter with { EVMaxCurrent = PhysicalValueType.FromAmperes(3) })).Code);
        Assert.Equal(
            ResponseCodeType.FAILED_WrongChargeParameter,
            Dc().ToParameters().Request(new ChargeParameterDiscoveryReq
            {
                RequestedEnergyTransferMode = EnergyTransferModeType.DC_extended,
                EVChargeParameter = Samples.DcParameter with { EVMaximumVoltageLimit = PhysicalValueType.FromVolts(48) },
            }).Code);
    }

    [Fact]
    public void ChargeParameterDiscovery_SchedulesNotThere_OngoingUntilTheyAre()
    {
        var secc = new SeccDriver(Samples.AcCharger with { Schedules = null }).ToParameters();
        var request = Samples.Parameters(EnergyTransferModeType.AC_three_phase_core);
        secc.Request(request).Request(request);
        var response = Assert.IsType<ChargeParameterDiscoveryRes>(secc.Response);
        Assert.Equal(EVSEProcessingType.Ongoing, response.EVSEProcessing);
        Assert.Null(response.SASchedules);
        Assert.Single(secc.All.OfType<SeccOutput.RequestSchedules>());
        secc.Give(new SeccInput.SchedulesProvided(Schedules.Flat(11_000))).Request(request);
        Assert.Equal(EVSEProcessingType.Finished, Assert.IsType<ChargeParameterDiscoveryRes>(secc.Response).EVSEProcessing);
        Assert.Contains(new SeccOutput.Cancel(SeccTimer.Ongoing), secc.Outputs);
    }

    [Fact]
    public void ChargeParameterDiscovery_TooLong_IsRefusedBeforeTheVehicleGivesUp()
    {
        var secc = new SeccDriver(Samples.AcCharger with { Schedules = null }).ToParameters();
        var request = Samples.Parameters(EnergyTransferModeType.AC_three_phase_core);
        secc.Request(request);
        Assert.Contains(new SeccOutput.Arm(SeccTimer.Ongoing, TimeSpan.FromSeconds(55)), secc.Outputs);
        secc.Give(new SeccInput.TimerExpired(SeccTimer.Ongoing)).Request(request);
        Assert.Equal(ResponseCodeType.FAILED, secc.Code);
    }

    [Fact]
    public void ChargeParameterDiscovery_Tariff_IsSignedForContractsOnlyAndLeftOutWithoutSignature()
    {
        var options = Samples.AcCharger with { Schedules = Schedules.Flat(11_000, Samples.Tariff) };
        var request = Samples.Parameters(EnergyTransferModeType.AC_three_phase_core);
        var external = new SeccDriver(options).ToParameters().Request(request);
        Assert.DoesNotContain(external.All, output => output is SeccOutput.SignTariffs);
        Assert.Null(external.Outputs.OfType<SeccOutput.Send>().Single().Message.Header.Signature);

        var contract = new SeccDriver(options).ToParameters(contract: true).Request(request);
        var sent = contract.Outputs.OfType<SeccOutput.Send>().Single();
        Assert.NotNull(sent.Message.Header.Signature);
        Assert.Equal(EvidenceKind.SalesTariff, sent.Evidence);

        var late = new SeccDriver(options).ToParameters(contract: true);
        late.Answers = false;
        late.Request(request).Give(new SeccInput.TimerExpired(SeccTimer.Performance));
        var response = Assert.IsType<ChargeParameterDiscoveryRes>(late.Response);
        Assert.Null(Assert.IsType<SAScheduleListType>(response.SASchedules).SAScheduleTuple[0].SalesTariff);
        Assert.Null(late.Outputs.OfType<SeccOutput.Send>().Single().Evidence);
    }

    [Fact]
    public void PowerDelivery_WrongTupleOrProfile_GetsItsCode()
    {
        Assert.Equal(ResponseCodeType.FAILED_TariffSelectionInvalid, Ac().ToPowerDelivery().Request(Samples.Power(ChargeProgressType.Start, 2)).Code);
        Assert.Equal(ResponseCodeType.FAILED_ChargingProfileInvalid, Ac().ToPowerDelivery().Request(Samples.Power(ChargeProgressType.Start) with
        {
            ChargingProfile = new()
            {
                ProfileEntry =
                [
                    new() { ChargingProfileEntryStart = 0, ChargingProfileEntryMaxPower = PhysicalValueType.FromWatts(11_000) },
                    new() { ChargingProfileEntryStart = 600, ChargingProfileEntryMaxPower = PhysicalValueType.FromWatts(22_100) },
                ],
            },
        }).Code);
    }

    [Fact]
    public void PowerDelivery_Start_WaitsForVehicleThenContactor()
    {
        var secc = Ac().ToPowerDelivery();
        secc.Answers = false;
        secc.Request(MessageKind.PowerDelivery);
        Assert.DoesNotContain(secc.Outputs, output => output is SeccOutput.CloseContactor);
        Assert.Contains(new SeccOutput.Arm(SeccTimer.ControlPilot, TimeSpan.FromSeconds(0.5)), secc.Outputs);
        secc.Give(new SeccInput.ControlPilotReported(ControlPilotState.C));
        Assert.Contains(new SeccOutput.CloseContactor(PowerPurpose.Delivery), secc.Outputs);
        Assert.Contains(new SeccOutput.Arm(SeccTimer.Contactor, TimeSpan.FromSeconds(3)), secc.Outputs);
        Assert.Null(secc.Response);
        secc.Give(new SeccInput.ContactorReported(true));
        Assert.Equal(ResponseCodeType.OK, secc.Code);
        Assert.Equal(SeccPhase.ChargingStatus, secc.State.Phase);
    }

    [Theory]
    [InlineData(SeccTimer.ControlPilot, ResponseCodeType.FAILED_PowerDeliveryNotApplied, TerminationReason.ControlPilotFault, false)]
    [InlineData(SeccTimer.Contactor, ResponseCodeType.FAILED_ContactorError, TerminationReason.ContactorFault, true)]
    [InlineData(SeccTimer.Performance, ResponseCodeType.FAILED_ContactorError, TerminationReason.ContactorFault, true)]
    public void PowerDelivery_NobodyFollows_IsRefused(SeccTimer timer, ResponseCodeType code, TerminationReason reason, bool vehicleReady)
    {
        var secc = Ac().ToPowerDelivery();
        secc.Answers = false;
        secc.Request(MessageKind.PowerDelivery);
        if (vehicleReady)
        {
            secc.Give(new SeccInput.ControlPilotReported(ControlPilotState.C));
        }

        secc.Give(new SeccInput.TimerExpired(timer));
        Assert.Equal(code, secc.Code);
        AssertEnds(secc, reason);
    }

    [Fact]
    public void PowerDelivery_StopOrFaultMeanwhile_IsNotAppliedAnyMore()
    {
        foreach (var input in new SeccInput[] { new SeccInput.FaultDetected("x"), new SeccInput.StopRequested("x"), new SeccInput.EimRejected() })
        {
            foreach (var closing in new[] { false, true })
            {
                var secc = Ac().ToPowerDelivery();
                secc.Answers = false;
                secc.Request(MessageKind.PowerDelivery);
                if (closing)
                {
                    secc.Give(new SeccInput.ControlPilotReported(ControlPilotState.C));
                }

                secc.Give(input);
                Assert.Equal(ResponseCodeType.FAILED_PowerDeliveryNotApplied, secc.Code);
                secc.Give(new SeccInput.ControlPilotReported(ControlPilotState.C), new SeccInput.ContactorReported(true));
                Assert.DoesNotContain(secc.Outputs, output => output is SeccOutput.CloseContactor);
                Assert.False(secc.State.ContactorCommanded);
            }
        }
    }

    [Fact]
    public void PowerDelivery_WeldedContactor_IsRefused()
    {
        var secc = Ac().ToPowerDelivery().Give(new SeccInput.ContactorReported(true), new SeccInput.ControlPilotReported(ControlPilotState.C));
        secc.Answers = false;
        secc.Request(MessageKind.PowerDelivery);
        Assert.Equal(ResponseCodeType.FAILED_ContactorError, secc.Code);
    }

    [Fact]
    public void PowerDelivery_Stop_OpensWithoutLoadAndAnswersWhenOpen()
    {
        var secc = Ac().ToLoop().Request(MessageKind.ChargingStatus);
        secc.Answers = false;
        secc.Request(Samples.Power(ChargeProgressType.Stop));
        Assert.DoesNotContain(secc.Outputs, output => output is SeccOutput.OpenContactor);
        secc.Give(new SeccInput.ControlPilotReported(ControlPilotState.B));
        Assert.Contains(new SeccOutput.OpenContactor(), secc.Outputs);
        Assert.Null(secc.Response);
        secc.Give(new SeccInput.ContactorReported(false));
        Assert.Equal(ResponseCodeType.OK, secc.Code);
        Assert.Equal(SeccPhase.SessionStop, secc.State.Phase);
    }

    [Fact]
    public void PowerDelivery_StopAndVehicleStaysInC_OpensAllTheSame()
    {
        var secc = Ac().ToLoop().Request(MessageKind.ChargingStatus).Request(Samples.Power(ChargeProgressType.Stop));
        secc.Give(new SeccInput.TimerExpired(SeccTimer.ControlPilot));
        Assert.Contains(new SeccOutput.OpenContactor(), secc.Outputs);
        Assert.Equal(ResponseCodeType.OK, secc.Code);
    }

    [Fact]
    public void PowerDelivery_StopAndContactorSticks_IsAContactorError()
    {
        var secc = Ac().ToLoop().Request(MessageKind.ChargingStatus);
        secc.Answers = false;
        secc.Give(new SeccInput.ControlPilotReported(ControlPilotState.B)).Request(Samples.Power(ChargeProgressType.Stop));
        secc.Give(new SeccInput.TimerExpired(SeccTimer.Contactor));
        Assert.Equal(ResponseCodeType.FAILED_ContactorError, secc.Code);
        Assert.Contains(new SeccOutput.Report(SeccEvent.ContactorFault), secc.Outputs);
    }

    [Theory]
    [InlineData(ChargeProgressType.Start)]
    [InlineData(ChargeProgressType.Renegotiate)]
    public void PowerDelivery_ProgressOutOfPlace_IsASequenceError(ChargeProgressType progress)
    {
        var secc = progress is ChargeProgressType.Start ? Ac().ToLoop().Request(MessageKind.ChargingStatus) : Ac().ToPowerDelivery();
        Assert.Equal(ResponseCodeType.FAILED_SequenceError, secc.Request(Samples.Power(progress)).Code);
    }

    [Fact]
    public void CableCheck_VehicleNotReady_WaitsAndFails()
    {
        var secc = Dc().ToCableCheck().Request(MessageKind.CableCheck);
        Assert.Equal(EVSEProcessingType.Ongoing, Assert.IsType<CableCheckRes>(secc.Response).EVSEProcessing);
        Assert.DoesNotContain(secc.All, output => output is SeccOutput.StartCableCheck);
        secc.Give(new SeccInput.TimerExpired(SeccTimer.ControlPilot)).Request(MessageKind.CableCheck);
        Assert.Equal(ResponseCodeType.FAILED, secc.Code);
        AssertEnds(secc, TerminationReason.DeviceFault);
    }

    [Theory]
    [InlineData(IsolationLevelType.Fault)]
    [InlineData(IsolationLevelType.Invalid)]
    [InlineData(IsolationLevelType.No_IMD)]
    public void CableCheck_BadIsolation_IsRefused(IsolationLevelType isolation)
    {
        var secc = Dc().ToCableCheck().Give(new SeccInput.ControlPilotReported(ControlPilotState.C));
        secc.Answers = false;
        secc.Request(MessageKind.CableCheck).Give(new SeccInput.CableChecked(isolation)).Request(MessageKind.CableCheck);
        Assert.Equal(ResponseCodeType.FAILED, secc.Code);
        Assert.Equal(IsolationLevelType.Fault, Assert.IsType<CableCheckRes>(secc.Response).DC_EVSEStatus.EVSEIsolationStatus);
    }

    [Fact]
    public void PreCharge_LimitsTheCurrentAndRefusesTooMuchVoltage()
    {
        var secc = Dc().ToPreCharge().Request(Samples.PreCharge(400, 50));
        Assert.Contains(new SeccOutput.SetDcTarget(400, 2), secc.Outputs);
        Assert.Contains(new SeccOutput.CloseContactor(PowerPurpose.PreCharge), secc.Outputs);
        Assert.Equal(ResponseCodeType.FAILED, Dc().ToPreCharge().Request(Samples.PreCharge(1000, 2)).Code);
        Assert.Equal(ResponseCodeType.FAILED, Dc().ToPreCharge().Request(Samples.PreCharge(400, 2) with { EVTargetVoltage = PhysicalValueType.FromAmperes(400) }).Code);
    }

    [Fact]
    public void CurrentDemand_IsLimitedBySupplyAndSchedule()
    {
        var secc = Dc().ToDcLoop().Request(Samples.Demand(400, 500));
        Assert.Contains(new SeccOutput.SetDcTarget(400, 300), secc.Outputs);
        Assert.True(Assert.IsType<CurrentDemandRes>(secc.Response).EVSECurrentLimitAchieved);
        secc.Request(Samples.Demand(800, 250));
        Assert.Contains(new SeccOutput.SetDcTarget(800, 187.5m), secc.Outputs);
        Assert.True(Assert.IsType<CurrentDemandRes>(secc.Response).EVSEPowerLimitAchieved);

        secc = new SeccDriver(Samples.DcCharger with { Schedules = Schedules.Flat(20_000) }).ToDcLoop().Request(Samples.Demand(400, 500));
        Assert.Contains(new SeccOutput.SetDcTarget(400, 50), secc.Outputs);
        Assert.Equal(ResponseCodeType.FAILED, Dc().ToDcLoop().Request(Samples.Demand(400, -1)).Code);
    }

    [Fact]
    public void CurrentDemand_VehicleError_GetsNoCurrent()
    {
        var request = Samples.Demand(400, 100) with
        {
            DC_EVStatus = Samples.VehicleStatus with { EVErrorCode = DC_EVErrorCodeType.FAILED_RESSTemperatureInhibit },
        };
        Assert.Contains(new SeccOutput.SetDcTarget(400, 0), Dc().ToDcLoop().Request(request).Outputs);
    }

    [Theory]
    [InlineData(1_499, false)]
    [InlineData(1_500, true)]
    [InlineData(900, false)]
    public void Receipt_AfterTheFirst_IsDueAfterItsEnergy(ulong register, bool due)
    {
        var secc = new SeccDriver(Samples.AcCharger with { ReceiptEveryWh = 500 }).ToLoop(contract: true).Request(MessageKind.ChargingStatus);
        var asked = Assert.IsType<ChargingStatusRes>(secc.Response);
        Assert.Equal(1_000ul, asked.MeterInfo!.MeterReading);
        secc.Request(
            new MeteringReceiptReq { Id = "id1", SessionID = secc.State.SessionID, SAScheduleTupleID = 1, MeterInfo = asked.MeterInfo }, Samples.Signature);
        Assert.Equal(ResponseCodeType.OK, secc.Code);
        secc.Give(new SeccInput.MeterRead(new("METER1", register, Samples.Start))).Request(MessageKind.ChargingStatus);
        Assert.Equal(due, Assert.IsType<ChargingStatusRes>(secc.Response).ReceiptRequired);
        Assert.Equal(due ? SeccPhase.MeteringReceipt : SeccPhase.ChargingStatusOrPowerDelivery, secc.State.Phase);
    }

    [Fact]
    public void StopRequested_InTheLoop_NotifiesUntilTheVehicleStops()
    {
        var secc = Ac().ToLoop().Give(new SeccInput.StopRequested("closing")).Request(MessageKind.ChargingStatus);
        var status = Assert.IsType<ChargingStatusRes>(secc.Response).AC_EVSEStatus;
        Assert.Equal(EVSENotificationType.StopCharging, status.EVSENotification);
        Assert.Equal(10, status.NotificationMaxDelay);
        Assert.Contains(new SeccOutput.Arm(SeccTimer.StopGrace, TimeSpan.FromSeconds(20)), secc.Outputs);
        Assert.True(secc.State.ContactorCommanded);
        secc.Give(new SeccInput.TimerExpired(SeccTimer.StopGrace));
        Assert.Contains(new SeccOutput.OpenContactor(), secc.Outputs);
        Assert.Equal(TerminationReason.StopIgnored, secc.Outputs.OfType<SeccOutput.Terminated>().Single().Reason);
    }

    [Fact]
    public void StopRequested_BeforePower_RefusesWhatWouldEnergise()
    {
        Assert.Equal(ResponseCodeType.FAILED, Ac().ToExternalAuthorization().Give(new SeccInput.StopRequested("x")).Authorize().Code);
        Assert.Equal(
            ResponseCodeType.FAILED,
            Ac().ToParameters().Give(new SeccInput.StopRequested("x")).Request(Samples.Parameters(EnergyTransferModeType.AC_three_phase_core)).Code);
        Assert.Equal(
            ResponseCodeType.FAILED_PowerDeliveryNotApplied,
            Ac().ToPowerDelivery().Give(new SeccInput.StopRequested("x")).Request(MessageKind.PowerDelivery).Code);
        Assert.Equal(ResponseCodeType.FAILED, Dc().ToCableCheck().Give(new SeccInput.StopRequested("x")).Request(MessageKind.CableCheck).Code);
        Assert.Equal(ResponseCodeType.FAILED, Dc().ToPreCharge().Give(new SeccInput.StopRequested("x")).Request(MessageKind.PreCharge).Code);
    }

    [Fact]
    public void PowerPermission_Withdrawn_OpensAtOnce()
    {
        var secc = Pair(contract: false).Give(new SeccInput.PowerPermission(true, "agreed")).Request(MessageKind.Authorization);
        Assert.True(secc.State.IsAuthorised); // The pair's agreement is the external authorisation.
        secc.Request(Samples.Parameters(EnergyTransferModeType.AC_three_phase_core))
            .Give(new SeccInput.ControlPilotReported(ControlPilotState.C)).Request(MessageKind.PowerDelivery).Request(MessageKind.ChargingStatus);
        Assert.True(secc.State.ContactorClosed);
        secc.Give(new SeccInput.PowerPermission(false, "unacknowledged"));
        Assert.Contains(new SeccOutput.OpenContactor(), secc.Outputs);
        Assert.False(secc.State.ContactorCommanded);
        secc.Request(MessageKind.ChargingStatus);
        Assert.Equal(EVSENotificationType.StopCharging, Assert.IsType<ChargingStatusRes>(secc.Response).AC_EVSEStatus.EVSENotification);
    }

    [Fact]
    public void PowerPermission_OpenAfterPlugAndCharge_KeepsParametersOngoing()
    {
        var secc = Pair(contract: true).Request(MessageKind.PaymentDetails).Authorize();
        Assert.Equal(EVSEProcessingType.Finished, Assert.IsType<AuthorizationRes>(secc.Response).EVSEProcessing);
        var request = Samples.Parameters(EnergyTransferModeType.AC_three_phase_core);
        secc.Request(request);
        Assert.Equal(EVSEProcessingType.Ongoing, Assert.IsType<ChargeParameterDiscoveryRes>(secc.Response).EVSEProcessing);
        secc.Give(new SeccInput.PowerPermission(true, "agreed")).Request(request);
        Assert.Equal(EVSEProcessingType.Finished, Assert.IsType<ChargeParameterDiscoveryRes>(secc.Response).EVSEProcessing);
    }

    [Fact]
    public void PowerPermission_RefusedOrMissing_EndsBeforePower()
    {
        var request = Samples.Parameters(EnergyTransferModeType.AC_three_phase_core);
        var refused = Pair(contract: true).Request(MessageKind.PaymentDetails).Authorize().Request(request)
            .Give(new SeccInput.PowerPermission(false, "no tariff")).Request(request);
        Assert.Equal(ResponseCodeType.FAILED, refused.Code);
        AssertEnds(refused, TerminationReason.PowerNotPermitted);
        var late = Pair(contract: true).Request(MessageKind.PaymentDetails).Authorize().Request(request)
            .Give(new SeccInput.TimerExpired(SeccTimer.Ongoing)).Request(request);
        Assert.Equal(ResponseCodeType.FAILED, late.Code);
        AssertEnds(late, TerminationReason.PowerNotPermitted);
        var external = Pair(contract: false).Give(new SeccInput.PowerPermission(false, "no")).Request(MessageKind.Authorization);
        Assert.Equal(ResponseCodeType.FAILED, external.Code);
    }

    [Fact]
    public void LinkLost_InTheLoop_OpensAndEndsWhenOpen()
    {
        var secc = Ac().ToLoop();
        secc.Answers = false;
        secc.Give(new SeccInput.LinkLost());
        Assert.Contains(new SeccOutput.OpenContactor(), secc.Outputs);
        Assert.Equal(SeccPhase.Closing, secc.State.Phase);
        secc.Give(new SeccInput.ContactorReported(false));
        Assert.Equal(TerminationReason.LinkLost, secc.Outputs.OfType<SeccOutput.Terminated>().Single().Reason);
    }

    [Fact]
    public void LinkLost_ContactorOnItsWay_EndsOnlyWhenItSaysOpen()
    {
        var secc = Ac().ToPowerDelivery().Give(new SeccInput.ControlPilotReported(ControlPilotState.C));
        secc.Answers = false;
        secc.Request(MessageKind.PowerDelivery).Give(new SeccInput.LinkLost()).Give(new SeccInput.ContactorReported(true));
        Assert.Equal(SeccPhase.Closing, secc.State.Phase);
        secc.Give(new SeccInput.ContactorReported(false));
        Assert.Equal(TerminationReason.LinkLost, secc.Outputs.OfType<SeccOutput.Terminated>().Single().Reason);
    }

    [Fact]
    public void LinkLost_ContactorSticks_EndsAsAContactorFault()
    {
        var secc = Ac().ToLoop();
        secc.Answers = false;
        secc.Give(new SeccInput.LinkLost()).Give(new SeccInput.TimerExpired(SeccTimer.Contactor));
        Assert.Equal(TerminationReason.ContactorFault, secc.Outputs.OfType<SeccOutput.Terminated>().Single().Reason);
    }

    [Theory]
    [InlineData(ControlPilotState.A)]
    [InlineData(ControlPilotState.E)]
    [InlineData(ControlPilotState.F)]
    public void ControlPilot_Unplugged_EndsAtOnce(ControlPilotState state)
    {
        var secc = Dc().ToDcLoop().Give(new SeccInput.ControlPilotReported(state));
        Assert.Contains(new SeccOutput.OpenContactor(), secc.Outputs);
        Assert.Contains(new SeccOutput.SetDcTarget(0, 0), secc.Outputs);
        Assert.Equal(TerminationReason.ControlPilotFault, secc.Outputs.OfType<SeccOutput.Terminated>().Single().Reason);
    }

    [Fact]
    public void ControlPilot_BackToB_OpensAndStillEndsInGoodOrder()
    {
        var secc = Ac().ToLoop().Request(MessageKind.ChargingStatus).Give(new SeccInput.ControlPilotReported(ControlPilotState.B));
        Assert.Contains(new SeccOutput.OpenContactor(), secc.Outputs);
        secc.Request(Samples.Power(ChargeProgressType.Stop)).Request(MessageKind.SessionStop);
        Assert.Equal(ResponseCodeType.OK, secc.Code);
        AssertEnds(secc, TerminationReason.Completed);
    }

    [Fact]
    public void FaultDetected_InTheLoop_OpensAndAnswersFailed()
    {
        var secc = Dc().ToDcLoop().Give(new SeccInput.FaultDetected("emergency stop"));
        Assert.Contains(new SeccOutput.OpenContactor(), secc.Outputs);
        secc.Request(MessageKind.CurrentDemand);
        Assert.Equal(ResponseCodeType.FAILED, secc.Code);
        Assert.Equal(DC_EVSEStatusCodeType.EVSE_EmergencyShutdown, Assert.IsType<CurrentDemandRes>(secc.Response).DC_EVSEStatus.EVSEStatusCode);
        AssertEnds(secc, TerminationReason.DeviceFault);
    }

    [Fact]
    public void Timers_OfTheStandard_AreArmed()
    {
        var secc = Ac().Give(new SeccInput.LinkUp(true));
        Assert.Contains(new SeccOutput.Arm(SeccTimer.CommunicationSetup, TimeSpan.FromSeconds(18)), secc.Outputs);
        secc.ToSessionSetup();
        Assert.Contains(new SeccOutput.Arm(SeccTimer.Sequence, TimeSpan.FromSeconds(60)), secc.Outputs);
        secc.Give(new SeccInput.TimerExpired(SeccTimer.CommunicationSetup));
        Assert.Equal(TerminationReason.SetupTimeout, secc.Outputs.OfType<SeccOutput.Terminated>().Single().Reason);
        secc = Ac().ToLoop().Give(new SeccInput.TimerExpired(SeccTimer.Sequence));
        Assert.Contains(new SeccOutput.OpenContactor(), secc.Outputs);
        Assert.Equal(TerminationReason.SequenceTimeout, secc.Outputs.OfType<SeccOutput.Terminated>().Single().Reason);
    }

    [Fact]
    public void CertificateRequest_BackendSilent_IsNoCertificateAvailable()
    {
        var secc = Ac().ToServices().Request(Samples.Select(PaymentOptionType.Contract)).Request(MessageKind.CertificateInstallation);
        Assert.Contains(new SeccOutput.Arm(SeccTimer.Performance, TimeSpan.FromSeconds(4.5)), secc.Outputs);
        secc.Give(new SeccInput.TimerExpired(SeccTimer.Performance));
        Assert.Equal(ResponseCodeType.FAILED_NoCertificateAvailable, secc.Code);
    }

    private static SeccDriver Ac() => new(Samples.AcCharger);

    private static SeccDriver Dc() => new(Samples.DcCharger);

    private static SeccDriver Pair(bool contract) => Ac().ToServices(marker: true).Request(Samples.Select(
        contract ? PaymentOptionType.Contract : PaymentOptionType.ExternalPayment,
        new SelectedServiceType { ServiceID = 60051, ParameterSetID = 1 }));

    private static PausedSession Paused() => new()
    {
        SessionID = ExiBytes.FromHex("1111111111111111"),
        EVCCID = Samples.Evccid,
        PaymentOption = PaymentOptionType.ExternalPayment,
        EnergyTransferMode = EnergyTransferModeType.AC_three_phase_core,
    };

    /// <summary>Every phase that waits for a request, and a way to it.</summary>
    internal static IEnumerable<(SeccPhase Phase, Func<SeccDriver> Driver)> Reach()
    {
        yield return (SeccPhase.AppProtocol, () => Ac().Give(new SeccInput.LinkUp(true)));
        yield return (SeccPhase.SessionSetup, () => Ac().ToSessionSetup());
        yield return (SeccPhase.ServiceDiscovery, () => Ac().ToSessionSetup().Request(Samples.Request(MessageKind.SessionSetup), id: SessionId.None));
        yield return (SeccPhase.ServiceSelection, () => Ac().ToServices());
        yield return (SeccPhase.CertificateOrPaymentDetails, () => Ac().ToServices().Request(Samples.Select(PaymentOptionType.Contract)));
        yield return (SeccPhase.PaymentDetails, () => Provisioned());
        yield return (SeccPhase.Authorization, () => Ac().ToExternalAuthorization());
        yield return (SeccPhase.ChargeParameterDiscovery, () => Ac().ToParameters());
        yield return (SeccPhase.CableCheck, () => Dc().ToCableCheck());
        yield return (SeccPhase.PreCharge, () => Dc().ToPreCharge());
        yield return (SeccPhase.PreChargeOrPowerDelivery, () => Dc().ToPreCharge().Request(MessageKind.PreCharge));
        yield return (SeccPhase.PowerDelivery, () => Ac().ToPowerDelivery());
        yield return (SeccPhase.ChargingStatus, () => Ac().ToLoop());
        yield return (SeccPhase.ChargingStatusOrPowerDelivery, () => Ac().ToLoop().Request(MessageKind.ChargingStatus));
        yield return (SeccPhase.CurrentDemand, () => Dc().ToDcLoop());
        yield return (SeccPhase.CurrentDemandOrPowerDelivery, () => Dc().ToDcLoop().Request(MessageKind.CurrentDemand));
        yield return (SeccPhase.MeteringReceipt, () => new SeccDriver(Samples.AcCharger with { ReceiptEveryWh = 1 }).ToLoop(contract: true).Request(MessageKind.ChargingStatus));
        yield return (SeccPhase.WeldingDetection, () => Dc().ToDcLoop().Request(MessageKind.CurrentDemand).Request(Samples.Power(ChargeProgressType.Stop)));
        yield return (SeccPhase.SessionStop, () => Stopped());
    }

    private static SeccDriver Stopped()
    {
        var secc = Ac().ToLoop().Request(MessageKind.ChargingStatus);
        return secc.Request(Samples.Power(ChargeProgressType.Stop)).Give(new SeccInput.ControlPilotReported(ControlPilotState.B));
    }

    private static SeccDriver Provisioned()
    {
        var secc = Ac().ToServices().Request(Samples.Select(PaymentOptionType.Contract)).Request(MessageKind.CertificateUpdate);
        var response = (CertificateUpdateRes)SeccResponses.Failure(secc.State, MessageKind.CertificateUpdate, ResponseCodeType.OK);
        return secc.Give(new SeccInput.Provisioned(new ProvisioningResult.Issued(response, Samples.Signature)));
    }

    [Fact]
    public void Reach_EveryWaitingPhase_IsReached()
    {
        var reached = Reach().Select(reach => (reach.Phase, reach.Driver().State.Phase)).ToList();
        Assert.All(reached, pair => Assert.Equal(pair.Item1, pair.Item2));
        Assert.Equal(
            Enum.GetValues<SeccPhase>().Except([SeccPhase.Idle, SeccPhase.Closing, SeccPhase.Terminated]),
            reached.Select(pair => pair.Item1));
    }

    private static void AssertEnds(SeccDriver secc, TerminationReason reason)
    {
        Assert.Equal(SeccPhase.Closing, secc.State.Phase);
        Assert.Contains(secc.Outputs, output => output is SeccOutput.OpenContactor);
        var opens = secc.Outputs.FindIndex(output => output is SeccOutput.OpenContactor);
        var sends = secc.Outputs.FindLastIndex(output => output is SeccOutput.Send or SeccOutput.SendAppProtocol);
        Assert.True(opens < sends || !secc.WasCommanded, "power must be off before the answer goes out");
        Assert.Contains(new SeccOutput.Arm(SeccTimer.Close, TimeSpan.FromSeconds(5)), secc.Outputs);
        if (!secc.Answers)
        {
            secc.Give(new SeccInput.ContactorReported(false));
        }

        secc.Give(new SeccInput.TimerExpired(SeccTimer.Close));
        Assert.Contains(new SeccOutput.CloseLink(), secc.Outputs);
        Assert.Equal(reason, secc.Outputs.OfType<SeccOutput.Terminated>().Single().Reason);
        Assert.Equal(SeccPhase.Terminated, secc.State.Phase);
    }
}
