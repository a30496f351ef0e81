using PairSettle.Exi;
using PairSettle.Iso15118.Evcc;
using PairSettle.Iso15118.Iso2;
using PairSettle.Iso15118.Secc;
using PairSettle.Iso15118.Session;

namespace PairSettle.Iso15118.Tests.Session;

/// <summary>
/// Both machines against each other, with devices between them, in one deterministic order of events and without a
/// clock: time goes on only when nothing else is left to do.
/// </summary>
internal sealed class Duel
{
    private readonly PriorityQueue<Action, (TimeSpan At, long Order)> _agenda = new();
    private readonly Dictionary<SeccTimer, int> _seccTimers = [];
    private readonly Dictionary<EvccTimer, int> _evccTimers = [];
    private long _order;
    private byte _random = 1;
    private bool _linkUp = true;

    public Duel(SeccOptions charger, EvccOptions vehicle, PausedSession? paused = null)
    {
        Secc = SeccState.Initial(charger, paused);
        Evcc = EvccState.Initial(vehicle, Samples.Battery, paused);
    }

    public SeccState Secc { get; private set; }

    public EvccState Evcc { get; private set; }

    public TimeSpan Now { get; private set; }

    public bool IsTls { get; init; } = true;

    /// <summary>What the charger's backends answer.</summary>
    public ContractVerdict ContractVerdict { get; init; } = ContractVerdict.Valid;

    public Func<SignaturePurpose, bool> SignatureHolds { get; init; } = _ => true;

    public bool TariffIsSigned { get; init; } = true;

    public ProvisioningResult? Provisioning { get; init; }

    public bool ContactorFollows { get; set; } = true;

    public IsolationLevelType Isolation { get; init; } = IsolationLevelType.Valid;

    /// <summary>Whether a message is lost on its way.</summary>
    public Func<BodyBaseType, bool> IsLost { get; set; } = _ => false;

    /// <summary>Everything that was sent, as names; a repetition of the exchange before is written once.</summary>
    public List<string> Sequence { get; } = [];

    public List<BodyBaseType> Bodies { get; } = [];

    public List<V2G_Message> Messages { get; } = [];

    public List<SeccOutput> SeccOutputs { get; } = [];

    public List<EvccOutput> EvccOutputs { get; } = [];

    public List<SeccState> SeccStates { get; } = [];

    public List<EvccState> EvccStates { get; } = [];

    public bool SeccContactor { get; private set; }

    public bool EvccContactor { get; private set; }

    public bool VehicleReady { get; private set; }

    public decimal DcVoltage { get; private set; }

    public decimal DcCurrent { get; private set; }

    public ulong EnergyWh { get; private set; } = 1_000;

    public int Responses { get; private set; }

    public int Requests { get; private set; }

    public TerminationReason? SeccEnd => SeccOutputs.OfType<SeccOutput.Terminated>().SingleOrDefault()?.Reason;

    public TerminationReason? EvccEnd => EvccOutputs.OfType<EvccOutput.Terminated>().SingleOrDefault()?.Reason;

    public bool IsOver => Secc.Phase is SeccPhase.Terminated && Evcc.Phase is EvccPhase.Terminated;

    public Duel Connect()
    {
        ToSecc(new SeccInput.LinkUp(IsTls));
        ToEvcc(new EvccInput.LinkUp(IsTls));
        return this;
    }

    public void At(TimeSpan time, Action action) => _agenda.Enqueue(action, (time, _order++));

    public void After(TimeSpan delay, Action action) => At(Now + delay, action);

    public void After(double seconds, Action action) => After(TimeSpan.FromSeconds(seconds), action);

    /// <summary>Runs until both are done, a condition holds, or a limit of simulated time is reached.</summary>
    public Duel Run(Func<bool>? until = null, double limitSeconds = 900)
    {
        while (!IsOver && until?.Invoke() is not true && _agenda.TryDequeue(out var action, out var when))
        {
            if (when.At > TimeSpan.FromSeconds(limitSeconds))
            {
                throw new InvalidOperationException($"No end in {limitSeconds} s: charger {Secc.Phase}, vehicle {Evcc.Phase} {Evcc.Activity}.");
            }

            Now = when.At;
            action();
        }

        return this;
    }

    public void ToSecc(SeccInput input)
    {
        var step = SeccMachine.Step(Secc, input);
        Secc = step.State;
        SeccStates.Add(Secc);
        foreach (var output in step.Outputs)
        {
            SeccOutputs.Add(output);
            Perform(output);
        }
    }

    public void ToEvcc(EvccInput input)
    {
        var step = EvccMachine.Step(Evcc, input);
        Evcc = step.State;
        EvccStates.Add(Evcc);
        foreach (var output in step.Outputs)
        {
            EvccOutputs.Add(output);
            Perform(output);
        }
    }

    public void CutLink()
    {
        _linkUp = false;
        After(0.001, () => ToSecc(new SeccInput.LinkLost()));
        After(0.001, () => ToEvcc(new EvccInput.LinkLost()));
    }

    private void Perform(SeccOutput output)
    {
        switch (output)
        {
            case SeccOutput.SendAppProtocol send:
                Responses++;
                Note(nameof(AppProtocol.SupportedAppProtocolRes));
                Deliver(() => ToEvcc(new EvccInput.AppProtocolReceived(send.Response)));
                break;
            case SeccOutput.Send send:
                Responses++;
                Note(send.Message);
                Deliver(send.Message, (message, raw) => ToEvcc(new EvccInput.Received(message, raw)));
                break;
            case SeccOutput.Arm arm:
                Start(_seccTimers, arm.Timer, arm.Duration, () => ToSecc(new SeccInput.TimerExpired(arm.Timer)));
                break;
            case SeccOutput.Cancel cancel:
                _seccTimers.Remove(cancel.Timer);
                break;
            case SeccOutput.DrawRandom draw:
                var octets = new byte[draw.Octets];
                octets.AsSpan().Fill(_random++);
                Soon(() => ToSecc(new SeccInput.RandomDrawn(draw.Purpose, ExiBytes.Copy(octets))));
                break;
            case SeccOutput.VerifyContract:
                After(0.01, () => ToSecc(new SeccInput.ContractVerified(ContractVerdict)));
                break;
            case SeccOutput.VerifySignature verify:
                After(0.01, () => ToSecc(new SeccInput.SignatureVerified(verify.Check.Purpose, SignatureHolds(verify.Check.Purpose))));
                break;
            case SeccOutput.SignTariffs:
                Soon(() => ToSecc(new SeccInput.TariffsSigned(TariffIsSigned ? Samples.Signature : null)));
                break;
            case SeccOutput.Provision:
                After(0.5, () => ToSecc(new SeccInput.Provisioned(
                    Provisioning ?? new ProvisioningResult.Declined(ResponseCodeType.FAILED_NoCertificateAvailable))));
                break;
            case SeccOutput.CloseContactor:
                MoveSeccContactor(true);
                break;
            case SeccOutput.OpenContactor:
                MoveSeccContactor(false);
                break;
            case SeccOutput.StartCableCheck:
                After(1, () => ToSecc(new SeccInput.CableChecked(Isolation)));
                break;
            case SeccOutput.SetDcTarget target:
                After(0.02, () => Supply(target.VoltageV, target.CurrentA));
                break;
            case SeccOutput.ReadMeter:
                EnergyWh += SeccContactor ? 100u : 0;
                Soon(() => ToSecc(new SeccInput.MeterRead(new("METER1", EnergyWh, Samples.Start + Now))));
                break;
            case SeccOutput.CloseLink when _linkUp:
                _linkUp = false;
                After(0.001, () => ToEvcc(new EvccInput.LinkLost()));
                break;
        }
    }

    private void Perform(EvccOutput output)
    {
        switch (output)
        {
            case EvccOutput.SendAppProtocol send:
                Requests++;
                Note(nameof(AppProtocol.SupportedAppProtocolReq));
                Deliver(() => ToSecc(new SeccInput.AppProtocolReceived(send.Request)));
                break;
            case EvccOutput.Send send:
                Requests++;
                Note(send.Message);
                Deliver(send.Message, (message, raw) => ToSecc(new SeccInput.Received(message, raw, Samples.Start + Now)));
                break;
            case EvccOutput.Arm arm:
                Start(_evccTimers, arm.Timer, arm.Duration, () => ToEvcc(new EvccInput.TimerExpired(arm.Timer)));
                break;
            case EvccOutput.Cancel cancel:
                _evccTimers.Remove(cancel.Timer);
                break;
            case EvccOutput.Sign sign:
                After(0.01, () => ToEvcc(new EvccInput.Signed(sign.Purpose, Samples.Signature)));
                break;
            case EvccOutput.VerifySignature verify:
                After(0.01, () => ToEvcc(new EvccInput.SignatureVerified(verify.Check.Purpose, SignatureHolds(verify.Check.Purpose))));
                break;
            case EvccOutput.InstallContract:
                Soon(() => ToEvcc(new EvccInput.ContractInstalled(Samples.Contract)));
                break;
            case EvccOutput.SetControlPilot pilot:
                VehicleReady = pilot.Ready;
                After(0.02, () => ToSecc(new SeccInput.ControlPilotReported(VehicleReady ? ControlPilotState.C : ControlPilotState.B)));
                break;
            case EvccOutput.CloseContactor:
                MoveEvccContactor(true);
                break;
            case EvccOutput.OpenContactor:
                MoveEvccContactor(false);
                break;
            case EvccOutput.CloseLink when _linkUp:
                _linkUp = false;
                After(0.001, () => ToSecc(new SeccInput.LinkLost()));
                break;
        }
    }

    private void MoveSeccContactor(bool closed) => After(0.05, () =>
    {
        if (ContactorFollows)
        {
            SeccContactor = closed;
        }

        ToSecc(new SeccInput.ContactorReported(SeccContactor));
    });

    private void MoveEvccContactor(bool closed) => After(0.05, () =>
    {
        EvccContactor = closed;
        ToEvcc(new EvccInput.ContactorReported(closed));
    });

    private void Supply(decimal volts, decimal amperes)
    {
        DcVoltage = volts;
        DcCurrent = SeccContactor && EvccContactor ? amperes : 0;
        ToSecc(new SeccInput.DcMeasured(new(DcVoltage, DcCurrent)));
    }

    private void Soon(Action action) => After(TimeSpan.Zero, action);

    /// <summary>Every message goes through its octets.</summary>
    private void Deliver(V2G_Message message, Action<V2G_Message, ExiBytes> deliver)
    {
        var raw = ExiBytes.Copy(message.ToExi());
        var read = V2G_Message.Decode(raw.Span);
        Assert.Equal(message, read);
        if (!IsLost(message.Body.BodyElement!))
        {
            Deliver(() => deliver(read, raw));
        }
    }

    private void Deliver(Action action)
    {
        if (_linkUp)
        {
            After(0.002, () =>
            {
                if (_linkUp)
                {
                    action();
                }
            });
        }
    }

    private void Start<T>(Dictionary<T, int> timers, T timer, TimeSpan duration, Action expire)
        where T : notnull
    {
        var generation = (int)_order;
        timers[timer] = generation;
        After(duration, () =>
        {
            if (timers.TryGetValue(timer, out var running) && running == generation)
            {
                timers.Remove(timer);
                expire();
            }
        });
    }

    private void Note(V2G_Message message)
    {
        Messages.Add(message);
        Bodies.Add(message.Body.BodyElement!);
        Note(message.Body.BodyElement!.GetType().Name);
    }

    private void Note(string name)
    {
        if (!Sequence.TakeLast(2).Contains(name))
        {
            Sequence.Add(name);
        }
    }
}
