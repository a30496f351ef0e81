using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tests.Session;
using ResponseCodeType = PairSettle.Iso15118.Iso2.ResponseCodeType;

namespace PairSettle.Iso15118.Tests.Secc;

public partial class SeccMachineTests
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
