using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tests.Session;
using ResponseCodeType = PairSettle.Iso15118.Iso2.ResponseCodeType;

namespace PairSettle.Iso15118.Tests.Secc;

// The charge loop, and what may happen in it.
public partial class SeccMachineTests
{
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
}
