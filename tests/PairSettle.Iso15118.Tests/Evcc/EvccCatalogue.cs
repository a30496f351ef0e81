using PairSettle.Exi;
using PairSettle.Iso15118.Evcc;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tests.Session;
using ResponseCodeType = PairSettle.Iso15118.Iso2.ResponseCodeType;

namespace PairSettle.Iso15118.Tests.Evcc;

/// <summary>Inputs of every kind for a state, and what must be true of every step.</summary>
internal static class EvccCatalogue
{
    public static IEnumerable<EvccInput> Inputs(EvccState state)
    {
        yield return new EvccInput.LinkUp(true);
        yield return new EvccInput.LinkLost();
        yield return new EvccInput.AppProtocolReceived(new() { ResponseCode = AppProtocol.ResponseCodeType.OK_SuccessfulNegotiation, SchemaID = 1 });
        yield return new EvccInput.AppProtocolReceived(new() { ResponseCode = AppProtocol.ResponseCodeType.Failed_NoNegotiation });
        yield return new EvccInput.Undecodable("EXI2001");
        yield return new EvccInput.StopRequested("x");
        yield return new EvccInput.PauseRequested();
        yield return new EvccInput.RenegotiationRequested();
        yield return new EvccInput.FaultDetected("x");
        yield return new EvccInput.ContractInstalled(null);
        yield return new EvccInput.ContractInstalled(Samples.Contract);
        yield return new EvccInput.BatteryReported(Samples.Battery with { ChargingComplete = true });
        yield return new EvccInput.BatteryReported(Samples.Battery);
        foreach (var flag in new[] { true, false })
        {
            yield return new EvccInput.SettlementReady(flag, "x");
            yield return new EvccInput.ContactorReported(flag);
            foreach (var purpose in Enum.GetValues<SignaturePurpose>())
            {
                yield return new EvccInput.SignatureVerified(purpose, flag);
                yield return new EvccInput.Signed(purpose, flag ? Samples.Signature : null);
            }
        }

        foreach (var pilot in Enum.GetValues<ControlPilotState>())
        {
            yield return new EvccInput.ControlPilotReported(pilot);
        }

        foreach (var timer in Enum.GetValues<EvccTimer>())
        {
            yield return new EvccInput.TimerExpired(timer);
        }

        foreach (var message in Messages(state))
        {
            yield return new EvccInput.Received(message, ExiBytes.FromHex("80"));
        }
    }

    private static IEnumerable<V2G_Message> Messages(EvccState state)
    {
        var id = state.SessionID.Length > 0 ? state.SessionID : EvccDriver.Id;
        foreach (var kind in Enum.GetValues<MessageKind>().Where(kind => kind is not MessageKind.SupportedAppProtocol))
        {
            yield return V2G_Message.Create(id, Responses.Any(kind, ResponseCodeType.OK));
            yield return V2G_Message.Create(id, Responses.Any(kind, ResponseCodeType.FAILED));
        }

        foreach (var body in Bodies())
        {
            yield return V2G_Message.Create(id, body);
        }

        yield return V2G_Message.Create(id, Responses.AcParameters(tariff: Samples.Tariff), Samples.Signature);
        yield return V2G_Message.Create(SessionId.None, Responses.SessionSetup);
        yield return V2G_Message.Create(ExiBytes.FromHex("DEADBEEF"), Responses.Stopped);
        yield return V2G_Message.Create(id, new ChargingStatusReq());
        yield return new() { Header = new() { SessionID = id }, Body = new() };
    }

    private static IEnumerable<BodyBaseType> Bodies()
    {
        yield return Responses.PairServices;
        yield return Responses.PairDetail;
        yield return Responses.Authorized(EVSEProcessingType.Ongoing);
        yield return Responses.Authorized(EVSEProcessingType.Ongoing_WaitingForCustomerInteraction);
        yield return Responses.AcParameters(EVSEProcessingType.Ongoing);
        yield return Responses.DcParameters;
        yield return Responses.CableCheck(EVSEProcessingType.Ongoing);
        yield return Responses.CableCheck(EVSEProcessingType.Finished);
        yield return Responses.PreCharge(0);
        yield return Responses.PreCharge(400);
        yield return Responses.Charging(receipt: true);
        yield return Responses.Charging(Responses.AcStatus with { EVSENotification = EVSENotificationType.StopCharging });
        yield return Responses.Charging(Responses.AcStatus with { EVSENotification = EVSENotificationType.ReNegotiation });
        yield return Responses.Charging(Responses.AcStatus with { RCD = true });
        yield return Responses.Demanded();
        yield return Responses.Demanded(Responses.DcStatus with { EVSEStatusCode = DC_EVSEStatusCodeType.EVSE_EmergencyShutdown });
        yield return Responses.Welding(400);
        yield return Responses.Welding(10);
    }

    /// <summary>What holds of every step whatever the state and the input.</summary>
    public static void Check(EvccState before, EvccInput input, EvccStep step)
    {
        var state = step.State;
        var outputs = step.Outputs;
        Assert.Null(EvccInvariants.Broken(state));
        if (before.Phase is EvccPhase.Terminated)
        {
            Assert.Equal(before, state);
            Assert.Empty(outputs);
            return;
        }

        // One request at a time, never a second before the response.
        var sent = outputs.Count(output => output is EvccOutput.Send or EvccOutput.SendAppProtocol);
        Assert.True(sent <= 1);
        Assert.True(sent == 0 || before.Activity is not EvccActivity.AwaitingResponse || input is EvccInput.Received or EvccInput.AppProtocolReceived);

        // Power only for an authorised session, and after the settlement agreed where pairing is selected.
        var energises = outputs.Any(output => output is EvccOutput.CloseContactor or EvccOutput.SetControlPilot { Ready: true }
            or EvccOutput.Send { Message.Body.BodyElement: PowerDeliveryReq { ChargeProgress: ChargeProgressType.Start } or CableCheckReq or PreChargeReq });
        Assert.True(!energises || (state.IsAuthorised && (!state.PairingSelected || state.Settlement is not Decision.Open)));

        // A key signs over TLS only, and only what the phase is about.
        Assert.All(outputs.OfType<EvccOutput.Sign>(), _ => Assert.True(state.IsTls && state.PaymentOption is PaymentOptionType.Contract));

        // Every end leaves the vehicle without power, and is told once, last.
        if (state.Phase is EvccPhase.Closing or EvccPhase.Terminated)
        {
            Assert.False(state.ControlPilotReady || state.ContactorCommanded);
            Assert.True(!before.ContactorCommanded || outputs.Any(output => output is EvccOutput.OpenContactor));
        }

        var told = outputs.Count(output => output is EvccOutput.Terminated);
        Assert.Equal(state.Phase is EvccPhase.Terminated ? 1 : 0, told);
        Assert.True(told == 0 || outputs[^1] is EvccOutput.Terminated);

        foreach (var timer in Enum.GetValues<EvccTimer>())
        {
            var last = outputs.LastOrDefault(output => output is EvccOutput.Arm arm && arm.Timer == timer || output is EvccOutput.Cancel cancel && cancel.Timer == timer);
            if (last is not null)
            {
                Assert.Equal(last is EvccOutput.Arm, state.Timers.Contains(timer));
            }
        }

        Assert.True(state.Phase is EvccPhase.Idle or EvccPhase.Terminated || state.Timers.Bits != 0);
    }
}
