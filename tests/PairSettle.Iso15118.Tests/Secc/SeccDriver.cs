using PairSettle.Exi;
using PairSettle.Iso15118.AppProtocol;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;
using PairSettle.Iso15118.Tests.Session;
using PairSettle.Iso15118.XmlSignature;
using ResponseCodeType = PairSettle.Iso15118.Iso2.ResponseCodeType;

namespace PairSettle.Iso15118.Tests.Secc;

/// <summary>The charger's machine in hand, step by step; the usual answers of backends and devices come by themselves.</summary>
internal sealed class SeccDriver
{
    public static readonly ExiBytes Id = ExiBytes.FromHex("0102030405060708");

    public static readonly ExiBytes Challenge = ExiBytes.FromHex("000102030405060708090A0B0C0D0E0F");

    public SeccDriver(SeccOptions options, PausedSession? paused = null) => State = SeccState.Initial(options, paused);

    public SeccState State { get; private set; }

    public List<SeccOutput> Outputs { get; private set; } = [];

    public List<SeccOutput> All { get; } = [];

    /// <summary>Whether backends and devices answer at once.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>Whether the contactor was to be closed in front of the last input.</summary>
    public bool WasCommanded { get; private set; }

    public ContractVerdict Verdict { get; set; } = ContractVerdict.Valid;

    public bool SignatureHolds { get; set; } = true;

    public BodyBaseType? Response => Outputs.OfType<SeccOutput.Send>().LastOrDefault()?.Message.Body.BodyElement;

    public ResponseCodeType? Code => (Response as IResponseMessage)?.ResponseCode;

    public SeccDriver Give(SeccInput input)
    {
        Outputs = [];
        WasCommanded = State.ContactorCommanded;
        Step(input);
        return this;
    }

    public SeccDriver Give(params SeccInput[] inputs)
    {
        foreach (var input in inputs)
        {
            Give(input);
        }

        return this;
    }

    public SeccDriver Request(BodyBaseType body, SignatureType? signature = null, ExiBytes? id = null) => Give(
        new SeccInput.Received(V2G_Message.Create(id ?? State.SessionID, body, signature), ExiBytes.FromHex("80"), Samples.Start));

    public SeccDriver Request(MessageKind kind) => Request(Samples.Request(kind));

    public SeccDriver Offer(params AppProtocolType[] protocols) =>
        Give(new SeccInput.AppProtocolReceived(new() { AppProtocol = [.. protocols] }));

    public static AppProtocolType Protocol(string name, byte priority, byte schema = 1, uint major = 2, uint minor = 0) => new()
    {
        ProtocolNamespace = name,
        VersionNumberMajor = major,
        VersionNumberMinor = minor,
        SchemaID = schema,
        Priority = priority,
    };

    public SeccDriver ToSessionSetup(bool tls = true, bool marker = false)
    {
        Give(new SeccInput.LinkUp(tls));
        return marker
            ? Offer(Protocol(Iso2Protocol.Namespace, 1), Protocol("urn:pairsettle:pair:1", 2, 2, 1))
            : Offer(Protocol(Iso2Protocol.Namespace, 1));
    }

    public SeccDriver ToServices(bool tls = true, bool marker = false) =>
        ToSessionSetup(tls, marker).Request(Samples.Request(MessageKind.SessionSetup), id: SessionId.None).Request(MessageKind.ServiceDiscovery);

    public SeccDriver ToExternalAuthorization(bool tls = true) => ToServices(tls).Request(Samples.Select(PaymentOptionType.ExternalPayment));

    public SeccDriver ToContractAuthorization() => ToServices()
        .Request(Samples.Select(PaymentOptionType.Contract))
        .Request(MessageKind.PaymentDetails);

    public SeccDriver Authorize() => State.PaymentOption is PaymentOptionType.Contract
        ? Request(new AuthorizationReq { Id = "id1", GenChallenge = State.GenChallenge }, Samples.Signature)
        : Give(new SeccInput.EimAuthorised()).Request(MessageKind.Authorization);

    public SeccDriver ToParameters(bool contract = false) => (contract ? ToContractAuthorization() : ToExternalAuthorization()).Authorize();

    public SeccDriver ToPowerDelivery(bool contract = false) =>
        ToParameters(contract).Request(Samples.Parameters(EnergyTransferModeType.AC_three_phase_core));

    public SeccDriver ToLoop(bool contract = false) => ToPowerDelivery(contract)
        .Give(new SeccInput.ControlPilotReported(ControlPilotState.C))
        .Request(MessageKind.PowerDelivery);

    public SeccDriver ToCableCheck(bool contract = false) =>
        ToParameters(contract).Request(Samples.Parameters(EnergyTransferModeType.DC_extended));

    public SeccDriver ToPreCharge(bool contract = false) => ToCableCheck(contract)
        .Give(new SeccInput.ControlPilotReported(ControlPilotState.C))
        .Request(MessageKind.CableCheck)
        .Request(MessageKind.CableCheck);

    public SeccDriver ToDcLoop(bool contract = false) => ToPreCharge(contract).Request(MessageKind.PreCharge).Request(MessageKind.PowerDelivery);

    private void Step(SeccInput input)
    {
        var step = SeccMachine.Step(State, input);
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

    private SeccInput? Answer(SeccOutput output) => output switch
    {
        SeccOutput.DrawRandom { Purpose: RandomPurpose.SessionId } => new SeccInput.RandomDrawn(RandomPurpose.SessionId, Id),
        SeccOutput.DrawRandom => new SeccInput.RandomDrawn(RandomPurpose.Challenge, Challenge),
        SeccOutput.VerifyContract => new SeccInput.ContractVerified(Verdict),
        SeccOutput.VerifySignature verify => new SeccInput.SignatureVerified(verify.Check.Purpose, SignatureHolds),
        SeccOutput.SignTariffs => new SeccInput.TariffsSigned(Samples.Signature),
        SeccOutput.CloseContactor => new SeccInput.ContactorReported(true),
        SeccOutput.OpenContactor => new SeccInput.ContactorReported(false),
        SeccOutput.StartCableCheck => new SeccInput.CableChecked(IsolationLevelType.Valid),
        SeccOutput.ReadMeter => new SeccInput.MeterRead(new("METER1", 1_000, Samples.Start)),
        _ => null,
    };
}
