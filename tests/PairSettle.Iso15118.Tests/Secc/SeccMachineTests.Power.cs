using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tests.Session;
using ResponseCodeType = PairSettle.Iso15118.Iso2.ResponseCodeType;

namespace PairSettle.Iso15118.Tests.Secc;

// From the charge parameters to the closed contactor, and back.
public partial class SeccMachineTests
{
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
}
