using PairSettle.Exi;
using PairSettle.Iso15118.Evcc;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tests.Evcc;
using PairSettle.Iso15118.Tests.Secc;
using ResponseCodeType = PairSettle.Iso15118.Iso2.ResponseCodeType;

namespace PairSettle.Iso15118.Tests.Session;

/// <summary>Behaviour that was found in other stacks, and that ours must not have; the numbers are those of our list of such findings.</summary>
public class PeerDefectTests
{
    [Fact]
    public void Defect11_EightZeroOctets_AreNobodysSession()
    {
        var secc = new SeccDriver(Samples.AcCharger).ToServices().Request(
            Samples.Select(PaymentOptionType.ExternalPayment), id: ExiBytes.Copy(new byte[8]));
        Assert.Equal(ResponseCodeType.FAILED_UnknownSession, secc.Code);

        var paused = new PausedSession
        {
            SessionID = ExiBytes.Copy(new byte[8]),
            EVCCID = Samples.Evccid,
            PaymentOption = PaymentOptionType.ExternalPayment,
            EnergyTransferMode = EnergyTransferModeType.AC_three_phase_core,
        };
        secc = new SeccDriver(Samples.AcCharger, paused).ToSessionSetup().Request(Samples.Request(MessageKind.SessionSetup), id: paused.SessionID);
        Assert.Equal(ResponseCodeType.OK_NewSessionEstablished, secc.Code);
    }

    [Theory]
    [InlineData(MessageKind.CertificateInstallation)]
    [InlineData(MessageKind.CertificateUpdate)]
    public void Defect12_CertificateRequests_GetAnAnswerOfTheirOwn(MessageKind kind)
    {
        var secc = new SeccDriver(Samples.AcCharger).ToServices().Request(Samples.Select(PaymentOptionType.Contract)).Request(kind);
        Assert.Contains(secc.Outputs, output => output is SeccOutput.Provision);
        Assert.Null(secc.Response);
        secc.Give(new SeccInput.Provisioned(new ProvisioningResult.Declined(ResponseCodeType.FAILED_NoCertificateAvailable)));
        Assert.Equal(kind, MessageKinds.OfResponse(secc.Response)!.Value.Kind);
        Assert.Equal(ResponseCodeType.FAILED_NoCertificateAvailable, secc.Code);
    }

    [Fact]
    public void Defect13_MeterInfo_CarriesSignatureAndStatus()
    {
        var reading = new MeterReading("METER1", 4_711, Samples.Start) { Signature = ExiBytes.FromHex("0102"), Status = 3 };
        var secc = new SeccDriver(Samples.AcCharger).ToLoop().Give(new SeccInput.MeterRead(reading)).Request(MessageKind.ChargingStatus);
        Assert.Equal(
            new MeterInfoType
            {
                MeterID = "METER1",
                MeterReading = 4_711,
                SigMeterReading = ExiBytes.FromHex("0102"),
                MeterStatus = 3,
                TMeter = Samples.Start.ToUnixTimeSeconds(),
            },
            Assert.IsType<ChargingStatusRes>(secc.Response).MeterInfo);
    }

    [Theory]
    [InlineData("reading")]
    [InlineData("session")]
    [InlineData("tuple")]
    [InlineData("unsigned")]
    [InlineData("badly signed")]
    public void Defect13_MeteringReceipt_IsChecked(string flaw)
    {
        var secc = new SeccDriver(Samples.AcCharger with { ReceiptEveryWh = 1 }).ToLoop(contract: true).Request(MessageKind.ChargingStatus);
        var asked = Assert.IsType<ChargingStatusRes>(secc.Response);
        Assert.True(asked.ReceiptRequired);
        var receipt = new MeteringReceiptReq
        {
            Id = "id1",
            SessionID = flaw == "session" ? ExiBytes.FromHex("01") : secc.State.SessionID,
            SAScheduleTupleID = flaw == "tuple" ? (byte)9 : asked.SAScheduleTupleID,
            MeterInfo = flaw == "reading" ? asked.MeterInfo! with { MeterReading = 999 } : asked.MeterInfo!,
        };
        secc.SignatureHolds = flaw != "badly signed";
        secc.Request(receipt, flaw == "unsigned" ? null : Samples.Signature);
        Assert.Equal(ResponseCodeType.FAILED_MeteringSignatureNotValid, secc.Code);
        Assert.DoesNotContain(secc.All, output => output is SeccOutput.EvidenceObserved { Kind: EvidenceKind.MeteringReceipt });
        Assert.Contains(secc.Outputs, output => output is SeccOutput.OpenContactor);
    }

    [Fact]
    public void Defect15_SessionIdAndChallenge_ComeWholeFromTheRandomSource()
    {
        var secc = new SeccDriver(Samples.AcCharger).ToContractAuthorization();
        Assert.Equal(
            [new SeccOutput.DrawRandom(RandomPurpose.SessionId, 8), new SeccOutput.DrawRandom(RandomPurpose.Challenge, 16)],
            secc.All.OfType<SeccOutput.DrawRandom>());
        Assert.Equal(SeccDriver.Id, secc.State.SessionID);
        Assert.Equal(SeccDriver.Challenge, secc.State.GenChallenge);
    }

    [Fact]
    public void Defect16_VehicleFallsSilentInTheLoop_EndsAfterTheSequenceTimeAndNotLater()
    {
        var duel = new Duel(Samples.AcCharger, Samples.AcVehicle.WithContract()).Connect();
        duel.Run(() => duel.Secc.Phase is SeccPhase.ChargingStatusOrPowerDelivery);
        var silent = duel.Now;
        duel.IsLost = body => body is not IResponseMessage;
        duel.Run(() => duel.Secc.Phase is SeccPhase.Closing or SeccPhase.Terminated);

        // The vehicle gives up after its message timeout and closes; whatever it does, 60 s is the most.
        Assert.True(duel.Now - silent <= TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void Defect17_ContactorIsALevel_RepeatedOrEarlyReportsChangeNothing()
    {
        var secc = new SeccDriver(Samples.AcCharger).ToPowerDelivery().Give(new SeccInput.ControlPilotReported(ControlPilotState.C));
        secc.Give(new SeccInput.ContactorReported(false)).Give(new SeccInput.ContactorReported(false));
        secc.Request(MessageKind.PowerDelivery);
        Assert.Equal(ResponseCodeType.OK, secc.Code);
        secc.Give(new SeccInput.ContactorReported(true)).Request(MessageKind.ChargingStatus);
        Assert.Equal(ResponseCodeType.OK, secc.Code);
    }

    [Fact]
    public void Defect17_ContactorOpenInTheLoop_IsNeverAnsweredOk()
    {
        var secc = new SeccDriver(Samples.AcCharger).ToLoop().Give(new SeccInput.ContactorReported(false)).Request(MessageKind.ChargingStatus);
        Assert.Equal(ResponseCodeType.FAILED, secc.Code);
    }

    [Fact]
    public void Defect18_ModeThatTheStationHasNot_IsRefused()
    {
        var secc = new SeccDriver(Samples.DcCharger).ToParameters().Request(Samples.Parameters(EnergyTransferModeType.AC_three_phase_core));
        Assert.Equal(ResponseCodeType.FAILED_WrongEnergyTransferMode, secc.Code);
    }

    [Fact]
    public void Defect20_Priority_DecidesNotTheOrder()
    {
        var secc = new SeccDriver(Samples.AcCharger).Give(new SeccInput.LinkUp(true)).Offer(
            SeccDriver.Protocol(Iso2Protocol.Namespace, 3, 10), SeccDriver.Protocol(Iso2Protocol.Namespace, 1, 11));
        Assert.Equal((byte)11, secc.Outputs.OfType<SeccOutput.SendAppProtocol>().Single().Response.SchemaID);
    }

    [Fact]
    public void Defect21_RejectedCustomer_IsToldWithTheNextResponse()
    {
        var secc = new SeccDriver(Samples.AcCharger).ToExternalAuthorization().Request(MessageKind.Authorization)
            .Give(new SeccInput.EimRejected()).Request(MessageKind.Authorization);
        Assert.Equal(ResponseCodeType.FAILED, secc.Code);
    }

    [Fact]
    public void Defect21_DcRenegotiation_LeavesTheChargerInOrder()
    {
        var duel = new Duel(Samples.DcCharger, Samples.DcVehicle.WithContract()).Connect();
        duel.After(5, () => duel.ToSecc(new SeccInput.RenegotiationRequested()));
        duel.After(15, () => duel.ToEvcc(new EvccInput.StopRequested("enough")));
        duel.Run();
        Assert.Equal(TerminationReason.Completed, duel.SeccEnd);
        Assert.Equal(2, duel.SeccOutputs.Count(output => output is SeccOutput.Report { Event: SeccEvent.PowerOn }));
    }

    [Fact]
    public void Defect23_ForeignSessionId_IsRefusedOnEveryMessage()
    {
        foreach (var kind in Enum.GetValues<MessageKind>().Where(kind => kind > MessageKind.SessionSetup))
        {
            var accepting = SeccMachineTests.Reach().First(reach => SeccMachine.Accepted(reach.Phase).Contains(kind));
            var secc = accepting.Driver().Request(Samples.Request(kind), Samples.Signature, ExiBytes.FromHex("DEADBEEFDEADBEEF"));
            Assert.Equal(ResponseCodeType.FAILED_UnknownSession, secc.Code);
        }
    }

    [Fact]
    public void Defect24_Vehicle_SignsOnlyWhereAContractWasSelected()
    {
        var evcc = new EvccDriver(Samples.AcVehicle.WithContract()).ToServiceDiscovery().Respond(Responses.Services with
        {
            PaymentOptionList = new() { PaymentOption = [PaymentOptionType.ExternalPayment] },
        }).Respond(Responses.Selected);
        Assert.Equal(new AuthorizationReq(), evcc.Request);
        Assert.DoesNotContain(evcc.All, output => output is EvccOutput.Sign);
    }

    [Fact]
    public void Defect24_ClosedConnection_EndsTheMachineAndItsOutputs()
    {
        var evcc = new EvccDriver(Samples.AcVehicle).ToLoop().Give(new EvccInput.LinkLost());
        Assert.Equal(EvccPhase.Terminated, evcc.State.Phase);
        Assert.Empty(evcc.Give(new EvccInput.LinkLost()).Outputs);
        Assert.Empty(evcc.Give(new EvccInput.TimerExpired(EvccTimer.Pace)).Outputs);
    }
}
