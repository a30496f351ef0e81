using PairSettle.Exi;
using PairSettle.Iso15118.Evcc;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tests.Session;
using PairSettle.Iso15118.XmlSignature;
using ResponseCodeType = PairSettle.Iso15118.Iso2.ResponseCodeType;

namespace PairSettle.Iso15118.Tests.Evcc;

/// <summary>The vehicle's machine in hand, step by step; signer and devices answer by themselves.</summary>
internal sealed class EvccDriver(EvccOptions options, PausedSession? paused = null)
{
    public static readonly ExiBytes Id = ExiBytes.FromHex("0102030405060708");

    public EvccState State { get; private set; } = EvccState.Initial(options, Samples.Battery, paused);

    public List<EvccOutput> Outputs { get; private set; } = [];

    public List<EvccOutput> All { get; } = [];

    public bool Answers { get; set; } = true;

    public bool SignatureHolds { get; set; } = true;

    public BodyBaseType? Request => Outputs.OfType<EvccOutput.Send>().LastOrDefault()?.Message.Body.BodyElement;

    public TerminationReason? End => All.OfType<EvccOutput.Terminated>().SingleOrDefault()?.Reason;

    public EvccDriver Give(EvccInput input)
    {
        Outputs = [];
        Step(input);
        return this;
    }

    public EvccDriver Respond(BodyBaseType body, SignatureType? signature = null, ExiBytes? id = null) =>
        Give(new EvccInput.Received(V2G_Message.Create(id ?? Id, body, signature), ExiBytes.FromHex("80")));

    public EvccDriver Pace() => Give(new EvccInput.TimerExpired(EvccTimer.Pace));

    public EvccDriver Connect(bool tls = true) => Give(new EvccInput.LinkUp(tls));

    public EvccDriver ToSessionSetup(bool tls = true) => Connect(tls).Give(new EvccInput.AppProtocolReceived(
        new() { ResponseCode = AppProtocol.ResponseCodeType.OK_SuccessfulNegotiation, SchemaID = 1 }));

    public EvccDriver ToServiceDiscovery(bool tls = true) => ToSessionSetup(tls).Respond(Responses.SessionSetup);

    public EvccDriver ToSelection(bool tls = true) => ToServiceDiscovery(tls).Respond(Responses.Services);

    public EvccDriver ToAuthorization(bool tls = true)
    {
        ToSelection(tls).Respond(Responses.Selected);
        return State.Phase is EvccPhase.PaymentDetails ? Respond(Responses.PaymentDetails) : this;
    }

    public EvccDriver ToParameters() => ToAuthorization().Respond(Responses.Authorized(EVSEProcessingType.Finished));

    public EvccDriver ToPowerOn() => ToParameters().Respond(Responses.AcParameters());

    public EvccDriver ToLoop() => ToPowerOn().Respond(Responses.AcPower);

    public EvccDriver ToCableCheck() => ToParameters().Respond(Responses.DcParameters);

    public EvccDriver ToPreCharge() => ToCableCheck().Respond(Responses.CableCheck(EVSEProcessingType.Finished));

    public EvccDriver ToDcLoop() => ToPreCharge().Respond(Responses.PreCharge(400)).Respond(Responses.DcPower);

    private void Step(EvccInput input)
    {
        var step = EvccMachine.Step(State, input);
        State = step.State;
        Outputs.AddRange(step.Outputs);
        All.AddRange(step.Outputs);
        foreach (var output in step.Outputs)
        {
            if (Answers && Answer(output) is { } answer)
            {
                Step(answer);
            }
        }
    }

    private EvccInput? Answer(EvccOutput output) => output switch
    {
        EvccOutput.Sign sign => new EvccInput.Signed(sign.Purpose, Samples.Signature),
        EvccOutput.VerifySignature verify => new EvccInput.SignatureVerified(verify.Check.Purpose, SignatureHolds),
        EvccOutput.InstallContract => new EvccInput.ContractInstalled(Samples.Contract),
        EvccOutput.CloseContactor => new EvccInput.ContactorReported(true),
        EvccOutput.OpenContactor => new EvccInput.ContactorReported(false),
        _ => null,
    };
}
