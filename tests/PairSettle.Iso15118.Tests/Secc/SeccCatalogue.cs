using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tests.Session;
using ResponseCodeType = PairSettle.Iso15118.Iso2.ResponseCodeType;

namespace PairSettle.Iso15118.Tests.Secc;

/// <summary>Inputs of every kind for a state, and what must be true of every step.</summary>
internal static class SeccCatalogue
{
    public static IEnumerable<SeccInput> Inputs(SeccState state)
    {
        yield return new SeccInput.LinkUp(true);
        yield return new SeccInput.LinkUp(false);
        yield return new SeccInput.LinkLost();
        yield return new SeccInput.AppProtocolReceived(new() { AppProtocol = [SeccDriver.Protocol(Iso2Protocol.Namespace, 1)] });
        yield return new SeccInput.AppProtocolReceived(new() { AppProtocol = [SeccDriver.Protocol("urn:x", 1)] });
        yield return new SeccInput.Undecodable("EXI2001");
        yield return new SeccInput.EimAuthorised();
        yield return new SeccInput.EimRejected();
        yield return new SeccInput.RenegotiationRequested();
        yield return new SeccInput.StopRequested("x");
        yield return new SeccInput.FaultDetected("x");
        yield return new SeccInput.MeterRead(new("METER1", 2_000, Samples.Start));
        yield return new SeccInput.DcMeasured(new(400, 10));
        yield return new SeccInput.SchedulesProvided(Schedules.Flat(11_000));
        yield return new SeccInput.RandomDrawn(RandomPurpose.SessionId, SeccDriver.Id);
        yield return new SeccInput.RandomDrawn(RandomPurpose.SessionId, default);
        yield return new SeccInput.RandomDrawn(RandomPurpose.Challenge, SeccDriver.Challenge);
        yield return new SeccInput.TariffsSigned(null);
        yield return new SeccInput.TariffsSigned(Samples.Signature);
        yield return new SeccInput.Provisioned(new ProvisioningResult.Declined(ResponseCodeType.FAILED_NoCertificateAvailable));
        yield return new SeccInput.Provisioned(new ProvisioningResult.Declined(ResponseCodeType.OK));
        foreach (var kind in new[] { MessageKind.CertificateInstallation, MessageKind.CertificateUpdate })
        {
            yield return new SeccInput.Provisioned(
                new ProvisioningResult.Issued(SeccResponses.Failure(state, kind, ResponseCodeType.OK), Samples.Signature));
        }

        foreach (var flag in new[] { true, false })
        {
            yield return new SeccInput.PowerPermission(flag, "x");
            yield return new SeccInput.ContactorReported(flag);
            yield return new SeccInput.SignatureVerified(SignaturePurpose.Authorization, flag);
            yield return new SeccInput.SignatureVerified(SignaturePurpose.MeteringReceipt, flag);
        }

        foreach (var verdict in Enum.GetValues<ContractVerdict>())
        {
            yield return new SeccInput.ContractVerified(verdict);
        }

        foreach (var pilot in Enum.GetValues<ControlPilotState>())
        {
            yield return new SeccInput.ControlPilotReported(pilot);
        }

        foreach (var isolation in Enum.GetValues<IsolationLevelType>())
        {
            yield return new SeccInput.CableChecked(isolation);
        }

        foreach (var timer in Enum.GetValues<SeccTimer>())
        {
            yield return new SeccInput.TimerExpired(timer);
        }

        foreach (var message in Messages(state))
        {
            yield return new SeccInput.Received(message, ExiBytes.FromHex("80"), Samples.Start);
        }
    }

    public static IEnumerable<V2G_Message> Messages(SeccState state)
    {
        foreach (var body in Bodies(state))
        {
            yield return V2G_Message.Create(state.SessionID, body);
            yield return V2G_Message.Create(state.SessionID, body, Samples.Signature);
            yield return V2G_Message.Create(SessionId.None, body);
        }

        yield return V2G_Message.Create(state.SessionID, new SessionStopRes { ResponseCode = ResponseCodeType.OK });
        yield return new() { Header = new() { SessionID = state.SessionID }, Body = new() };
    }

    private static IEnumerable<BodyBaseType> Bodies(SeccState state)
    {
        foreach (var kind in Enum.GetValues<MessageKind>().Where(kind => kind is not MessageKind.SupportedAppProtocol))
        {
            yield return Samples.Request(kind);
        }

        yield return Samples.Select(PaymentOptionType.Contract);
        yield return Samples.Select(PaymentOptionType.Contract, new SelectedServiceType { ServiceID = 60051, ParameterSetID = 1 });
        yield return Samples.Select(PaymentOptionType.ExternalPayment, new SelectedServiceType { ServiceID = 60051, ParameterSetID = 1 });
        yield return new AuthorizationReq { Id = "id1", GenChallenge = state.GenChallenge };
        yield return Samples.Parameters(EnergyTransferModeType.DC_extended);
        yield return Samples.Power(ChargeProgressType.Stop);
        yield return Samples.Power(ChargeProgressType.Renegotiate);
        yield return Samples.Power(ChargeProgressType.Start, 7);
        yield return new SessionStopReq { ChargingSession = ChargingSessionType.Pause };
        yield return new MeteringReceiptReq
        {
            Id = "id1",
            SessionID = state.SessionID,
            SAScheduleTupleID = state.SAScheduleTupleID,
            MeterInfo = state.ReceiptDue ?? new() { MeterID = "M" },
        };
    }

    /// <summary>What holds of every step whatever the state and the input.</summary>
    public static void Check(SeccState before, SeccInput input, SeccStep step)
    {
        var state = step.State;
        var outputs = step.Outputs;
        var sent = outputs.Count(output => output is SeccOutput.Send or SeccOutput.SendAppProtocol);
        Assert.Null(SeccInvariants.Broken(state));
        if (before.Phase is SeccPhase.Terminated)
        {
            Assert.Equal(before, state);
            Assert.Empty(outputs);
            return;
        }

        // No response without a request, and never two.
        Assert.True(sent <= 1);
        Assert.True(sent == 0 || before.Pending is not null || input is SeccInput.Received or SeccInput.AppProtocolReceived);

        // Energy only for an authorised session, and with the settlement's permission where pairing is selected.
        var energises = outputs.Any(output => output is SeccOutput.CloseContactor or SeccOutput.SetDcTarget { VoltageV: > 0 } or SeccOutput.StartCableCheck);
        Assert.True(!energises || (state.IsAuthorised && (!state.PairingSelected || state.PowerPermission is Decision.Granted)));

        Assert.True(state.MayEnergise || !outputs.Any(output => output is SeccOutput.CloseContactor));

        // A failure ends the session, and every end opens the contactor before the last word goes out.
        var failed = outputs.OfType<SeccOutput.Send>().Any(send => send.Message.Body.BodyElement is IResponseMessage { ResponseCode: var code } && code.IsFailure());
        var ends = state.Phase is SeccPhase.Closing or SeccPhase.Terminated && before.Phase is not SeccPhase.Closing;
        Assert.True(!failed || ends);
        Assert.True(!ends || outputs.Any(output => output is SeccOutput.OpenContactor));
        if (before.ContactorCommanded && !state.ContactorCommanded)
        {
            Assert.Contains(outputs, output => output is SeccOutput.OpenContactor);
        }

        // The end is told once, last.
        var told = outputs.Count(output => output is SeccOutput.Terminated);
        Assert.Equal(state.Phase is SeccPhase.Terminated ? 1 : 0, told);
        Assert.True(told == 0 || outputs[^1] is SeccOutput.Terminated);

        // Timers: what is told is what the state says.
        foreach (var timer in Enum.GetValues<SeccTimer>())
        {
            var last = outputs.LastOrDefault(output => output is SeccOutput.Arm arm && arm.Timer == timer || output is SeccOutput.Cancel cancel && cancel.Timer == timer);
            if (last is not null)
            {
                Assert.Equal(last is SeccOutput.Arm, state.Timers.Contains(timer));
            }
        }

        // Somebody always has the next word: a vehicle, a device or a timer that is running.
        Assert.True(state.Phase is SeccPhase.Idle or SeccPhase.Terminated || state.Timers.Bits != 0);
    }
}
